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
 * @param conduct how it differs from a task that pulls through its own interface
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
    Optional<Resolved> role,
    Conduct conduct) {

  public Workload {
    subnets = List.copyOf(subnets);
    groups = groups.map(List::copyOf);
    images = List.copyOf(images);
    demands = List.copyOf(demands);
  }

  /** One without AssignPublicIp and without a known role, that does everything itself. */
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
        Optional.empty(),
        Conduct.PLAIN);
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

  /** The same with those groups. */
  public Workload in(List<Id> securityGroups) {
    return new Workload(
        name,
        path,
        what,
        subnets,
        Optional.of(securityGroups),
        publicIp,
        assignPublicIp,
        proxy,
        images,
        demands,
        role,
        conduct);
  }

  private Workload with(
      Optional<JsonPath> newPlace, Optional<String> newProxy, Optional<Resolved> newRole) {
    return new Workload(
        name, path, what, subnets, groups, publicIp, newPlace, newProxy, images, demands, newRole,
        conduct);
  }

  /** The same in those subnets. */
  public Workload inSubnets(List<Id> others) {
    return new Workload(
        name, path, what, others, groups, publicIp, assignPublicIp, proxy, images, demands, role,
        conduct);
  }

  /** The same that behaves otherwise. */
  public Workload with(Conduct other) {
    return new Workload(
        name,
        path,
        what,
        subnets,
        groups,
        publicIp,
        assignPublicIp,
        proxy,
        images,
        demands,
        role,
        other);
  }

  /** Whether it stands for what no template shows, or for where nobody has said that it runs. */
  public boolean isStandIn() {
    return groups.isEmpty();
  }

  /** How much of a pull goes through a workload's interface. */
  public enum PullScope {
    /** The registry's token, manifests and layers. */
    EVERYTHING,
    /** Manifests and layers; the token is got elsewhere. */
    WITHOUT_TOKEN,
    /** It pulls nothing itself. */
    NOTHING
  }

  /**
   * How a workload behaves.
   *
   * @param later what it calls only once it has started; it runs without, less well
   * @param publicCalls what else it calls that no endpoint of the VPC serves
   * @param unread what bears on its start and nobody reads, as a noun phrase; empty where
   *     everything is read
   */
  public record Conduct(
      PullScope pull, List<Demand> later, List<PublicCall> publicCalls, Optional<String> unread) {
    public static final Conduct PLAIN = new Conduct(PullScope.EVERYTHING, List.of(), List.of());

    public Conduct {
      later = List.copyOf(later);
      publicCalls = List.copyOf(publicCalls);
    }

    /** One of which everything is read. */
    public Conduct(PullScope pull, List<Demand> later, List<PublicCall> publicCalls) {
      this(pull, later, publicCalls, Optional.empty());
    }

    public Conduct pulling(PullScope scope) {
      return new Conduct(scope, later, publicCalls, unread);
    }

    public Conduct calling(List<PublicCall> calls) {
      return new Conduct(pull, later, calls, unread);
    }

    /** The same, where nobody reads something that bears on the start. */
    public Conduct unread(String words) {
      return new Conduct(pull, later, publicCalls, Optional.of(words));
    }
  }

  /** One that is seen to start something, though nobody reads how. */
  public static Workload unread(String name, JsonPath path, String what, String words) {
    return new Workload(
            name,
            path,
            what,
            List.of(),
            Optional.of(List.of()),
            Known.unknown(words),
            List.of(),
            List.of())
        .with(Conduct.PLAIN.unread(words));
  }

  /** Whether something is known of where it runs. */
  public boolean isRead() {
    return conduct.unread().isEmpty() || !subnets.isEmpty();
  }

  /**
   * A call to a public address, without which it does not start.
   *
   * @param label what is called, in a few words: {@code Kubernetes API}
   * @param reason one clause that starts with the place in the template
   * @param wayOut what to do where there is no way to it
   * @param certain whether it is known to call there; otherwise it may
   */
  public record PublicCall(
      String label, String host, String reason, JsonPath path, String wayOut, boolean certain) {}

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
   * @param mount the file system that is mounted; empty where none is
   */
  public record Target(
      Optional<Known<String>> otherRegion, List<Resolved> resources, Optional<Mount> mount) {
    public static final Target HERE = new Target(Optional.empty(), List.of());

    public Target {
      resources = List.copyOf(resources);
    }

    public Target(Optional<Known<String>> otherRegion, List<Resolved> resources) {
      this(otherRegion, resources, Optional.empty());
    }
  }

  /**
   * A file system that a task mounts before it starts.
   *
   * @param fileSystem as it is shown
   * @param targets where it can be reached, as far as that is known
   */
  public record Mount(String fileSystem, Known<List<MountTarget>> targets) {}

  /**
   * A network interface of a file system.
   *
   * @param name its logical ID
   * @param groups no group given means the VPC's default one
   */
  public record MountTarget(String name, JsonPath path, Id subnet, List<Id> groups) {
    public MountTarget {
      groups = List.copyOf(groups);
    }
  }
}
