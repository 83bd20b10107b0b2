package ecraccess.reach.trace;

import ecraccess.reach.filter.SecurityGroupFilter;
import ecraccess.reach.flow.Flow;
import ecraccess.reach.verdict.Check;
import ecraccess.reach.verdict.Trace.Step;
import ecraccess.reach.verdict.Trace.StepKind;
import ecraccess.reach.verdict.Verdict;
import java.util.List;

/** A way that nobody sees. What pulls must be able to call out all the same. */
final class UnknownPath {
  public static final Check PATH_UNKNOWN =
      Check.of(
          "path-unknown",
          "Way that nobody sees",
          "Whether the request arrives depends on something that was not read.",
          "Give what is missing, or judge the templates together.",
          "https://docs.aws.amazon.com/AmazonECR/latest/userguide/vpc-endpoints.html");

  private UnknownPath() {}

  static List<Step> steps(Flow flow, String missing) {
    return List.of(
        new Step(
            StepKind.WAY,
            new Verdict.CannotTell(PATH_UNKNOWN, flow.at(flow.from().path()), missing)),
        new Step(StepKind.SECURITY_GROUPS, new SecurityGroupFilter(flow).toAnywhere()));
  }
}
