package ecraccess.cli;

import ecraccess.cli.source.SourceFile;
import ecraccess.cli.source.SourceReading;
import ecraccess.core.cfn.Problem;
import ecraccess.core.cfn.Template;
import ecraccess.macro.adopt.Adoption;
import ecraccess.macro.adopt.Comparison;
import ecraccess.macro.shorthand.Shorthand;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Says what was adopted, and what was not and why. */
record AdoptionReport(SourceFile file, Adoption adoption) {

  /** The list of what expands to what it was. */
  String equal() {
    StringBuilder text = new StringBuilder();
    for (Adoption.Adopted shorthand : adoption.shorthands()) {
      text.append("Equal after expansion, from ").append(shorthand.logicalId()).append(":\n");
      for (Adoption.Endpoint endpoint : shorthand.endpoints()) {
        text.append("  ")
            .append(endpoint.logicalId())
            .append(" (")
            .append(endpoint.service())
            .append(")\n");
      }
    }
    int others = Comparison.resources(file.json()) - adoption.adopted();
    return text.append("Untouched: ")
        .append(others)
        .append(others == 1 ? " other resource" : " other resources")
        .append(" and all other sections\n")
        .toString();
  }

  /** Where nothing was adopted. */
  List<String> nothing() {
    if (!adoption.kept().isEmpty()) {
      return summary();
    }
    long shorthands =
        new Template(file.json())
            .resources().stream().filter(r -> r.isOfType(Shorthand.TYPE)).count();
    return List.of(
        file.name()
            + ": nothing to adopt, it has no resource of type AWS::EC2::VPCEndpoint"
            + (shorthands == 0 ? "" : " beside its PrivateEcrAccess"));
  }

  /** What the user should know of the result. */
  List<String> lines(String text) {
    List<String> lines = summary();
    adoption.weaknesses().forEach(weakness -> lines.add(line("as weak as before: ", weakness)));
    adoption.notes().forEach(note -> lines.add(line("", note)));
    List<Integer> lost = lostComments(text);
    if (!lost.isEmpty()) {
      lines.add(
          "%s: comments inside what was replaced are gone, from line%s %s"
              .formatted(
                  file.name(),
                  lost.size() == 1 ? "" : "s",
                  lost.stream().map(String::valueOf).collect(Collectors.joining(", "))));
    }
    return lines;
  }

  private List<String> summary() {
    List<String> lines = new ArrayList<>();
    int all = adoption.adopted() + adoption.kept().size();
    String by =
        adoption.shorthands().stream()
            .map(Adoption.Adopted::logicalId)
            .collect(Collectors.joining(", "));
    lines.add(
        "PrivateEcrAccess adopts %d of %d endpoint%s%s"
            .formatted(
                adoption.adopted(), all, all == 1 ? "" : "s", by.isEmpty() ? "" : ": " + by));
    adoption.kept().forEach(kept -> lines.add(line("kept, because ", kept)));
    return lines;
  }

  private String line(String before, Problem problem) {
    return CommandFailure.line(file, new Problem(problem.path(), before + problem.text()));
  }

  private List<Integer> lostComments(String text) {
    return SourceFile.parse(file.name(), text) instanceof SourceReading.Done(SourceFile now)
        ? file.commentsMissingIn(now)
        : List.of();
  }
}
