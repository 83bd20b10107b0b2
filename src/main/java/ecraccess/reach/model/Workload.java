package ecraccess.reach.model;

import ecraccess.core.aws.Service;
import ecraccess.core.json.JsonPath;
import ecraccess.core.logic.Known;
import java.util.List;
import java.util.Optional;

/**
 * Something that pulls images: tasks of a service, nodes, jobs; or, where nothing is known that
 * does, any task in the endpoints' subnets.
 *
 * @param name as it is shown: a logical ID
 * @param what what it is, as a noun phrase: {@code Fargate tasks}, {@code EKS nodes}
 * @param subnets where it pulls from; several where it may be placed in any of them
 * @param groups of its network interfaces: no group given means the VPC's default one; empty where
 *     it stands for any task whose group lets it call out
 * @param publicIp whether its interface has a public IP address
 * @param assignPublicIp where AssignPublicIp is written, or would be; empty where it has no such
 *     property
 * @param proxy what a proxy that it calls through makes of its calls, as a noun phrase; empty where
 *     it calls directly
 * @param images what it pulls; empty where that is not known, and then it is taken to come from ECR
 * @param demands what else it calls to start and to run
 * @param role the ARN of the role under which it pulls; empty where that is not known
 */
public record Workload(
    String name,
    JsonPath path,
    String what,
    List<Id> subnets,
    Optional<List<Id>> groups,
    Known<Boolean> publicIp,
    Optional<JsonPath> assignPublicIp,
    Optional<String> proxy,
    List<Image> images,
    List<Demand> demands,
    Optional<Resolved> role) {

  public Workload {
    subnets = List.copyOf(subnets);
    groups = groups.map(List::copyOf);
    images = List.copyOf(images);
    demands = List.copyOf(demands);
  }

  /** One without AssignPublicIp and without a known role, that calls directly. */
  public Workload(
      String name,
      JsonPath path,
      String what,
      List<Id> subnets,
      Optional<List<Id>> groups,
      Known<Boolean> publicIp,
      List<Image> images,
      List<Demand> demands) {
    this(
        name,
        path,
        what,
        subnets,
        groups,
        publicIp,
        Optional.empty(),
        Optional.empty(),
        images,
        demands,
        Optional.empty());
  }

  /** The same, with the place of AssignPublicIp. */
  public Workload withAssignPublicIp(JsonPath place) {
    return with(Optional.of(place), proxy, role);
  }

  /** The same under that role. */
  public Workload under(Optional<Resolved> other) {
    return with(assignPublicIp, proxy, other);
  }

  /** The same, where it calls through a proxy. */
  public Workload withProxy(Optional<String> through) {
    return with(assignPublicIp, through, role);
  }

  private Workload with(
      Optional<JsonPath> newPlace, Optional<String> newProxy, Optional<Resolved> newRole) {
    return new Workload(
        name, path, what, subnets, groups, publicIp, newPlace, newProxy, images, demands, newRole);
  }

  /**
   * A service that it calls.
   *
   * @param reason one clause that starts with the place in the template
   * @param certain whether it is known to call it; otherwise it may
   * @param target where the service is called, and for what
   */
  public record Demand(
      Service service, String reason, JsonPath path, boolean certain, Target target) {
    public Demand(Service service, String reason, JsonPath path, boolean certain) {
      this(service, reason, path, certain, Target.HERE);
    }
  }

  /**
   * Where a service is called, and for what.
   *
   * @param otherRegion the region whose service is called; empty for the deployment's own
   * @param resources the ARNs or names of what is asked for; empty where nothing is said of that
   */
  public record Target(Optional<Known<String>> otherRegion, List<Resolved> resources) {
    public static final Target HERE = new Target(Optional.empty(), List.of());

    public Target {
      resources = List.copyOf(resources);
    }
  }
}
