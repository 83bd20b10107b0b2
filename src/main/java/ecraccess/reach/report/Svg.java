package ecraccess.reach.report;

import ecraccess.reach.verdict.Judgement;
import ecraccess.reach.verdict.Judgement.Pull;
import ecraccess.reach.verdict.Trace;
import ecraccess.reach.verdict.Verdict;
import java.util.ArrayList;
import java.util.List;

/**
 * A judgement as an SVG file that needs nothing else: the summary, what deployment would say, and a
 * band for each workload.
 */
public final class Svg {
  static final int MARGIN = 20;

  private static final int NARROWEST = 720;

  private final Judgement judgement;
  private final Summary summary;
  private final Drawing drawing = new Drawing();
  private final List<Band> bands;
  private final int right;

  private Svg(Judgement judgement) {
    this.judgement = judgement;
    this.summary = Summary.of(judgement);
    this.bands = judgement.pulls().stream().map(Band::new).toList();
    this.right = bands.stream().mapToInt(Band::right).reduce(NARROWEST, Math::max);
  }

  /** The whole file. */
  public static String of(Judgement judgement) {
    return new Svg(judgement).draw();
  }

  private String draw() {
    int y = MARGIN + Drawing.LINE / 2;
    for (String line : summary.lines()) {
      String sign = line.startsWith("-") ? "" : summary.mark().sign() + " ";
      y = paragraph(sign + line, "strong", summary.mark(), y);
    }
    for (Verdict verdict : Summary.objections(judgement)) {
      Mark mark = Mark.of(verdict);
      y = paragraph(mark.sign() + " deployment: " + Mark.text(verdict), "", mark, y);
    }
    y += Drawing.LINE / 2;
    for (Band band : bands) {
      band.draw(drawing, y, right);
      y += band.height() + MARGIN;
    }
    return drawing.document(right + MARGIN, y, summary.sentence(), description());
  }

  private int paragraph(String text, String weight, Mark mark, int y) {
    List<String> lines = Words.fit(text, (right - MARGIN) / Drawing.COLUMN);
    drawing.text((weight + " " + Style.of(mark).style()).strip(), MARGIN, y, lines);
    return y + lines.size() * Drawing.LINE;
  }

  /** The picture in words, for those who do not see it. */
  private String description() {
    List<String> sentences = new ArrayList<>();
    for (Pull pull : judgement.pulls()) {
      sentences.add(Mark.name(pull) + ": " + Mark.of(pull).ofPull());
      Lane.of(pull.traces()).forEach(lane -> sentences.add(inWords(lane)));
    }
    return String.join(". ", sentences);
  }

  private static String inWords(Lane lane) {
    StringBuilder words = new StringBuilder();
    words.append(lane.purpose().label()).append(" from ").append(lane.start()).append(": ");
    words.append(lane.mark().word());
    for (Trace.Step step : lane.steps()) {
      if (Mark.of(step.verdict()) != Mark.CAN) {
        words.append(", ").append(step.kind().label()).append(": ");
        words.append(Mark.text(step.verdict()));
      }
    }
    return words.toString();
  }
}
