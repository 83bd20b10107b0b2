package ecraccess.live.preflight;

import ecraccess.core.aws.Service;
import ecraccess.core.logic.Answer;
import ecraccess.core.logic.Known;
import ecraccess.core.net.AddressSet;
import ecraccess.live.lookup.Account;
import ecraccess.live.lookup.NetworkRequest;
import ecraccess.live.lookup.Obstacle;
import ecraccess.live.network.NetworkAnswers;
import ecraccess.live.network.VpcSnapshot;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What EC2 would refuse at creation and the judge does not know of, because no template shows it.
 */
record Preflight(NetworkRequest request, VpcSnapshot facts) {
  /** What is sure to fail. */
  List<Obstacle> reasons() {
    return Stream.of(
            shared(), offered(), privateDnsNames(), freeAddresses(), outsideTheBlock(), ipv6())
        .flatMap(reasons -> reasons)
        .toList();
  }

  /** Who shares in a VPC may not create endpoints in it. */
  private Stream<Obstacle> shared() {
    Optional<String> owner =
        facts
            .vpc()
            .value()
            .flatMap(vpc -> vpc.map(Account.Vpc::owner))
            .or(() ->
                request.subnets().stream()
                    .flatMap(id -> facts.subnet(id).stream())
                    .map(Account.Subnet::owner)
                    .findFirst());
    return request.planned().isEmpty()
        ? Stream.empty()
        : request.account().stream()
            .filter(asking -> owner.filter(one -> !one.equals(asking)).isPresent())
            .map(asking ->
                new Obstacle(
                    request.path("VpcId", request.vpc()),
                    "expected a VPC of account %s, found %s, which account %s shares: only its owner can create endpoints in it; deploy this in account %3$s"
                        .formatted(asking, request.vpc(), owner.orElseThrow())));
  }

  private Stream<Obstacle> offered() {
    return facts.services() instanceof Known.Is<List<Account.EndpointService>> known
        ? request
            .usual()
            .map(NetworkRequest.Planned::service)
            .filter(service -> entry(service).isEmpty())
            .map(service -> notOffered(service, known.it()))
        : Stream.empty();
  }

  private Obstacle notOffered(Service service, List<Account.EndpointService> offers) {
    String name = request.fullName(service);
    String type = service.isGateway() ? "gateway" : "interface";
    boolean otherType = offers.stream().anyMatch(offer -> offer.name().equals(name));
    boolean base = Service.OF_A_PULL.contains(service);
    return new Obstacle(
        request.path(base ? "Services" : "AdditionalServices", name),
        "expected %s among the %s endpoint services of %s, found %s; %s"
            .formatted(
                name,
                type,
                request.region(),
                otherType ? "another type only" : "no such service",
                base ? "use a region that has it" : "leave out " + service));
  }

  private Optional<Account.EndpointService> entry(Service service) {
    String name = request.fullName(service);
    return VpcSnapshot.all(facts.services())
        .filter(offer -> offer.name().equals(name))
        .filter(offer -> service.isGateway() ? offer.isGateway() : offer.isInterface())
        .findFirst();
  }

  private Stream<Obstacle> privateDnsNames() {
    return request
        .interfaces()
        .filter(planned -> planned.privateDns().test(wanted -> wanted) == Answer.YES)
        .map(NetworkRequest.Planned::service)
        .filter(service -> entry(service).filter(offer -> !offer.privateDns()).isPresent())
        .map(service ->
            new Obstacle(
                request.path("PrivateDnsEnabled", request.fullName(service)),
                "expected a service with a private DNS name, found %1$s, which has none; add Overrides: {%2$s: {PrivateDnsEnabled: false}}"
                    .formatted(request.fullName(service), service)));
  }

  /** An interface takes one address of its subnet; those that stand there already take no more. */
  private Stream<Obstacle> freeAddresses() {
    List<String> lookedUp = new NetworkAnswers(request, facts).subnets();
    return request.namedSubnets().stream()
        .flatMap(id -> facts.subnet(id).stream())
        .filter(subnet -> subnet.block().isPresent())
        .flatMap(subnet -> {
          long needed =
              request
                  .interfaces()
                  .filter(planned -> planned.subnets().orElse(lookedUp).contains(subnet.id()))
                  .filter(planned -> !standsIn(planned.service(), subnet.id()))
                  .count();
          return needed > subnet.freeAddresses()
              ? Stream.of(
                  new Obstacle(
                      request.path("SubnetIds", subnet.id()),
                      "expected %d free addresses in %s for the endpoints' interfaces, found %d; give another subnet of zone %s first"
                          .formatted(needed, subnet.id(), subnet.freeAddresses(), subnet.zoneId())))
              : Stream.<Obstacle>empty();
        });
  }

  private boolean standsIn(Service service, String subnet) {
    String name = request.fullName(service);
    return VpcSnapshot.all(facts.endpoints())
        .anyMatch(endpoint ->
            request.owns(endpoint)
                && endpoint.service().equals(name)
                && endpoint.subnets().contains(subnet));
  }

  /** The created group admits the primary block only. */
  private Stream<Obstacle> outsideTheBlock() {
    Optional<AddressSet> primary =
        facts
            .vpc()
            .value()
            .flatMap(vpc -> vpc.flatMap(found -> found.blocks().stream().findFirst()))
            .flatMap(AddressSet::parse);
    return !request.clients().contains("VpcCidrBlock") || primary.isEmpty()
        ? Stream.empty()
        : request.subnets().stream()
            .flatMap(id -> facts.subnet(id).stream())
            .filter(subnet ->
                subnet.vpc().equals(request.vpc())
                    && subnet
                        .block()
                        .flatMap(AddressSet::parse)
                        .filter(block -> !primary.get().overlaps(block))
                        .isPresent())
            .map(subnet ->
                new Obstacle(
                    request.path("ClientCidrs", subnet.id()),
                    "missing, expected the CIDR blocks of the VPC, because %s (%s) lies outside its primary block %s, which alone the created security group would admit"
                        .formatted(subnet.id(), subnet.block().orElseThrow(), primary.get())));
  }

  private Stream<Obstacle> ipv6() {
    return request.clients().contains("VpcIpv6CidrBlock")
            && facts
                .vpc()
                .value()
                .flatMap(vpc -> vpc)
                .filter(vpc -> vpc.ipv6Blocks().isEmpty())
                .isPresent()
        ? Stream.of(
            new Obstacle(
                request.path("IpAddressType", request.vpc()),
                "expected a VPC with an IPv6 block, found %s without one; leave out IpAddressType, or give ClientCidrs"
                    .formatted(request.vpc())))
        : Stream.empty();
  }
}
