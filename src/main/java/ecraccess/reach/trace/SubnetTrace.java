package ecraccess.reach.trace;

import ecraccess.core.json.JsonPath;
import ecraccess.reach.flow.PathChoice;
import ecraccess.reach.model.Workload;
import ecraccess.reach.verdict.Trace;
import ecraccess.reach.verdict.Verdict;
import java.util.List;

/** A trace from one subnet, before those with the same outcome are told as one. */
public record SubnetTrace(
    Workload workload, Trace.Purpose purpose, String from, List<Trace.Step> steps) {

  /**
   * What makes it the same thing that pulls in another network.
   *
   * @param standsIn whether it stands for what is not shown
   */
  public record Who(String name, JsonPath path, String what, boolean standsIn) {}

  /** What makes it the same trace in another network. */
  public record Key(Who who, String label, String from) {}

  public Who who() {
    return new Who(workload.name(), workload.path(), workload.what(), workload.isStandIn());
  }

  public Key key() {
    return new Key(who(), purpose.label(), from);
  }

  public Verdict verdict() {
    return PathChoice.verdict(steps);
  }

  public SubnetTrace with(List<Trace.Step> other) {
    return new SubnetTrace(workload, purpose, from, other);
  }
}
