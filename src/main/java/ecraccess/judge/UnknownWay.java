package ecraccess.judge;

import ecraccess.judge.Walk.Hop;
import ecraccess.judge.Walk.Step;
import java.util.List;

/** A way that nobody sees. What pulls must be able to call out all the same. */
final class UnknownWay {
  private UnknownWay() {}

  static List<Step> steps(Trip trip, String missing) {
    return List.of(
        new Step(Hop.WAY, new Verdict.CannotTell(trip.at(trip.from().path()), missing)),
        new Step(Hop.SECURITY_GROUPS, new Firewall(trip).toAnywhere()));
  }
}
