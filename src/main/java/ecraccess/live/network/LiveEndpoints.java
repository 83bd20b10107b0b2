package ecraccess.live.network;

import ecraccess.core.aws.Service;
import ecraccess.core.json.JsonPath;
import ecraccess.core.json.JsonText;
import ecraccess.core.json.MalformedJson;
import ecraccess.core.logic.Known;
import ecraccess.live.lookup.Account;
import ecraccess.live.lookup.NetworkRequest;
import ecraccess.reach.model.Endpoint;
import ecraccess.reach.model.Id;
import ecraccess.reach.model.Resolved;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The endpoints of a VPC as they will be: those of others, and those that a stack plans. */
record LiveEndpoints(NetworkRequest request, VpcSnapshot facts) {
  private static final Set<String> GONE = Set.of("deleting", "deleted");
  private static final Set<String> COMING = Set.of("pending", "pendingacceptance");

  List<Endpoint> all() {
    return Stream.concat(
            VpcSnapshot.all(facts.endpoints()).filter(this::counts).map(this::endpoint),
            request.stack().stream()
                .flatMap(stack -> request.usual().map(planned -> planned(stack, planned))))
        .toList();
  }

  private boolean counts(Account.Endpoint endpoint) {
    return !GONE.contains(state(endpoint)) && !request.owns(endpoint) && concerns(endpoint);
  }

  /** Others are nobody's business here, whatever may be wrong with them. */
  private boolean concerns(Account.Endpoint endpoint) {
    return service(endpoint.service(), endpoint.region().orElse(request.region()))
        .filter(request::concerns)
        .isPresent();
  }

  private static String state(Account.Endpoint endpoint) {
    return endpoint.state().toLowerCase(Locale.ROOT);
  }

  private Endpoint endpoint(Account.Endpoint endpoint) {
    String id = endpoint.id();
    String region = endpoint.region().orElse(request.region());
    return new Endpoint(
        id,
        JsonPath.of(id),
        id,
        Known.is(endpoint.service()),
        Known.is(service(endpoint.service(), region)),
        Known.is(region.equals(request.region())),
        Known.is(type(endpoint.type())),
        new Id.Literal(request.vpc()),
        ids(endpoint.subnets()),
        false,
        ids(endpoint.groups()),
        ids(endpoint.routeTables()),
        privateDns(endpoint),
        policy(endpoint),
        available(endpoint),
        property -> JsonPath.of(id, property));
  }

  /** The short name behind the region; a service of somebody else's has none. */
  static Optional<Service> service(String fullName, String region) {
    String mark = "." + region + ".";
    int at = fullName.indexOf(mark);
    return at < 0 || fullName.contains(".vpce.")
        ? Optional.empty()
        : Optional.of(fullName.substring(at + mark.length()))
            .filter(Service::isName)
            .map(Service::new);
  }

  private static Endpoint.Type type(String text) {
    return switch (text) {
      case "Interface" -> Endpoint.Type.INTERFACE;
      case "Gateway" -> Endpoint.Type.GATEWAY;
      default -> Endpoint.Type.OTHER;
    };
  }

  private static Known<Boolean> privateDns(Account.Endpoint endpoint) {
    boolean wanted = endpoint.privateDns() && endpoint.type().equals("Interface");
    return state(endpoint).equals("available") || !wanted
        ? Known.is(wanted)
        : Known.unknown(
            "whether %s, which is %s, holds its private DNS name"
                .formatted(endpoint.id(), endpoint.state()));
  }

  private static Known<Boolean> available(Account.Endpoint endpoint) {
    return COMING.contains(state(endpoint))
        ? Known.unknown("whether %s becomes available".formatted(endpoint.id()))
        : Known.is(state(endpoint).equals("available"));
  }

  private static Known<Optional<Resolved>> policy(Account.Endpoint endpoint) {
    if (endpoint.policy().isEmpty()) {
      return Known.is(Optional.empty());
    }
    try {
      return Known.is(Optional.of(Resolved.of(JsonText.read(endpoint.policy().get()))));
    } catch (MalformedJson e) {
      return Known.unknown("the policy of " + endpoint.id());
    }
  }

  private Endpoint planned(NetworkRequest.Stack stack, NetworkRequest.Planned planned) {
    Service service = planned.service();
    boolean gateway = service.isGateway();
    JsonPath path = JsonPath.of("Resources", stack.shorthand());
    return new Endpoint(
        stack.shorthand() + service.partName(),
        path,
        stack.shorthand(),
        Known.is(request.fullName(service)),
        Known.is(Optional.of(service)),
        Known.is(true),
        Known.is(gateway ? Endpoint.Type.GATEWAY : Endpoint.Type.INTERFACE),
        new Id.Literal(request.vpc()),
        gateway ? List.of() : ids(subnets(planned)),
        false,
        gateway ? List.of() : groups(stack, planned),
        gateway ? ids(routeTables(planned)) : List.of(),
        gateway ? Known.is(false) : planned.privateDns(),
        Known.unknown("the policy of " + stack.shorthand() + service.partName()),
        Known.is(true),
        property -> path.member("Properties").member(property));
  }

  /** What is not in the VPC is refused elsewhere, once. */
  private List<String> subnets(NetworkRequest.Planned planned) {
    return planned.subnets().orElseGet(() -> new NetworkAnswers(request, facts).subnets()).stream()
        .filter(id ->
            ReferenceCheck.mayBeHere(
                id, facts.subnets(), Account.Subnet::id, subnet -> isHere(subnet.vpc())))
        .toList();
  }

  private List<Id> groups(NetworkRequest.Stack stack, NetworkRequest.Planned planned) {
    return planned
        .groups()
        .map(groups ->
            ids(
                groups.stream()
                    .filter(id ->
                        ReferenceCheck.mayBeHere(
                            id,
                            facts.groups(),
                            Account.SecurityGroup::id,
                            group -> isHere(group.vpc())))
                    .toList()))
        .orElseGet(() -> List.of(LiveRules.createdId(stack)));
  }

  private List<String> routeTables(NetworkRequest.Planned planned) {
    return planned
        .routeTables()
        .or(request::routeTables)
        .or(new NetworkAnswers(request, facts)::routeTables)
        .orElse(List.of())
        .stream()
        .filter(id ->
            ReferenceCheck.mayBeHere(
                id, facts.routeTables(), Account.RouteTable::id, table -> isHere(table.vpc())))
        .toList();
  }

  private boolean isHere(String vpc) {
    return vpc.equals(request.vpc());
  }

  static List<Id> ids(List<String> ids) {
    return ids.stream().<Id>map(Id.Literal::new).toList();
  }
}
