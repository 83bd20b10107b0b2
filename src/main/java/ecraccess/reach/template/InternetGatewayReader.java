package ecraccess.reach.template;

import ecraccess.core.cfn.Branch;
import ecraccess.core.cfn.Resource;
import ecraccess.core.logic.Known;
import ecraccess.core.logic.Ternary;
import ecraccess.reach.model.Id;
import ecraccess.reach.model.RouteTable.Target.InternetGateway;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads internet gateways: whether they are attached, and which route table they have. */
final class InternetGatewayReader {
  private static final String ATTACHMENT = "AWS::EC2::VPCGatewayAttachment";

  private final Scenario scenario;
  private final List<Attachment> attachments;
  private final AssociationIndex edgeTables;

  /** One of an internet gateway. */
  private record Attachment(Resource resource, Id gateway, Id vpc) {}

  InternetGatewayReader(Scenario scenario) {
    this.scenario = scenario;
    this.attachments =
        scenario.resources(ATTACHMENT).flatMap(resource -> attachment(resource).stream()).toList();
    this.edgeTables =
        new AssociationIndex(scenario, "AWS::EC2::GatewayRouteTableAssociation", "GatewayId");
  }

  private Optional<Attachment> attachment(Resource resource) {
    Branch properties = scenario.properties(resource);
    return scenario
        .member(properties, "InternetGatewayId")
        .map(scenario::id)
        .flatMap(gateway ->
            scenario
                .member(properties, "VpcId")
                .map(scenario::id)
                .map(vpc -> new Attachment(resource, gateway, vpc)));
  }

  /** The gateway, as routes of that VPC lead to it. */
  InternetGateway read(Id gateway, Id vpc) {
    Ternary attached =
        Ternary.any(
            attachments.stream()
                .map(one -> one.gateway().is(gateway).and(one.vpc().is(vpc)))
                .toList());
    return gateway(
        gateway.toString(), attached, isMadeHere(gateway, vpc), Stream.of(gateway, vpc), gateway);
  }

  /** The gateway of the VPC, whichever it is. */
  InternetGateway ofVpc(Id vpc) {
    Optional<Id> gateway =
        attachments.stream()
            .filter(one -> one.vpc().is(vpc).isYes())
            .map(Attachment::gateway)
            .findFirst();
    return gateway
        .map(id -> read(id, vpc))
        .orElseGet(() ->
            gateway(
                "an internet gateway",
                Ternary.any(attachments.stream().map(one -> one.vpc().is(vpc)).toList()),
                vpc instanceof Id.Created,
                Stream.of(vpc),
                vpc));
  }

  private InternetGateway gateway(
      String name, Ternary attached, boolean isNew, Stream<Id> touched, Id edge) {
    Known<Boolean> known =
        attached.isYes()
            ? Known.is(true)
            : attached.isOpen()
                ? Known.unknown(attached.missing())
                : unseen(touched)
                    .<Known<Boolean>>map(Known::unknown)
                    // What is there already EC2 would refuse to route to, were it not attached.
                    .orElseGet(() -> Known.is(!isNew));
    return new InternetGateway(name, known, edgeTable(edge));
  }

  /** Nothing but this template can have attached what it makes. */
  private static boolean isMadeHere(Id gateway, Id vpc) {
    return gateway instanceof Id.Created || vpc instanceof Id.Created;
  }

  private Optional<String> unseen(Stream<Id> touched) {
    return Stream.concat(
            scenario.unsure(ATTACHMENT).map(Inventory.Unsure::reason),
            touched.flatMap(id -> scenario.opaque().reason(id.toString()).stream()))
        .findFirst();
  }

  private Optional<Id> edgeTable(Id gateway) {
    return edgeTables
        .to(gateway)
        .flatMap(association -> scenario.member(association, "RouteTableId").stream())
        .map(scenario::id)
        .findFirst()
        .or(() ->
            edgeTables
                .doubt(gateway)
                .map(reason -> new Id.Open("the route table of " + gateway, reason)));
  }
}
