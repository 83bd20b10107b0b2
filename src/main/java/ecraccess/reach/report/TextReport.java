package ecraccess.reach.report;

import ecraccess.core.json.JsonPath;
import ecraccess.reach.verdict.Judgement;
import ecraccess.reach.verdict.Judgement.Pull;
import ecraccess.reach.verdict.Note;
import ecraccess.reach.verdict.Trace;
import ecraccess.reach.verdict.Verdict;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A judgement for people: what is healthy on a line, what is not in full. A fault or a doubt that
 * many traces meet is told in full once.
 */
public final class TextReport {
  public static final int WIDTH = 100;

  private static final int LONGEST_HOP =
      Arrays.stream(Trace.StepKind.values())
          .mapToInt(kind -> kind.label().length())
          .max()
          .orElseThrow();

  private final Judgement judgement;
  private final Summary summary;
  private final Places places;
  private final Ansi paint;
  private final boolean verbose;
  private final StringBuilder text = new StringBuilder();
  private final Set<Object> told = new HashSet<>();

  private TextReport(Judgement judgement, Places places, Ansi paint, boolean verbose) {
    this.judgement = judgement;
    this.summary = Summary.of(judgement);
    this.places = places;
    this.paint = paint;
    this.verbose = verbose;
  }

  /**
   * The whole output.
   *
   * @param verbose whether to tell of everything that works, too
   */
  public static String of(Judgement judgement, Places places, Ansi paint, boolean verbose) {
    return new TextReport(judgement, places, paint, verbose).write();
  }

  private String write() {
    deployment();
    judgement.pulls().forEach(this::pull);
    notes();
    for (String line : summary.lines()) {
      for (String part : wrapped(line, line.startsWith("-") ? 2 : 0)) {
        text.append(paint.in(summary.mark(), paint.bold(part))).append('\n');
      }
    }
    return text.toString();
  }

  private void deployment() {
    List<Verdict> shown = verbose ? judgement.deployment() : Summary.objections(judgement);
    if (!shown.isEmpty()) {
      text.append(paint.bold("Deployment")).append('\n');
      shown.forEach(verdict -> entry(2, Mark.of(verdict), "", clause(verdict, 4)));
      text.append('\n');
    }
  }

  private void notes() {
    for (Note note : judgement.notes()) {
      List<String> lines = new ArrayList<>();
      if (Places.isSomewhere(note.path())) {
        lines.add(place(note.path()));
      }
      lines.addAll(wrapped(note.text(), 8));
      text.append(paint.bold("Note")).append("  ");
      text.append(String.join("\n      ", lines)).append("\n\n");
    }
  }

  private void pull(Pull pull) {
    text.append(paint.in(Mark.of(pull), paint.bold(Mark.heading(pull))));
    String place = Places.isSomewhere(pull.path()) ? places.place(pull.path()) : pull.workload();
    if (!place.equals(pull.workload())) {
      text.append(paint.faint(", " + place));
    }
    text.append('\n');
    List<Lane> lanes = verbose ? Lane.of(pull.traces()) : Lane.brief(pull);
    int longest = lanes.stream().mapToInt(lane -> label(lane).length()).max().orElse(0);
    lanes.forEach(lane -> lane(lane, longest));
    text.append('\n');
  }

  private void lane(Lane lane, int longestLabel) {
    Trace.Purpose purpose = lane.purpose();
    String label = padded(label(lane), longestLabel);
    int indent = 4 + label.length();
    List<String> lines = wrapped("from " + lane.start() + " to " + purpose.host(), indent);
    boolean inFull = verbose || lane.mark() != Mark.CAN;
    if (inFull && !purpose.reason().isEmpty()) {
      lines.addAll(wrapped("because " + purpose.reason(), indent));
    }
    entry(2, lane.mark(), label, lines);
    if (inFull) {
      lane.steps().forEach(this::step);
    }
  }

  private void step(Trace.Step step) {
    String label = padded(step.kind().label(), LONGEST_HOP);
    entry(6, Mark.of(step.verdict()), label, clause(step.verdict(), 8 + label.length()));
  }

  private List<String> clause(Verdict verdict, int indent) {
    return switch (verdict) {
      case Verdict.Can can -> wrapped(Mark.text(can), indent);
      case Verdict.Cannot fault -> fault(fault, indent);
      case Verdict.CannotTell open -> {
        List<String> lines = wrapped(Mark.text(open), indent);
        if (told.add(open) && Places.isSomewhere(open.path())) {
          lines.add(place(open.path()));
        }
        yield lines;
      }
    };
  }

  private List<String> fault(Verdict.Cannot fault, int indent) {
    int number = summary.number(fault);
    List<String> lines = new ArrayList<>();
    if (told.add(number)) {
      lines.add(
          paint.bold("fault " + number)
              + (Places.isSomewhere(fault.path()) ? ": " + place(fault.path()) : ""));
      lines.addAll(wrapped(Mark.text(fault), indent));
    } else {
      lines.add("fault " + number + " again");
    }
    if (!fault.awsText().isEmpty() && told.add(fault)) {
      lines.addAll(wrapped("AWS would say: " + fault.awsText(), indent));
    }
    return lines;
  }

  private String place(JsonPath path) {
    return paint.faint(places.inFull(path));
  }

  /** A sign, what it is about, and lines that keep to the right of both. */
  private void entry(int indent, Mark mark, String label, List<String> lines) {
    String head = " ".repeat(indent) + paint.in(mark, mark.sign() + "") + " " + label;
    String margin = " ".repeat(indent + 2 + label.length());
    text.append(head).append(String.join("\n" + margin, lines)).append('\n');
  }

  private static String label(Lane lane) {
    return Words.clean(lane.purpose().label());
  }

  private static List<String> wrapped(String sentence, int indent) {
    return new ArrayList<>(Words.wrap(sentence, WIDTH - indent));
  }

  private static String padded(String label, int width) {
    return label + " ".repeat(width - label.length() + 2);
  }
}
