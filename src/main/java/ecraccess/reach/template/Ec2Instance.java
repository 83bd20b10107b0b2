package ecraccess.reach.template;

import ecraccess.core.cfn.Resource;
import ecraccess.core.json.JsonPath;
import ecraccess.core.logic.Known;
import ecraccess.reach.model.Id;
import ecraccess.reach.model.Image;
import ecraccess.reach.model.Workload;
import java.util.List;
import java.util.Optional;

/**
 * An EC2 instance that an Auto Scaling group or another service starts.
 *
 * @param name of what starts it
 * @param proxy what a proxy that it calls through makes of its calls
 * @param publicIp see {@link WorkloadReader#SUBNETS_SETTING}
 */
record Ec2Instance(
    String name,
    List<Id> subnets,
    List<Id> groups,
    Known<Boolean> publicIp,
    Optional<String> proxy) {
  Ec2Instance {
    subnets = List.copyOf(subnets);
    groups = List.copyOf(groups);
  }

  /** One that calls directly. */
  Ec2Instance(String name, List<Id> subnets, List<Id> groups, Known<Boolean> publicIp) {
    this(name, subnets, groups, publicIp, Optional.empty());
  }

  /** What pulls these images and calls these services from here. */
  Workload workload(
      Resource resource, String what, List<Image> images, List<Workload.Demand> demands) {
    return workload(resource.logicalId(), resource.path(), what, images, demands);
  }

  /** The same, where it is not one resource that starts it. */
  Workload workload(
      String pullerName,
      JsonPath path,
      String what,
      List<Image> images,
      List<Workload.Demand> demands) {
    return new Workload(
            pullerName, path, what, subnets, Optional.of(groups), publicIp, images, demands)
        .withProxy(proxy);
  }

  /** One that nothing is known of but where it is started from. */
  static Ec2Instance unknown(String name, String missing) {
    return new Ec2Instance(
        name,
        List.of(new Id.Open("the subnets of " + name, missing)),
        List.of(new Id.Open("the security groups of " + name, missing)),
        Known.unknown(missing));
  }
}
