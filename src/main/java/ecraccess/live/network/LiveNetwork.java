package ecraccess.live.network;

import ecraccess.core.json.JsonPath;
import ecraccess.core.logic.Known;
import ecraccess.live.lookup.Account;
import ecraccess.live.lookup.NetworkRequest;
import ecraccess.reach.model.Additions;
import ecraccess.reach.model.Addresses;
import ecraccess.reach.model.Id;
import ecraccess.reach.model.InternetBlock;
import ecraccess.reach.model.Network;
import ecraccess.reach.model.Subnet;
import ecraccess.reach.model.Vpc;
import ecraccess.reach.model.Workload;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** The model of a live VPC as it will be once the planned endpoints are there. */
public record LiveNetwork(NetworkRequest request, VpcSnapshot facts) {
  /** Amazon's resolver, at its address in every VPC. */
  private static final String RESOLVER = "169.254.169.253";

  private static final List<String> AMAZONS = List.of("AmazonProvidedDNS", RESOLVER);

  public Network network() {
    LiveRules rules = new LiveRules(request, facts);
    UnseenParts unseen = new UnseenParts(request, facts);
    List<Id> homes = homes();
    // What a stack names and is not there is refused elsewhere, once.
    boolean nowhere = homes.isEmpty() && request.stack().isEmpty();
    List<Subnet> subnets = nowhere ? List.of(unseen.anySubnet()) : subnets();
    return new Network(
        request.region(),
        Stream.concat(Stream.of(vpc()), unseen.vpcs(subnets)).toList(),
        subnets,
        new LiveRoutes(request, facts).tables(),
        rules.groups(),
        rules.networkAcls(),
        new LiveEndpoints(request, facts).all(),
        List.of(tasks(nowhere ? List.of(subnets.getFirst().id()) : homes)),
        List.of(),
        request.account().orElse(""));
  }

  /** Where tasks run: in the given subnets; in the VPC's, where none are given. */
  private List<Id> homes() {
    List<String> subnets =
        request.subnets().isEmpty()
            ? VpcSnapshot.all(facts.subnets()).map(Account.Subnet::id).toList()
            : request.subnets();
    return subnets.stream()
        .filter(id ->
            ReferenceCheck.mayBeHere(
                id,
                facts.subnets(),
                Account.Subnet::id,
                subnet -> subnet.vpc().equals(request.vpc())))
        .<Id>map(Id.Literal::new)
        .toList();
  }

  private Workload tasks(List<Id> homes) {
    Optional<NetworkRequest.Tasks> tasks = request.tasks();
    return new Workload(
        tasks
            .map(NetworkRequest.Tasks::name)
            .or(() -> request.stack().map(NetworkRequest.Stack::shorthand))
            .orElse(request.vpc()),
        request.path("SubnetIds", request.vpc()),
        "tasks",
        homes,
        tasks.flatMap(NetworkRequest.Tasks::groups).map(LiveEndpoints::ids),
        Known.unknown("whether the tasks have public IP addresses"),
        tasks.map(NetworkRequest.Tasks::images).orElse(List.of()),
        tasks.map(NetworkRequest.Tasks::demands).orElse(List.of()));
  }

  private Vpc vpc() {
    Optional<Account.Vpc> vpc = facts.vpc().value().flatMap(found -> found);
    return new Vpc(
        new Id.Literal(request.vpc()),
        JsonPath.of(request.vpc()),
        facts.dnsSupport(),
        facts.dnsHostnames(),
        vpc.map(Account.Vpc::blocks).orElse(List.of()).stream().map(LiveRoutes::addresses).toList(),
        ownResolver(),
        List.of(),
        List.of(),
        Optional.of("the private hosted zones of " + request.vpc()),
        facts
            .endpoints()
            .missing()
            .or(() -> request.unseen("endpoints", List.of(Additions.ENDPOINT))));
  }

  private Known<Optional<String>> ownResolver() {
    return request
        .unseen("the DHCP options of " + request.vpc(), List.of(Additions.DHCP_ASSOCIATION))
        .<Known<Optional<String>>>map(Known::unknown)
        .orElseGet(() ->
            facts
                .domainNameServers()
                .map(servers ->
                    Optional.of(servers)
                        .filter(given -> !AMAZONS.containsAll(given))
                        .map(given -> String.join(", ", given))));
  }

  /** Those that are known of, and those that are named though nothing is known. */
  private List<Subnet> subnets() {
    Known<List<Account.Subnet>> known = facts.subnets();
    return known.value().isPresent()
        ? VpcSnapshot.all(known).map(this::subnet).toList()
        : request.namedSubnets().stream()
            .map(id -> unknown(id, known.missing().orElseThrow()))
            .toList();
  }

  private Subnet subnet(Account.Subnet subnet) {
    String id = subnet.id();
    return new Subnet(
        new Id.Literal(id),
        JsonPath.of(id),
        new Id.Literal(subnet.vpc()),
        new Id.Literal(subnet.zoneId()),
        subnet
            .block()
            .map(LiveRoutes::addresses)
            .orElseGet(() -> new Addresses.OpenIpv6("the IPv6 block of " + id)),
        subnet.block().isPresent()
            ? Known.unknown("whether there are IPv6 addresses in " + id)
            : Known.is(true),
        routeTable(id),
        networkAcl(id),
        Known.is(subnet.mapsPublicIps()),
        Known.unknown("whether DNS64 is on in " + id),
        internet());
  }

  private Id routeTable(String subnet) {
    String what = "the route table of " + subnet;
    Optional<String> unseen = request.unseen(what, List.of(Additions.TABLE_ASSOCIATION));
    return Optional.of(new NetworkAnswers(request, facts))
        .filter(lookUps -> unseen.isEmpty())
        .flatMap(lookUps -> lookUps.routeTable(subnet))
        .<Id>map(table -> new Id.Literal(table.id()))
        .orElseGet(() -> new Id.Open(what, unseen.or(facts.routeTables()::missing).orElse(what)));
  }

  private Id networkAcl(String subnet) {
    String what = "the network ACL of " + subnet;
    Optional<String> unseen = request.unseen(what, List.of(Additions.ACL_ASSOCIATION));
    return Stream.of(facts.networkAcls())
        .filter(acls -> unseen.isEmpty())
        .flatMap(VpcSnapshot::all)
        .filter(acl -> acl.subnets().contains(subnet))
        .map(Account.NetworkAcl::id)
        .<Id>map(Id.Literal::new)
        .findFirst()
        .orElseGet(() -> new Id.Open(what, unseen.or(facts.networkAcls()::missing).orElse(what)));
  }

  private Subnet unknown(String id, String missing) {
    Function<String, String> of = what -> what + id;
    return new Subnet(
        new Id.Literal(id),
        JsonPath.of(id),
        new Id.Open(of.apply("the VPC of "), missing),
        new Id.Open(of.apply("the zone of "), missing),
        new Addresses.Open(of.apply("the addresses of "), missing),
        Known.unknown(missing),
        routeTable(id),
        networkAcl(id),
        Known.unknown(missing),
        Known.unknown(missing),
        internet());
  }

  /** Exclusions of single subnets are not looked at. */
  private InternetBlock internet() {
    return facts
        .vpc()
        .value()
        .flatMap(found -> found)
        .filter(Account.Vpc::internetBlocked)
        .map(vpc ->
            new InternetBlock(
                Known.unknown(
                    "whether VPC Block Public Access, which closes the internet gateways of %s, excludes the subnet"
                        .formatted(vpc.id())),
                JsonPath.of(vpc.id()),
                "VPC Block Public Access"))
        .orElse(InternetBlock.NONE);
  }
}
