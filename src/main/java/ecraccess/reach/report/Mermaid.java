package ecraccess.reach.report;

import ecraccess.reach.verdict.Judgement;
import ecraccess.reach.verdict.Judgement.Pull;
import ecraccess.reach.verdict.Trace;
import ecraccess.reach.verdict.Verdict;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A judgement as a flowchart of Mermaid. Nodes have numbers for names; what comes from a template
 * stands in quoted labels only.
 */
public final class Mermaid {
  /** Mermaid wraps at 200 pixels, but only between words. */
  private static final int LONGEST_WORD = 22;

  /** Mermaid draws no flowchart with more links unless its page allows it ({@code maxEdges}). */
  private static final int MOST_LINKS = 500;

  private static final String STYLES =
      """
        classDef can fill:#dafbe1,stroke:#1a7f37,color:#0f3d1e
        classDef cannot fill:#ffebe9,stroke:#cf222e,color:#82071e,stroke-width:2px
        classDef open fill:#fff8c5,stroke:#9a6700,color:#4d2d00
        classDef band fill:none,stroke:#818b98
        classDef plain fill:#f6f8fa,stroke:#818b98,color:#1f2328
      """;

  private final boolean brief;
  private final StringBuilder text = new StringBuilder();
  private final Map<Style, List<String>> nodes = new EnumMap<>(Style.class);
  private final Map<Style, List<String>> links = new EnumMap<>(Style.class);
  private int linkCount;

  private Mermaid(boolean brief) {
    this.brief = brief;
  }

  /** The source of the flowchart; what is healthy has no steps where they would be too many. */
  public static String of(Judgement judgement) {
    Mermaid full = new Mermaid(false);
    full.draw(judgement);
    if (full.linkCount <= MOST_LINKS) {
      return full.text.toString();
    }
    Mermaid brief = new Mermaid(true);
    brief.draw(judgement);
    return brief.text.toString();
  }

  private void draw(Judgement judgement) {
    Summary summary = Summary.of(judgement);
    text.append("flowchart LR\n");
    node("summary", summary.mark().sign() + " " + summary.sentence(), Style.of(summary.mark()));
    int number = 0;
    for (Verdict verdict : Summary.objections(judgement)) {
      Mark mark = Mark.of(verdict);
      String id = "deployment" + number++;
      node(id, mark.sign() + " deployment: " + Mark.text(verdict), Style.of(mark));
      link("summary", id, Style.of(mark), "");
    }
    for (int i = 0; i < judgement.pulls().size(); i++) {
      pull("pull" + i, judgement.pulls().get(i));
    }
    styles();
  }

  private void pull(String id, Pull pull) {
    text.append("  subgraph ").append(id).append("[\"");
    text.append(label(Mark.heading(pull))).append("\"]\n    direction LR\n");
    node(id + "_puller", List.of(pull.workload(), pull.what()), Style.PLAIN);
    List<Lane> lanes = brief ? Lane.brief(pull) : Lane.of(pull.traces());
    for (int i = 0; i < lanes.size(); i++) {
      lane(id, id + "_" + i, lanes.get(i));
    }
    text.append("  end\n");
    statement("class " + id + " band");
  }

  private void lane(String pull, String id, Lane lane) {
    String last = id + "_from";
    node(last, lane.from(), Style.PLAIN);
    link(pull + "_puller", last, Style.PLAIN, "");
    if (!(brief && lane.mark() == Mark.CAN)) {
      for (int i = 0; i < lane.steps().size(); i++) {
        String next = id + "_" + i;
        step(last, next, lane.steps().get(i));
        last = next;
      }
    }
    String target = id + "_to";
    node(target, List.of(lane.purpose().label(), lane.purpose().host()), Style.PLAIN);
    link(last, target, Style.ofArrival(lane.mark()), "");
  }

  private void step(String last, String id, Trace.Step step) {
    Mark mark = Mark.of(step.verdict());
    node(id, mark.sign() + " " + step.kind().label(), Style.of(mark));
    String reason = mark == Mark.CAN ? "" : mark.sign() + " " + Mark.text(step.verdict());
    link(last, id, Style.of(mark), reason);
  }

  private void node(String id, String words, Style look) {
    node(id, List.of(words), look);
  }

  private void node(String id, List<String> lines, Style look) {
    String label = lines.stream().map(Mermaid::label).collect(Collectors.joining("<br/>"));
    text.append("    ").append(id).append("[\"").append(label).append("\"]\n");
    nodes.computeIfAbsent(look, any -> new ArrayList<>()).add(id);
  }

  private void link(String from, String to, Style look, String reason) {
    String arrow =
        switch (look) {
          case CAN -> " ==>";
          case CANNOT, OPEN, UNREACHED -> " -.->";
          case PLAIN -> " ---";
        };
    text.append("    ").append(from).append(arrow);
    text.append(reason.isEmpty() ? "" : "|\"" + label(reason) + "\"|")
        .append(' ')
        .append(to)
        .append('\n');
    links.computeIfAbsent(look, any -> new ArrayList<>()).add(String.valueOf(linkCount++));
  }

  private void styles() {
    text.append(STYLES);
    nodes.forEach((look, ids) -> statement("class " + String.join(",", ids) + " " + look.style()));
    links.forEach(
        (look, ids) -> statement("linkStyle " + String.join(",", ids) + " " + lineStyle(look)));
  }

  private void statement(String words) {
    text.append("  ").append(words).append('\n');
  }

  private static String lineStyle(Style look) {
    return switch (look) {
      case CAN -> "stroke:#1a7f37,stroke-width:2px";
      case CANNOT -> "stroke:#cf222e,stroke-width:3px,stroke-dasharray:6 4";
      case OPEN -> "stroke:#9a6700,stroke-width:2px,stroke-dasharray:3 3";
      case PLAIN -> "stroke:#818b98";
      case UNREACHED -> "stroke:#818b98,stroke-dasharray:2 4";
    };
  }

  /** The text with everything encoded that Mermaid or HTML may read as more than text. */
  private static String label(String words) {
    return Words.split(words, LONGEST_WORD).stream()
        .map(pieces -> pieces.stream().map(Mermaid::encoded).collect(Collectors.joining("<br/>")))
        .collect(Collectors.joining(" "));
  }

  private static String encoded(String piece) {
    return piece.codePoints().mapToObj(Mermaid::encoded).collect(Collectors.joining());
  }

  private static String encoded(int character) {
    boolean plain = Character.isLetterOrDigit(character) || " .,/-()✓✗?…".indexOf(character) >= 0;
    return plain ? Character.toString(character) : "#" + character + ";";
  }
}
