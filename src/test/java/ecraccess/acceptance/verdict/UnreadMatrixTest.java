package ecraccess.acceptance.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import ecraccess.core.cfn.Resource;
import ecraccess.core.cfn.Template;
import ecraccess.core.json.Json;
import ecraccess.core.json.JsonPath;
import ecraccess.reach.ledger.Ledger;
import ecraccess.reach.ledger.Ledger.Entry;
import ecraccess.reach.ledger.Ledger.Node;
import ecraccess.reach.ledger.Ledger.Section;
import ecraccess.reach.ledger.Ledger.When;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * No healthy template is said to pull once it has something that nobody reads: every property that
 * the ledger calls unknown, and one that nobody has heard of, in every resource that has a part in
 * the pull, and every type that is unknown beside it.
 */
class UnreadMatrixTest {
  private static final int FEWEST = 300;
  private static final String MADE_UP = "MadeUp";

  /** Where a property that names another thing has to lead for the resource to have a part. */
  private static final Map<String, String> NAMES =
      Map.ofEntries(
          Map.entry("VpcId", "AWS::EC2::VPC"),
          Map.entry("VPCId", "AWS::EC2::VPC"),
          Map.entry("Vpc", "AWS::EC2::VPC"),
          Map.entry("VpcIdentifier", "AWS::EC2::VPC"),
          Map.entry("ResourceId", "AWS::EC2::VPC"),
          Map.entry("SubnetId", "AWS::EC2::Subnet"),
          Map.entry("RouteTableId", "AWS::EC2::RouteTable"),
          Map.entry("GroupId", "AWS::EC2::SecurityGroup"));

  /** Types that do something only where there is a way through an internet gateway. */
  private static final Set<String> ON_THE_INTERNET =
      Set.of("AWS::EC2::IpPoolRouteTableAssociation", "AWS::Organizations::Policy");

  /** Types that do something only to others of which the templates here have none. */
  private static final Set<String> NO_PART =
      Set.of(
          "AWS::EC2::VPC",
          "AWS::EC2::Subnet",
          "AWS::EC2::RouteTable",
          "AWS::EC2::Route",
          "AWS::EC2::SecurityGroup",
          "AWS::EC2::VPCEndpoint",
          "AWS::EC2::VPCBlockPublicAccessOptions",
          "AWS::EC2::VPCBlockPublicAccessExclusion",
          "AWS::EC2::PrefixList",
          "AWS::EC2::VPNGatewayRoutePropagation",
          "AWS::EC2::GatewayRouteTableAssociation",
          "AWS::EC2::DHCPOptions",
          "AWS::EC2::InternetGateway",
          "AWS::EC2::NatGateway",
          "AWS::EC2::NetworkAcl",
          "AWS::EC2::NetworkAclEntry",
          "AWS::NetworkFirewall::Firewall",
          "AWS::Route53::HostedZone",
          "AWS::Route53Resolver::FirewallDomainList",
          "AWS::Route53Resolver::FirewallRuleGroup",
          "AWS::Route53Resolver::FirewallRuleGroupAssociation",
          "AWS::Route53Resolver::ResolverRule");

  private record Cell(String name, Json.Obj template, String region, String words) {}

  private static Stream<Healthy> healthy() {
    return Healthy.all().stream()
        .filter(one -> one.expected() == Judged.Kind.CAN && !one.hasShorthand());
  }

  @TestFactory
  Stream<DynamicNode> whatNobodyReadsIsNamed() {
    return healthy()
        .map(one ->
            dynamicContainer(
                one.name(), cells(one).map(cell -> dynamicTest(cell.name(), () -> check(cell)))));
  }

  private static void check(Cell cell) {
    Judged judged = Judged.of(cell.template(), cell.region());
    assertThat(judged.kind()).isNotIn(Judged.Kind.CAN, Judged.Kind.NOTHING);
    assertThat(judged.doubts()).anyMatch(doubt -> doubt.missing().contains(cell.words()));
  }

  @Test
  void theMatrixIsLarge() {
    List<Cell> all = healthy().flatMap(UnreadMatrixTest::cells).toList();
    System.out.printf(
        "%d templates with something that nobody reads, of %d healthy ones%n",
        all.size(), healthy().count());
    assertThat(all).hasSizeGreaterThan(FEWEST);
  }

  private static Stream<Cell> cells(Healthy healthy) {
    List<Resource> resources = new Template(healthy.template()).resources();
    // What is called only once a task runs has no part in its start.
    Stream<Cell> inside =
        resources.stream()
            .filter(resource -> !resource.logicalId().contains("Ssmmessages"))
            .flatMap(resource -> inside(healthy, resource));
    Stream<Cell> beside =
        Ledger.get().types().stream()
            .filter(type -> isTried(type, healthy))
            .filter(type -> resources.stream().noneMatch(resource -> resource.isOfType(type)))
            .flatMap(type -> beside(healthy, type, resources));
    Stream<Cell> unheardOf =
        Stream.of("AWS::EC2::MadeUp", "AWS::ECS::MadeUp", "AWS::MadeUp::Thing")
            .filter(type -> isTried(type, healthy))
            .flatMap(type -> beside(healthy, type, resources));
    return Stream.of(inside, beside, unheardOf).flatMap(cells -> cells);
  }

  /** One template is enough for what stands beside it. */
  private static boolean isTried(String type, Healthy healthy) {
    return ON_THE_INTERNET.contains(type)
        ? healthy.name().startsWith("fargate-nat")
        : healthy.name().equals("fargate-by-hand") && !NO_PART.contains(type);
  }

  /** Something unread in a resource that is there. */
  private static Stream<Cell> inside(Healthy healthy, Resource resource) {
    return unread(resource.type())
        .filter(unread -> !unread.path().isEmpty())
        .map(unread ->
            new Cell(
                resource.logicalId() + "." + String.join(".", unread.path()),
                with(
                    healthy.template(),
                    resource.logicalId(),
                    with(resource.value(), prefixed(unread.path()), unread.value())),
                healthy.region(),
                unread.words(resource.logicalId())));
  }

  /** Another resource with something unread that has a part in the pull. */
  private static Stream<Cell> beside(Healthy healthy, String type, List<Resource> resources) {
    Map<String, Json> named = new LinkedHashMap<>();
    NAMES.forEach((property, other) -> {
      boolean has =
          Ledger.get().section(type) instanceof Section.Whole
              || !Ledger.get()
                  .entry(type, List.of(property))
                  .equals(Optional.of(Ledger.unlisted(List.of(property))));
      if (has) {
        resources.stream()
            .filter(resource -> resource.isOfType(other))
            .findFirst()
            .ifPresent(
                thing -> named.put(property, Json.Obj.of("Ref", new Json.Str(thing.logicalId()))));
      }
    });
    Json body = new Json.Obj(Map.of("Type", new Json.Str(type), "Properties", new Json.Obj(named)));
    return unread(type)
        .map(unread -> {
          boolean isNamed = !unread.path().isEmpty() && named.containsKey(unread.path().getLast());
          return new Cell(
              "beside: " + type + " " + String.join(".", unread.path()),
              with(
                  healthy.template(),
                  "Beside",
                  unread.path().isEmpty() || isNamed
                      ? body
                      : with(body, prefixed(unread.path()), unread.value())),
              healthy.region(),
              unread.words("Beside"));
        });
  }

  private record Unread(List<String> path, Json value, Entry.Unknown entry) {
    String words(String logicalId) {
      return entry.words(logicalId);
    }
  }

  private static Stream<Unread> unread(String type) {
    return switch (Ledger.get().section(type)) {
      case Section.Whole(Entry.Unknown unknown) ->
          type.startsWith("AWS::CloudFormation::") || isStack(type)
              ? Stream.empty()
              : Stream.of(new Unread(List.of(), new Json.Null(), unknown));
      case Section.Whole whole -> Stream.empty();
      case Section.Properties(Node root) ->
          Stream.concat(
              unread(List.of(), root),
              Stream.of(
                  new Unread(
                      List.of(MADE_UP), new Json.Bool(true), Ledger.unlisted(List.of(MADE_UP)))));
    };
  }

  /** What nested stacks do is told elsewhere, of whatever they are given. */
  private static boolean isStack(String type) {
    return !new Resource(JsonPath.ROOT, "X", Json.Obj.of("Type", new Json.Str(type)), false)
        .isPlain();
  }

  private static Stream<Unread> unread(List<String> path, Node node) {
    Stream<Unread> own =
        node.own().stream()
            .filter(Entry.Unknown.class::isInstance)
            .map(Entry.Unknown.class::cast)
            .map(unknown -> new Unread(path, value(unknown.when()), unknown));
    return Stream.concat(
        own,
        node.members().entrySet().stream()
            .flatMap(member -> unread(inside(path, member.getKey()), member.getValue())));
  }

  private static Json value(When when) {
    return switch (when) {
      case When.Always always -> new Json.Str("something");
      case When.Unless(List<String> values) when values.equals(List.of("*")) ->
          Json.Obj.of("Fn::ImportValue", new Json.Str("anything"));
      case When.Unless unless -> new Json.Str("anything else");
      case When.With(List<String> texts) -> new Json.Str("such as " + texts.getFirst());
    };
  }

  private static List<String> inside(List<String> path, String name) {
    List<String> longer = new ArrayList<>(path);
    longer.add(name);
    return longer;
  }

  private static List<String> prefixed(List<String> path) {
    List<String> longer = new ArrayList<>(List.of("Properties"));
    longer.addAll(path);
    return longer;
  }

  private static Json.Obj with(Json.Obj template, String logicalId, Json resource) {
    Json.Obj resources = (Json.Obj) template.get(Template.RESOURCES).orElseThrow();
    return template.with(Template.RESOURCES, resources.with(logicalId, resource));
  }

  /** The value with something put into it; of a list into its first item. */
  private static Json with(Json value, List<String> path, Json inner) {
    if (path.isEmpty()) {
      return inner;
    }
    if (value instanceof Json.Arr(List<Json> items) && !items.isEmpty()) {
      List<Json> changed = new ArrayList<>(items);
      changed.set(0, with(items.getFirst(), path, inner));
      return new Json.Arr(changed);
    }
    Json.Obj obj = value instanceof Json.Obj members ? members : new Json.Obj(Map.of());
    String name = path.getFirst();
    return obj.with(
        name, with(obj.get(name).orElse(new Json.Null()), path.subList(1, path.size()), inner));
  }
}
