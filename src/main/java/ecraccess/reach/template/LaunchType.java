package ecraccess.reach.template;

import ecraccess.core.cfn.Branch;
import ecraccess.core.cfn.Resource;

/** What tasks are started on. */
sealed interface LaunchType {

  /** What decides it, in ECS's order. */
  enum Decider {
    LAUNCH_TYPE,
    CAPACITY_PROVIDER,
    /** Neither of the two is given. */
    DEFAULT
  }

  record Fargate() implements LaunchType {}

  /**
   * Any EC2 instance that is registered with the cluster.
   *
   * @param place where that is said, or would be
   */
  record Cluster(Branch place, Decider by) implements LaunchType {}

  /**
   * The EC2 instances of a capacity provider.
   *
   * @param place where it is named
   */
  record Provider(Branch place, Resource provider) implements LaunchType {}

  /**
   * The EC2 instances of a capacity provider that the template does not show.
   *
   * @param place where it is named
   * @param missing as a noun phrase
   */
  record Unseen(Branch place, String missing) implements LaunchType {}

  /**
   * Only the deployment knows.
   *
   * @param place where it would be said
   * @param missing as a noun phrase
   */
  record Open(Branch place, Decider by, String missing) implements LaunchType {}
}
