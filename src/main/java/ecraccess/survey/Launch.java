package ecraccess.survey;

import ecraccess.template.Place;
import ecraccess.template.Resource;

/** What tasks are started on. */
sealed interface Launch {

  record Fargate() implements Launch {}

  /** Any EC2 instance that is registered with the cluster. */
  record Cluster() implements Launch {}

  /** The EC2 instances of a capacity provider. */
  record Provider(Resource provider) implements Launch {}

  /**
   * Only the deployment knows.
   *
   * @param place where it would be said
   * @param missing as a noun phrase
   */
  record Open(Place place, String missing) implements Launch {}
}
