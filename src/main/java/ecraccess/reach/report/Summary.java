package ecraccess.reach.report;

import ecraccess.core.json.JsonPath;
import ecraccess.reach.verdict.Judgement;
import ecraccess.reach.verdict.Trace;
import ecraccess.reach.verdict.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A judgement in a nutshell.
 *
 * @param faults each place and text once, in the order of the judgement: what AWS would say may
 *     differ from trace to trace
 * @param missing what would tell, each thing once; whatever the verdict is
 * @param standIns the names of what was judged though nobody showed that it runs there
 */
public record Summary(Mark mark, List<Fault> faults, List<String> missing, List<String> standIns) {
  private static final String NOTHING =
      "Cannot tell: nothing in this template pulls images or says where images will be pulled";

  public Summary {
    faults = List.copyOf(faults);
    missing = List.copyOf(missing);
    standIns = List.copyOf(standIns);
  }

  /** A fault, whatever AWS would say of it. */
  public record Fault(JsonPath path, String text) {
    static Fault of(Verdict.Cannot cannot) {
      return new Fault(cannot.path(), cannot.text());
    }
  }

  public static Summary of(Judgement judgement) {
    return new Summary(
        Mark.of(judgement),
        judgement.faults().stream().map(Fault::of).distinct().toList(),
        verdicts(judgement)
            .filter(Verdict.CannotTell.class::isInstance)
            .map(open -> Words.clean(((Verdict.CannotTell) open).missing()))
            .distinct()
            .toList(),
        judgement.pulls().stream()
            .filter(Judgement.Pull::standsIn)
            .map(Judgement.Pull::workload)
            .distinct()
            .toList());
  }

  private static Stream<Verdict> verdicts(Judgement judgement) {
    return Stream.concat(
        judgement.deployment().stream(),
        judgement.pulls().stream()
            .flatMap(pull -> pull.traces().stream())
            .flatMap(trace -> trace.steps().stream())
            .map(Trace.Step::verdict));
  }

  /** What deployment has against the endpoints; what works there goes without saying. */
  public static List<Verdict> objections(Judgement judgement) {
    return judgement.deployment().stream()
        .filter(verdict -> !(verdict instanceof Verdict.Can))
        .toList();
  }

  /** The fault's number, from 1. */
  public int number(Verdict.Cannot fault) {
    return faults.indexOf(Fault.of(fault)) + 1;
  }

  /** One sentence. */
  public String sentence() {
    List<String> lines = lines();
    return lines.size() == 1
        ? lines.getFirst()
        : "Cannot tell without these: " + String.join("; ", missing);
  }

  /** The same, with a line for each of several missing things. */
  public List<String> lines() {
    return switch (mark) {
      case CAN -> List.of(can());
      case CANNOT ->
          List.of("Cannot pull: " + faults.size() + (faults.size() == 1 ? " fault" : " faults"));
      case OPEN ->
          switch (missing.size()) {
            case 0 -> List.of(NOTHING);
            case 1 -> List.of("Cannot tell without " + missing.getFirst());
            default -> listed();
          };
    };
  }

  /** What nobody showed to run there is named, so that the promise is not taken for a wider one. */
  private String can() {
    return standIns.isEmpty()
        ? "Can pull: every request finds its way"
        : "Can pull: every request finds its way; judged beside the endpoints, since nothing shows"
            + " where it runs: "
            + String.join(", ", standIns);
  }

  private List<String> listed() {
    List<String> lines = new ArrayList<>();
    lines.add("Cannot tell without these:");
    missing.forEach(thing -> lines.add("- " + thing));
    return lines;
  }
}
