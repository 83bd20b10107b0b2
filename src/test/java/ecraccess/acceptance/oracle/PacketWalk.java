package ecraccess.acceptance.oracle;

import ecraccess.acceptance.oracle.ConcretePolicy.Situation;
import ecraccess.acceptance.oracle.Facts.Resource;
import ecraccess.acceptance.oracle.Filters.End;
import ecraccess.acceptance.oracle.Pulls.Host;
import ecraccess.acceptance.oracle.Pulls.Pull;
import ecraccess.acceptance.oracle.Pulls.Request;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Decides by brute force whether pulls work: every request of every start from every subnet is sent
 * from every kind of address to every kind of address, packet by packet.
 */
final class PacketWalk {
  private static final int HTTPS = 443;

  private final Facts facts;
  private final Filters filters;
  private final Routing routing;
  private final List<Block> borders;
  private final List<Long> everywhere;
  private final List<Long> privately;
  private final List<Integer> answers;
  private final List<Integer> natPorts;
  private final Map<String, Set<Arrival>> walked = new HashMap<>();
  private final Map<String, ConcretePolicy> policies = new HashMap<>();

  PacketWalk(Facts facts) {
    this.facts = facts;
    this.filters = new Filters(facts);
    this.routing = new Routing(facts, filters);
    this.borders = facts.borders();
    this.everywhere = Block.publicAddresses(borders);
    this.privately = Block.privateAddresses(borders);
    // Where Linux calls from, and where a NAT gateway calls from (VPC guide, ephemeral ports).
    this.answers = filters.ports(32_768, 60_999);
    this.natPorts = filters.ports(1024, 65_535);
  }

  /**
   * What is true.
   *
   * @param refused what EC2 refuses
   * @param pulls by the logical ID of what pulls
   */
  record Truth(List<String> refused, Map<String, Found> pulls) {
    /** It depends. */
    static Truth open(String cause) {
      return new Truth(List.of(), Map.of("", new Found(Outcome.DEPENDS, cause)));
    }

    Outcome outcome() {
      return refused.isEmpty()
          ? pulls.values().stream().map(Found::outcome).reduce(Outcome.ARRIVES, Outcome::and)
          : Outcome.LOST;
    }

    /** Why, in short. */
    String cause() {
      return refused.isEmpty()
          ? pulls.values().stream()
              .filter(found -> found.outcome() == outcome())
              .map(Found::cause)
              .findFirst()
              .orElse("nothing pulls")
          : refused.getFirst();
    }
  }

  /** One answer and its first cause. */
  record Found(Outcome outcome, String cause) {
    Found and(Found other) {
      return outcome.compareTo(other.outcome) >= 0 ? this : other;
    }
  }

  /**
   * Where a packet came out.
   *
   * @param via the endpoint that it went through; empty where none
   * @param source from which address, as the endpoint sees it
   */
  record Arrival(Outcome outcome, String cause, Optional<Resource> via, long source) {
    static Arrival lost(String cause) {
      return new Arrival(Outcome.LOST, cause, Optional.empty(), 0);
    }

    /** The same, unless something stops it that nobody knows. */
    Arrival perhaps(String why) {
      return outcome == Outcome.LOST ? this : new Arrival(Outcome.DEPENDS, why, via, source);
    }

    static Arrival depends(String cause) {
      return new Arrival(Outcome.DEPENDS, cause, Optional.empty(), 0);
    }
  }

  Truth truth() {
    Map<String, Found> pulls = new LinkedHashMap<>();
    for (Pull pull : new Pulls(facts).all()) {
      pulls.put(pull.id(), judge(pull));
    }
    return new Truth(new Refusals(facts).all(), pulls);
  }

  private Found judge(Pull pull) {
    Found found = new Found(Outcome.ARRIVES, "everything arrives");
    for (String subnet : pull.subnets()) {
      for (Request request : pull.requests()) {
        found = found.and(send(pull, facts.need(subnet, "AWS::EC2::Subnet"), request));
      }
    }
    return found;
  }

  private Found send(Pull pull, Resource subnet, Request request) {
    Set<Arrival> arrivals =
        walked.computeIfAbsent(
            pull.id() + subnet.id() + hostKey(request.host()),
            key -> walk(pull, subnet, request.host()));
    Set<Outcome> outcomes = new LinkedHashSet<>();
    Map<Outcome, String> causes = new TreeMap<>();
    for (Arrival arrival : arrivals) {
      Outcome policy =
          arrival
              .via()
              .map(endpoint -> policy(pull, request, endpoint, arrival))
              .orElse(Outcome.ARRIVES);
      Outcome whole = arrival.outcome().and(policy);
      outcomes.add(whole);
      causes.putIfAbsent(
          whole,
          arrival.outcome() == whole ? arrival.cause() : "policy of " + name(request.host()));
    }
    Outcome outcome = Outcome.whichever(outcomes);
    return new Found(
        outcome,
        name(request.host())
            + ": "
            + (outcomes.size() == 1 ? causes.get(outcome) : "some arrive, some do not: " + causes));
  }

  private static String name(Host host) {
    return switch (host) {
      case Host.Service(String service, String region) -> service;
      case Host.S3(String region) -> "s3";
      case Host.Registry(String name) -> "registry";
    };
  }

  /** Requests to any public address that no endpoint stands before have one fate. */
  private String hostKey(Host host) {
    return switch (host) {
      case Host.S3(String region) when region.equals(facts.region()) -> "s3";
      case Host.Service service when endpoint(service).isPresent() -> service.service();
      default -> "internet";
    };
  }

  // ---- policies -------------------------------------------------------------------------------

  private Outcome policy(Pull pull, Request request, Resource endpoint, Arrival arrival) {
    if (endpoint.get("PolicyDocument").isEmpty()) {
      return Outcome.ARRIVES;
    }
    ConcretePolicy policy =
        policies.computeIfAbsent(
            endpoint.id(), id -> new ConcretePolicy(endpoint.get("PolicyDocument").orElseThrow()));
    Situation situation =
        new Situation(
            endpoint.text("VpcId"),
            endpoint.token(),
            Block.show(arrival.source()),
            facts.region(),
            endpoint.text("VpcEndpointType", "Gateway").equals("Gateway"),
            pull.role());
    return request.calls().stream()
        .map(call -> policy.allows(call, situation))
        .reduce(Outcome.ARRIVES, Outcome::and);
  }

  // ---- the way --------------------------------------------------------------------------------

  private Set<Arrival> walk(Pull pull, Resource subnet, Host host) {
    Resource vpc = facts.need(subnet.text("VpcId"), "AWS::EC2::VPC");
    if (!vpc.isTrue("EnableDnsSupport", true)) {
      return Set.of(Arrival.lost("no resolver"));
    }
    Optional<Resource> endpoint =
        host instanceof Host.Service service ? endpoint(service) : Optional.empty();
    return endpoint.isPresent()
        ? toEndpoint(pull, subnet, endpoint.get())
        : toPublic(pull, subnet, hostKey(host).equals("s3"));
  }

  /** The endpoint to which the VPC's resolver leads a service's host. */
  private Optional<Resource> endpoint(Host.Service host) {
    return facts
        .all("AWS::EC2::VPCEndpoint")
        .filter(one -> one.text("VpcEndpointType", "Gateway").equals("Interface"))
        .filter(one -> one.isTrue("PrivateDnsEnabled", false))
        .filter(one ->
            one.text("ServiceName").equals("com.amazonaws." + host.region() + "." + host.service()))
        .findFirst();
  }

  private Set<Arrival> toEndpoint(Pull pull, Resource subnet, Resource endpoint) {
    Set<Arrival> arrivals = new LinkedHashSet<>();
    List<String> groups = endpoint.texts("SecurityGroupIds");
    if (groups.isEmpty()) {
      groups = List.of(Facts.defaultGroup(endpoint.text("VpcId")));
    }
    for (long source : addresses(subnet)) {
      for (String there : endpoint.texts("SubnetIds")) {
        Resource other = facts.need(there, "AWS::EC2::Subnet");
        for (long target : addresses(other)) {
          arrivals.add(inside(pull, subnet, source, other, target, endpoint, groups));
        }
      }
    }
    return arrivals.isEmpty() ? Set.of(Arrival.lost("no interface")) : arrivals;
  }

  private Arrival inside(
      Pull pull,
      Resource here,
      long source,
      Resource there,
      long target,
      Resource endpoint,
      List<String> groups) {
    Outcome out = filters.groups(pull.groups(), true, new End(target, false, groups));
    Outcome in = filters.groups(groups, false, new End(source, false, pull.groups()));
    if (out.and(in) != Outcome.ARRIVES) {
      String side = out.and(in) == in ? "group of the endpoint" : "group of the task";
      return new Arrival(out.and(in), side, Optional.empty(), source);
    }
    // Within a subnet nothing is routed. What stands between two subnets is taken to leave the
    // addresses as they are, so what the groups stop above is lost.
    if (!here.equals(there) && !(isLocal(here, target) && isLocal(there, source))) {
      return new Arrival(
          Outcome.DEPENDS, "route more specific than local", Optional.of(endpoint), source);
    }
    return here.equals(there) || passesAcls(here, source, there, target)
        ? new Arrival(Outcome.ARRIVES, "", Optional.of(endpoint), source)
        : aclWithPorts(here, source, there, target, endpoint);
  }

  /** Whether nothing stands between the subnet and the address of another one. */
  private boolean isLocal(Resource subnet, long address) {
    return routing.way(subnet, address).kind() == Routing.Kind.LOCAL;
  }

  private boolean passesAcls(Resource here, long source, Resource there, long target) {
    return answers.stream().allMatch(port -> acls(here, source, there, target, port));
  }

  private Arrival aclWithPorts(
      Resource here, long source, Resource there, long target, Resource endpoint) {
    return answers.stream().noneMatch(port -> acls(here, source, there, target, port))
        ? Arrival.lost("network ACL")
        : new Arrival(Outcome.DEPENDS, "network ACL, some ports", Optional.of(endpoint), source);
  }

  private boolean acls(Resource here, long source, Resource there, long target, int answer) {
    return filters.acl(here.token(), true, HTTPS, target)
        && filters.acl(there.token(), false, HTTPS, source)
        && filters.acl(there.token(), true, answer, source)
        && filters.acl(here.token(), false, answer, target);
  }

  private List<Long> addresses(Resource subnet) {
    return Block.of(subnet.text("CidrBlock")).interfaces(borders);
  }

  private Set<Arrival> toPublic(Pull pull, Resource subnet, boolean s3) {
    Set<Arrival> arrivals = new LinkedHashSet<>();
    for (long target : everywhere) {
      arrivals.addAll(toPublic(pull, subnet, target, s3));
    }
    return arrivals;
  }

  private Set<Arrival> toPublic(Pull pull, Resource subnet, long target, boolean s3) {
    Outcome out = filters.groups(pull.groups(), true, new End(target, s3, List.of()));
    if (out == Outcome.LOST) {
      return Set.of(
          routing.ways(subnet, target, s3).stream().anyMatch(this::isUnknown)
                  && mayLeave(pull.groups())
              ? Arrival.depends("group of the task, and what lies behind the route")
              : Arrival.lost("group of the task"));
    }
    Set<Arrival> arrivals = new LinkedHashSet<>();
    for (Routing.Way way : routing.ways(subnet, target, s3)) {
      for (Arrival arrival : along(pull, subnet, target, s3, way)) {
        arrivals.add(out == Outcome.ARRIVES ? arrival : arrival.perhaps("group of the task"));
      }
    }
    return arrivals;
  }

  private boolean isUnknown(Routing.Way way) {
    return way.kind() == Routing.Kind.UNKNOWN;
  }

  /** Behind a transit gateway, names may lead to private addresses that nobody sees from here. */
  private boolean mayLeave(List<String> groups) {
    return privately.stream()
        .anyMatch(address ->
            filters.groups(groups, true, new End(address, false, List.of())) != Outcome.LOST);
  }

  private List<Arrival> along(
      Pull pull, Resource subnet, long target, boolean s3, Routing.Way way) {
    Stream<Arrival> outcome =
        switch (way.kind()) {
          case LOCAL, NOWHERE -> Stream.of(Arrival.lost(way.cause()));
          case UNKNOWN -> Stream.of(Arrival.depends(way.cause()));
          case ENDPOINT ->
              addresses(subnet).stream()
                  .map(source ->
                      answered(
                          subnet,
                          target,
                          new Arrival(Outcome.ARRIVES, "", way.resource(), source)));
          case INTERNET ->
              Stream.of(
                  hasPublicAddress(pull, subnet)
                      ? answered(subnet, target, internet(subnet, true))
                      : Arrival.lost("no public address"));
          case NAT -> throughNat(subnet, target, s3, way.resource().orElseThrow());
        };
    return outcome.distinct().toList();
  }

  private static boolean hasPublicAddress(Pull pull, Resource subnet) {
    return pull.publicIp().orElseGet(() -> subnet.isTrue("MapPublicIpOnLaunch", false));
  }

  /** The outcome, unless the ACL of the caller's subnet stops the call or its answer. */
  private Arrival answered(Resource subnet, long target, Arrival arrival) {
    List<Boolean> passed =
        answers.stream()
            .map(port ->
                filters.acl(subnet.token(), true, HTTPS, target)
                    && filters.acl(subnet.token(), false, port, target))
            .distinct()
            .toList();
    return passed.size() > 1
        ? arrival.perhaps("network ACL, some ports")
        : passed.getFirst() ? arrival : Arrival.lost("network ACL");
  }

  /** Whether traffic between the subnet and an internet gateway is let through. */
  private Arrival internet(Resource subnet, boolean straight) {
    return new PublicAccess(facts).isBlocked(subnet, straight)
        ? Arrival.lost("public access is blocked")
        : new Arrival(Outcome.ARRIVES, "", Optional.empty(), 0);
  }

  private Stream<Arrival> throughNat(Resource subnet, long target, boolean s3, Resource nat) {
    if (nat.text("AvailabilityMode", "zonal").equals("regional")) {
      return Stream.of(answered(subnet, target, internet(subnet, false)));
    }
    Resource there = facts.need(nat.text("SubnetId"), "AWS::EC2::Subnet");
    List<Arrival> arrivals = new ArrayList<>();
    for (long source : addresses(subnet)) {
      for (Routing.Way way : routing.ways(there, target, s3)) {
        arrivals.add(answered(subnet, target, atNat(subnet, source, there, target, nat, way)));
      }
    }
    return arrivals.stream();
  }

  private Arrival atNat(
      Resource subnet, long source, Resource there, long target, Resource nat, Routing.Way way) {
    Arrival onward = onward(there, nat, way);
    boolean same = subnet.equals(there);
    List<Boolean> passed = new ArrayList<>();
    for (int back : answers) {
      for (int natPort : natPorts) {
        passed.add(
            (same || filters.acl(there.token(), false, HTTPS, source))
                && filters.acl(there.token(), true, HTTPS, target)
                && filters.acl(there.token(), false, natPort, target)
                && (same || filters.acl(there.token(), true, back, source)));
      }
    }
    List<Boolean> distinct = passed.stream().distinct().toList();
    boolean isOpen = distinct.size() > 1 || !(same || isLocal(there, source));
    return isOpen && !distinct.equals(List.of(false))
        ? onward.perhaps("network ACL of the NAT gateway, some ports")
        : distinct.getFirst() ? onward : Arrival.lost("network ACL of the NAT gateway");
  }

  private Arrival onward(Resource there, Resource nat, Routing.Way way) {
    boolean isPublic = nat.text("ConnectivityType", "public").equals("public");
    return switch (way.kind()) {
      case INTERNET -> isPublic ? internet(there, false) : Arrival.lost("private NAT gateway");
      case ENDPOINT -> {
        long source = Block.of(there.text("CidrBlock")).first() + 4;
        yield new Arrival(Outcome.ARRIVES, "", way.resource(), source);
      }
      case NAT ->
          way.resource().orElseThrow().equals(nat)
              ? Arrival.lost("NAT gateway behind itself")
              : Arrival.depends("NAT gateway behind NAT gateway");
      case UNKNOWN -> Arrival.depends(way.cause());
      case LOCAL, NOWHERE -> Arrival.lost("behind the NAT gateway: " + way.cause());
    };
  }
}
