package ecraccess.reach.trace;

import ecraccess.reach.filter.SecurityGroupFilter;
import ecraccess.reach.flow.Flow;
import ecraccess.reach.verdict.Trace.Hop;
import ecraccess.reach.verdict.Trace.Step;
import ecraccess.reach.verdict.Verdict;
import java.util.List;

/** A way that nobody sees. What pulls must be able to call out all the same. */
final class UnknownPath {
  private UnknownPath() {}

  static List<Step> steps(Flow trip, String missing) {
    return List.of(
        new Step(Hop.WAY, new Verdict.CannotTell(trip.at(trip.from().path()), missing)),
        new Step(Hop.SECURITY_GROUPS, new SecurityGroupFilter(trip).toAnywhere()));
  }
}
