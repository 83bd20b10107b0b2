package ecraccess.reach.rule;

import ecraccess.core.json.JsonPath;
import ecraccess.core.logic.Ternary;
import ecraccess.reach.model.Id;
import ecraccess.reach.model.Network;
import ecraccess.reach.model.RouteTable;
import ecraccess.reach.model.RouteTable.Route;
import ecraccess.reach.model.RouteTable.Target;
import ecraccess.reach.verdict.Check;
import ecraccess.reach.verdict.Findings;
import ecraccess.reach.verdict.Verdict;
import java.util.Optional;
import java.util.stream.Stream;

/** What EC2 refuses in routes, whoever would use them. */
public record RouteTargets(Network network) {
  public static final Check TARGET_REFUSED =
      Check.of(
          "route-target",
          "Route with a target that EC2 refuses",
          "A route names exactly one target, in the property of its kind. A NAT gateway in "
              + "`GatewayId` never becomes a working route.",
          "Name the target in the property of its kind, and no other.",
          "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-route.html");

  public static final Check GATEWAY_NOT_ATTACHED =
      Check.of(
          "internet-gateway-not-attached",
          "Route to an internet gateway that is not attached to the VPC",
          "EC2 refuses a route to an internet gateway that is not attached to the VPC of the "
              + "route table.",
          "Add an `AWS::EC2::VPCGatewayAttachment` of both.",
          "https://docs.aws.amazon.com/vpc/latest/userguide/route-table-options.html");

  public static final Check NAT_WITHOUT_ADDRESS =
      Check.of(
          "nat-without-address",
          "Public NAT gateway without an address",
          "A NAT gateway is public unless it says otherwise, and a public one in a subnet needs "
              + "`AllocationId`.",
          "Name an `AWS::EC2::EIP` in `AllocationId`.",
          "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-ec2-natgateway.html");

  /** Every refusal that the facts prove. */
  public Stream<Verdict> findings() {
    return network.routeTables().stream()
        .flatMap(table -> table.routes().stream().flatMap(route -> of(route, table).stream()))
        .filter(Verdict.Cannot.class::isInstance)
        .distinct();
  }

  private static Optional<Verdict> of(Route route, RouteTable table) {
    return switch (route.target()) {
      case Target.InternetGateway gateway -> attached(route.path(), gateway, table.vpc());
      case Target.Nat nat ->
          address(nat)
              .or(() -> nat.gateway().flatMap(own -> attached(nat.path(), own, table.vpc())));
      case Target.Refused refused -> Optional.of(refused(refused));
      case Target.Local local -> Optional.empty();
      case Target.DeadEnd end -> Optional.empty();
      case Target.Elsewhere elsewhere -> Optional.empty();
    };
  }

  /** The refusal that the route's reader saw. */
  public static Verdict refused(Target.Refused target) {
    return new Verdict.Cannot(TARGET_REFUSED, target.path(), target.text(), "");
  }

  /**
   * Nothing where the gateway is attached to the VPC.
   *
   * @param path of the route to it
   */
  public static Optional<Verdict> attached(JsonPath path, Target.InternetGateway gateway, Id vpc) {
    return Findings.of(
        GATEWAY_NOT_ATTACHED,
        Ternary.isTrue(gateway.attached()).not(),
        path,
        () ->
            "expected an internet gateway that is attached to VPC %s, found %s, which is not; add an AWS::EC2::VPCGatewayAttachment of both"
                .formatted(vpc, gateway.name()),
        () ->
            "route table and network gateway %s belong to different networks"
                .formatted(gateway.name()));
  }

  /** Nothing where the NAT gateway has the address that it needs. */
  public static Optional<Verdict> address(Target.Nat nat) {
    return Findings.of(
        NAT_WITHOUT_ADDRESS,
        Ternary.isTrue(nat.isPublic()).and(Ternary.isTrue(nat.hasAddress()).not()),
        nat.path(),
        () ->
            "expected AllocationId of the public NAT gateway %s, found none; name an AWS::EC2::EIP"
                .formatted(nat.name()));
  }
}
