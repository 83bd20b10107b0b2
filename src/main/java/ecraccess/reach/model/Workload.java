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
 * @param images what it pulls; empty where that is not known, and then it is taken to come from ECR
 * @param demands what else it calls to start and to run
 * @param unread what bears on its start and nobody reads, as a noun phrase; empty where everything
 *     is read
 */
public record Workload(
    String name,
    JsonPath path,
    String what,
    List<Id> subnets,
    Optional<List<Id>> groups,
    Known<Boolean> publicIp,
    List<Image> images,
    List<Demand> demands,
    Optional<String> unread) {
  public Workload {
    subnets = List.copyOf(subnets);
    groups = groups.map(List::copyOf);
    images = List.copyOf(images);
    demands = List.copyOf(demands);
  }

  /** One of which everything is read. */
  public Workload(
      String name,
      JsonPath path,
      String what,
      List<Id> subnets,
      Optional<List<Id>> groups,
      Known<Boolean> publicIp,
      List<Image> images,
      List<Demand> demands) {
    this(name, path, what, subnets, groups, publicIp, images, demands, Optional.empty());
  }

  /** The same, where nobody reads something that bears on its start. */
  public Workload withUnread(String words) {
    return new Workload(
        name, path, what, subnets, groups, publicIp, images, demands, Optional.of(words));
  }

  /** Whether something is known of where it runs. */
  public boolean isRead() {
    return unread.isEmpty() || !subnets.isEmpty();
  }

  /** One that is seen to start something, though nobody reads how. */
  public static Workload unread(String name, JsonPath path, String what, String unread) {
    return new Workload(
        name,
        path,
        what,
        List.of(),
        Optional.of(List.of()),
        Known.unknown(unread),
        List.of(),
        List.of(),
        Optional.of(unread));
  }

  /**
   * A service that it calls.
   *
   * @param reason one clause that starts with the place in the template
   * @param certain whether it is known to call it; otherwise it may
   */
  public record Demand(Service service, String reason, JsonPath path, boolean certain) {}
}
