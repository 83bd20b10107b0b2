package ecraccess.reach.template;

import ecraccess.core.cfn.Branch;
import ecraccess.core.cfn.Resource;

/** What tasks are started on. */
sealed interface LaunchType {

  record Fargate() implements LaunchType {}

  /** Any EC2 instance that is registered with the cluster. */
  record Cluster() implements LaunchType {}

  /** The EC2 instances of a capacity provider. */
  record Provider(Resource provider) implements LaunchType {}

  /**
   * Only the deployment knows.
   *
   * @param place where it would be said
   * @param missing as a noun phrase
   */
  record Open(Branch place, String missing) implements LaunchType {}
}
