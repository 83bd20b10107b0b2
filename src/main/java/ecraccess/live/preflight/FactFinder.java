package ecraccess.live.preflight;

import ecraccess.core.logic.Known;
import ecraccess.live.lookup.Account;
import ecraccess.live.lookup.NetworkRequest;
import ecraccess.live.lookup.Reply;
import ecraccess.live.lookup.Scope;
import ecraccess.live.network.VpcSnapshot;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Asks an account for all that matters to a request, and for no more. */
public final class FactFinder {
  private final NetworkRequest request;
  private final Account account;
  private final QueryLog inquiry;
  private final Scope.InVpc here;

  FactFinder(NetworkRequest request, Account account, QueryLog inquiry) {
    this.request = request;
    this.account = account;
    this.inquiry = inquiry;
    this.here = new Scope.InVpc(request.vpc());
  }

  VpcSnapshot find() {
    Known<Optional<Account.Vpc>> vpc =
        inquiry
            .ask("VPC " + request.vpc(), () -> account.vpcs(new Scope.Ids(List.of(request.vpc()))))
            .map(found -> found.stream().findFirst());
    boolean checks = request.preflight() && !vpc.value().equals(Optional.of(Optional.empty()));
    return new VpcSnapshot(
        vpc,
        ifChecked(checks, of("the DNS attributes"), () -> account.dnsSupport(request.vpc())),
        ifChecked(checks, of("the DNS attributes"), () -> account.dnsHostnames(request.vpc())),
        domainNameServers(vpc, checks),
        named("the subnets", account::subnets, request.namedSubnets(), Account.Subnet::id),
        named(
            "the route tables",
            account::routeTables,
            request.namedRouteTables(),
            Account.RouteTable::id),
        checks
            ? named(
                "the security groups",
                account::securityGroups,
                request.namedGroups(),
                Account.SecurityGroup::id)
            : notAsked("the security groups"),
        ifChecked(checks, of("the network ACLs"), () -> account.networkAcls(here)),
        ifChecked(checks, of("the NAT gateways"), () -> account.natGateways(here)),
        ifChecked(checks, of("the endpoints"), () -> account.endpoints(here)),
        ifChecked(
            checks && request.gateways().findAny().isPresent(),
            "the gateway endpoints of the region",
            account::gatewayEndpoints),
        services(),
        inquiry.ask("the prefix list of S3", () -> account.prefixList(request.s3PrefixListName())));
  }

  private Known<List<String>> domainNameServers(Known<Optional<Account.Vpc>> vpc, boolean checks) {
    String what = of("the DHCP options");
    return switch (vpc.map(found -> found.flatMap(Account.Vpc::dhcpOptions))) {
      case Known.Is<Optional<String>>(Optional<String> options) when options.isEmpty() ->
          Known.is(List.of());
      case Known.Is<Optional<String>>(Optional<String> options) ->
          ifChecked(checks, what, () -> account.domainNameServers(options.orElseThrow()));
      case Known.Unknown<Optional<String>>(String missing) -> Known.unknown(what);
    };
  }

  private Known<List<Account.EndpointService>> services() {
    List<String> names =
        request
            .usual()
            .map(NetworkRequest.Planned::service)
            .map(request::fullName)
            .distinct()
            .toList();
    return names.isEmpty()
        ? Known.is(List.of())
        : inquiry.ask("the endpoint services of the region", () -> account.endpointServices(names));
  }

  /** All of the VPC, and those named ones that it has not. */
  private <T> Known<List<T>> named(
      String what,
      Function<Scope, Reply<List<T>>> question,
      List<String> names,
      Function<T, String> idOf) {
    Known<List<T>> inVpc = inquiry.ask(of(what), () -> question.apply(here));
    List<String> missing =
        names.stream()
            .filter(name -> VpcSnapshot.all(inVpc).map(idOf).noneMatch(name::equals))
            .toList();
    if (missing.isEmpty() || inVpc.value().isEmpty()) {
      return inVpc;
    }
    Known<List<T>> elsewhere =
        inquiry.ask(
            what + " " + String.join(", ", missing), () -> question.apply(new Scope.Ids(missing)));
    return elsewhere.map(found -> Stream.concat(VpcSnapshot.all(inVpc), found.stream()).toList());
  }

  private <T> Known<T> ifChecked(boolean checks, String what, Supplier<Reply<T>> question) {
    return checks ? inquiry.ask(what, question) : notAsked(what);
  }

  private static <T> Known<T> notAsked(String what) {
    return Known.unknown(what + " (not asked for)");
  }

  private String of(String what) {
    return what + " of " + request.vpc();
  }
}
