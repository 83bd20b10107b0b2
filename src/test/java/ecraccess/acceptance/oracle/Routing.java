package ecraccess.acceptance.oracle;

import ecraccess.acceptance.oracle.Facts.Resource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Route tables: the longest prefix wins.
 *
 * @see <a href="https://docs.aws.amazon.com/vpc/latest/userguide/route-tables-priority.html">VPC
 *     guide, route priority</a>
 */
final class Routing {
  /** No published range of S3 is larger than /10, so a larger route loses to the gateway's. */
  private static final int LARGEST_OF_S3 = 10;

  private final Facts facts;
  private final Filters filters;
  private final Map<String, List<Entry>> tables = new HashMap<>();

  Routing(Facts facts, Filters filters) {
    this.facts = facts;
    this.filters = filters;
  }

  /** Where a route leads. */
  enum Kind {
    LOCAL,
    ENDPOINT,
    INTERNET,
    NAT,
    NOWHERE,
    UNKNOWN
  }

  /**
   * @param resource the endpoint or the NAT gateway
   */
  record Way(Kind kind, Optional<Resource> resource, String cause) {
    static Way of(Kind kind, String cause) {
      return new Way(kind, Optional.empty(), cause);
    }
  }

  /**
   * @param blocks empty for the route of an S3 gateway, which holds S3's addresses
   */
  private record Entry(List<Block> blocks, Way way) {
    Optional<Integer> length(long address) {
      return blocks.stream()
          .filter(block -> block.holds(address))
          .map(Block::length)
          .max(Comparator.naturalOrder());
    }
  }

  /** The way to an address that no S3 gateway can have a route for. */
  Way way(Resource subnet, long address) {
    return ways(subnet, address, false).getFirst();
  }

  /** Every way that is possible: how large S3's ranges are is not for sure. */
  List<Way> ways(Resource subnet, long address, boolean s3) {
    List<Entry> entries = tables.computeIfAbsent(subnet.token(), token -> entries(subnet));
    Optional<Entry> longest =
        entries.stream()
            .filter(entry -> entry.length(address).isPresent())
            .max(Comparator.comparing(entry -> entry.length(address).orElseThrow()));
    Optional<Way> gateway =
        entries.stream()
            .filter(entry -> s3 && entry.way().kind() == Kind.ENDPOINT)
            .map(Entry::way)
            .findFirst();
    Way written = longest.map(Entry::way).orElse(Way.of(Kind.NOWHERE, "no route"));
    if (gateway.isEmpty()) {
      return List.of(written);
    }
    boolean mayWin =
        longest
            .flatMap(entry -> entry.length(address))
            .filter(one -> one > LARGEST_OF_S3)
            .isPresent();
    return mayWin ? List.of(gateway.get(), written) : List.of(gateway.get());
  }

  private List<Entry> entries(Resource subnet) {
    List<Entry> entries = new ArrayList<>();
    String vpc = subnet.text("VpcId");
    entries.add(new Entry(blocks(vpc), Way.of(Kind.LOCAL, "local route")));
    table(subnet)
        .ifPresent(table -> {
          facts
              .all("AWS::EC2::Route")
              .filter(route -> route.text("RouteTableId").equals(table))
              .forEach(route -> entries.add(new Entry(destination(route), target(route))));
          gateways(table)
              .forEach(endpoint ->
                  entries.add(
                      new Entry(List.of(), new Way(Kind.ENDPOINT, Optional.of(endpoint), ""))));
        });
    return entries;
  }

  private List<Block> blocks(String vpc) {
    return Stream.concat(
            Stream.of(facts.need(vpc, "AWS::EC2::VPC")),
            facts.all("AWS::EC2::VPCCidrBlock").filter(one -> one.text("VpcId").equals(vpc)))
        .map(one -> Block.of(one.text("CidrBlock")))
        .toList();
  }

  private Optional<String> table(Resource subnet) {
    return facts
        .all("AWS::EC2::SubnetRouteTableAssociation")
        .filter(one -> one.text("SubnetId").equals(subnet.token()))
        .map(one -> one.text("RouteTableId"))
        .findFirst();
  }

  private Stream<Resource> gateways(String table) {
    return facts
        .all("AWS::EC2::VPCEndpoint")
        .filter(one -> one.text("VpcEndpointType", "Gateway").equals("Gateway"))
        .filter(one -> one.text("ServiceName").endsWith(".s3"))
        .filter(one -> one.texts("RouteTableIds").contains(table));
  }

  private List<Block> destination(Resource route) {
    return route
        .get("DestinationCidrBlock")
        .map(block -> List.of(Block.of(block.toString())))
        .orElseGet(() ->
            facts
                .need(route.text("DestinationPrefixListId"), "AWS::EC2::PrefixList")
                .nested("Entries")
                .stream()
                .map(entry -> Block.of(entry.text("Cidr")))
                .toList());
  }

  private Way target(Resource route) {
    if (route.get("GatewayId").isPresent()) {
      return facts.of(route.text("GatewayId"), "AWS::EC2::InternetGateway").isPresent()
          ? Way.of(Kind.INTERNET, "")
          : Way.of(Kind.UNKNOWN, "virtual private gateway");
    }
    if (route.get("NatGatewayId").isPresent()) {
      return new Way(
          Kind.NAT,
          Optional.of(facts.need(route.text("NatGatewayId"), "AWS::EC2::NatGateway")),
          "");
    }
    return route.get("VpcPeeringConnectionId").isPresent()
        ? Way.of(Kind.NOWHERE, "peering")
        : Way.of(Kind.UNKNOWN, "transit gateway, interface or appliance");
  }
}
