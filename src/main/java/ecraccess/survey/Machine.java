package ecraccess.survey;

import ecraccess.json.Path;
import ecraccess.logic.Known;
import ecraccess.network.Id;
import ecraccess.network.Image;
import ecraccess.network.Puller;
import ecraccess.template.Resource;
import java.util.List;
import java.util.Optional;

/**
 * An EC2 instance that an Auto Scaling group or another service starts.
 *
 * @param name of what starts it
 * @param publicIp see {@link Pullers#SUBNETS_SETTING}
 */
record Machine(String name, List<Id> subnets, List<Id> groups, Known<Boolean> publicIp) {
  Machine {
    subnets = List.copyOf(subnets);
    groups = List.copyOf(groups);
  }

  /** What pulls these images and calls these services from here. */
  Puller puller(Resource resource, String what, List<Image> images, List<Puller.Demand> demands) {
    return puller(resource.logicalId(), resource.path(), what, images, demands);
  }

  /** The same, where it is not one resource that starts it. */
  Puller puller(
      String pullerName, Path path, String what, List<Image> images, List<Puller.Demand> demands) {
    return new Puller(
        pullerName, path, what, subnets, Optional.of(groups), publicIp, images, demands);
  }

  /** One that nothing is known of but where it is started from. */
  static Machine unknown(String name, String missing) {
    return new Machine(
        name,
        List.of(new Id.Open("the subnets of " + name, missing)),
        List.of(new Id.Open("the security groups of " + name, missing)),
        Known.unknown(missing));
  }
}
