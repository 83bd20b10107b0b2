package ecraccess.live.lookup;

import ecraccess.core.aws.Partition;
import ecraccess.core.aws.Service;
import ecraccess.core.json.JsonPath;
import ecraccess.core.logic.Known;
import ecraccess.reach.model.Additions;
import ecraccess.reach.model.Image;
import ecraccess.reach.model.Workload;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What to look at, and for whom.
 *
 * @param region for example {@code eu-west-1}
 * @param account the ID of the account that asks
 * @param stack the stack that is being deployed; empty where nothing is
 * @param subnets where tasks run and interfaces may stand, no one twice
 * @param routeTables as given for the gateways; empty where they are to be looked up
 * @param planned the endpoints that the stack is about to create
 * @param tasks what is known of the tasks that run in the subnets
 * @param preflight whether to look for what would fail, besides the look-ups
 * @param clients the looked-up blocks that the security group that the stack creates admits, by
 *     their names in the answer; empty where it admits others, or is not created
 */
public record NetworkRequest(
    String region,
    Optional<String> account,
    Optional<Stack> stack,
    String vpc,
    List<String> subnets,
    Optional<List<String>> routeTables,
    List<Planned> planned,
    Optional<Tasks> tasks,
    boolean preflight,
    List<String> clients) {
  public NetworkRequest {
    subnets = subnets.stream().distinct().toList();
    planned = List.copyOf(planned);
    clients = List.copyOf(clients);
  }

  /**
   * The stack that is being deployed.
   *
   * @param shorthand the logical ID of the resource that the user wrote
   * @param adds the types of resources in the template that may change what is looked at
   */
  public record Stack(String id, String shorthand, List<String> adds) {
    public Stack {
      adds = List.copyOf(adds);
    }
  }

  /**
   * An endpoint that does not exist yet.
   *
   * @param subnets that it has instead of the looked-up ones
   * @param groups empty where the stack creates one
   * @param routeTables that it has instead of the shorthand's
   * @param other whether its VPC, service or type are not those that its name says
   */
  public record Planned(
      Service service,
      Optional<List<String>> subnets,
      Optional<List<String>> groups,
      Optional<List<String>> routeTables,
      Known<Boolean> privateDns,
      boolean other) {}

  /**
   * Tasks.
   *
   * @param name as it is shown
   * @param groups empty where any group is to be thought of that lets them call out
   * @param images empty where they are taken to come from ECR
   * @param demands what they call besides ECR and S3
   */
  public record Tasks(
      String name,
      Optional<List<String>> groups,
      List<Image> images,
      List<Workload.Demand> demands) {
    public Tasks {
      groups = groups.map(List::copyOf);
      images = List.copyOf(images);
      demands = List.copyOf(demands);
    }
  }

  /** Of a VPC as it is, and what runs in it: nothing is being deployed. */
  public static NetworkRequest of(String region, String vpc, List<String> subnets, Tasks tasks) {
    return new NetworkRequest(
        region,
        Optional.empty(),
        Optional.empty(),
        vpc,
        subnets,
        Optional.empty(),
        List.of(),
        Optional.of(tasks),
        true,
        List.of());
  }

  /** The service's full name in the region. */
  public String fullName(Service service) {
    return Partition.of(region).serviceName(service).replace("${AWS::Region}", region);
  }

  /** The same in every partition, as the gateway's name is. */
  public String s3PrefixListName() {
    return fullName(Service.S3);
  }

  /** The place of a property in the template; the live thing where there is no template. */
  public JsonPath path(String property, String id) {
    return stack
        .map(made -> JsonPath.of("Resources", made.shorthand(), "Properties", property))
        .orElseGet(() -> JsonPath.of(id));
  }

  /** Whether it is the stack's own: what is planned, or about to change. */
  public boolean owns(Account.Endpoint endpoint) {
    return stack.filter(made -> endpoint.stack().equals(Optional.of(made.id()))).isPresent();
  }

  /** The endpoints that are what their names say. */
  public Stream<Planned> usual() {
    return planned.stream().filter(endpoint -> !endpoint.other());
  }

  public Stream<Planned> interfaces() {
    return usual().filter(endpoint -> !endpoint.service().isGateway());
  }

  public Stream<Planned> gateways() {
    return usual().filter(endpoint -> endpoint.service().isGateway());
  }

  /** Every subnet that is named anywhere. */
  public List<String> namedSubnets() {
    return Stream.concat(
            subnets.stream(),
            usual().flatMap(endpoint -> endpoint.subnets().stream().flatMap(List::stream)))
        .distinct()
        .toList();
  }

  public List<String> namedGroups() {
    return Stream.concat(
            usual().flatMap(endpoint -> endpoint.groups().stream()),
            tasks.stream().flatMap(known -> known.groups().stream()))
        .flatMap(List::stream)
        .distinct()
        .toList();
  }

  /** Whether the tasks run in the given subnets: whose route tables are looked up, theirs are. */
  public boolean tasksRunInSubnets() {
    return stack.isEmpty()
        || (routeTables.isEmpty()
            && gateways().anyMatch(gateway -> gateway.routeTables().isEmpty()));
  }

  /** Whether an endpoint for the service has to do with what is asked. */
  public boolean concerns(Service service) {
    return Service.OF_A_PULL.contains(service)
        || planned.stream().anyMatch(endpoint -> endpoint.service().equals(service))
        || tasks.stream()
            .flatMap(known -> known.demands().stream())
            .anyMatch(demand -> demand.service().equals(service));
  }

  public List<String> namedRouteTables() {
    return Stream.concat(
            routeTables.stream().flatMap(List::stream),
            usual().flatMap(endpoint -> endpoint.routeTables().stream().flatMap(List::stream)))
        .distinct()
        .toList();
  }

  /**
   * Why there may be more than was seen, because the stack itself is still adding to it.
   *
   * @param what as a noun phrase
   * @param types of resources that add such things
   */
  public Optional<String> unseen(String what, List<String> types) {
    return stack
        .filter(made ->
            made.adds().stream()
                .anyMatch(added -> types.contains(added) || !Additions.KNOWN.contains(added)))
        .map(made -> what + " that the stack itself may add");
  }
}
