package ecraccess.judge;

import ecraccess.json.Path;
import ecraccess.network.Puller;
import java.util.List;

/** A walk from one subnet, before those with the same outcome are told as one. */
record Leg(Puller puller, Walk.Purpose purpose, String from, List<Walk.Step> steps) {

  /** What makes it the same thing that pulls in another network. */
  record Who(String name, Path path, String what) {}

  /** What makes it the same walk in another network. */
  record Key(Who who, String label, String from) {}

  Who who() {
    return new Who(puller.name(), puller.path(), puller.what());
  }

  Key key() {
    return new Key(who(), purpose.label(), from);
  }

  Verdict verdict() {
    return Ways.verdict(steps);
  }

  Leg with(List<Walk.Step> other) {
    return new Leg(puller, purpose, from, other);
  }
}
