package ecraccess.reach.template;

import ecraccess.core.cfn.Branch;
import ecraccess.core.cfn.Intrinsic;
import ecraccess.core.cfn.Resource;
import ecraccess.core.json.Json;
import ecraccess.core.logic.Answer;
import ecraccess.reach.ledger.Ledger;
import ecraccess.reach.ledger.Ledger.Entry;
import ecraccess.reach.ledger.Ledger.Node;
import ecraccess.reach.ledger.Ledger.Section;
import ecraccess.reach.model.Id;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a template says that nobody reads: each resource's properties by the {@link Ledger}. What is
 * unknown there makes unknown the resource itself and, where it only adds to something, what it is
 * attached to. So no answer rests on it.
 */
final class Unread {
  /** What a resource of these types adds to, by the property that names it. */
  private static final Map<String, List<String>> ADDS_TO =
      Map.of(
          "AWS::EC2::Route", List.of("RouteTableId"),
          "AWS::EC2::SubnetRouteTableAssociation", List.of("SubnetId"),
          "AWS::EC2::SubnetNetworkAclAssociation", List.of("SubnetId"),
          "AWS::EC2::SecurityGroupIngress", List.of("GroupId", "GroupName"),
          "AWS::EC2::SecurityGroupEgress", List.of("GroupId"),
          "AWS::EC2::SecurityGroupVpcAssociation", List.of("GroupId"),
          "AWS::EC2::NetworkAclEntry", List.of("NetworkAclId"),
          "AWS::EC2::VPNGatewayRoutePropagation", List.of("RouteTableIds"));

  /** What is unknown of these is unknown of them alone. */
  private static final Set<String> THINGS =
      Set.of(
          "AWS::EC2::VPC",
          "AWS::EC2::Subnet",
          "AWS::EC2::RouteTable",
          "AWS::EC2::SecurityGroup",
          "AWS::EC2::NetworkAcl",
          "AWS::EC2::VPCEndpoint",
          "AWS::EC2::NatGateway",
          "AWS::EC2::InternetGateway",
          "AWS::EC2::DHCPOptions");

  /** What they do, they do to every way through an internet gateway. */
  private static final Set<String> TO_THE_INTERNET =
      Set.of("AWS::EC2::IpPoolRouteTableAssociation", "AWS::Organizations::Policy");

  /** Types that start machines, among those that make networks. */
  private static final Set<String> MACHINES =
      Set.of(
          "AWS::EC2::Instance",
          "AWS::EC2::LaunchTemplate",
          "AWS::EC2::EC2Fleet",
          "AWS::EC2::SpotFleet");

  /** The namespaces whose resources make networks; those of any other start what pulls. */
  private static final Pattern NETWORK =
      Pattern.compile(
          "AWS::(EC2|Route53\\w*|NetworkFirewall|NetworkManager|VpcLattice|ElasticLoadBalancing\\w*|GlobalAccelerator|RAM|ServiceDiscovery|RefactorSpaces|FMS|NetworkSecurityManager|Organizations)::.*");

  /** Properties that name things of a network, in resources that nobody knows. */
  private static final Pattern NAMES_THING =
      Pattern.compile(
          ".*(Vpc|VPC|Subnet|RouteTable|SecurityGroup|NetworkAcl|NatGateway|ResourceId).*");

  private static final Pattern LITERAL_ID =
      Pattern.compile("(vpc|subnet|rtb|sg|acl|nat|igw|vpce)-[0-9a-f]+");

  private final Scenario scenario;

  /** What is unknown of a resource, by its name. */
  private final Map<String, String> own = new LinkedHashMap<>();

  private final List<Attached> attached = new ArrayList<>();
  private final List<Pulling> pulling = new ArrayList<>();
  private final Set<String> everywhere = new LinkedHashSet<>();
  private final Set<String> toTheInternet = new LinkedHashSet<>();

  private record Attached(Id thing, String words) {}

  /**
   * What pulls, or may, in a way that nobody reads.
   *
   * @param words what is unknown of it
   */
  record Pulling(Resource resource, String words) {}

  Unread(Scenario scenario) {
    this.scenario = scenario;
    Stream.concat(
            scenario.resources(),
            scenario.inventory().unsure().stream().map(maybe -> maybe.resource()))
        .filter(resource -> resource.isPlain())
        .forEach(this::note);
  }

  private void note(Resource resource) {
    String type = resource.type();
    Words words = new Words(resource.logicalId());
    Branch properties = scenario.properties(resource);
    switch (Ledger.get().section(type)) {
      case Section.Whole(Entry entry) -> words.add(entry, properties.value());
      case Section.Properties(Node root) -> words.walk(properties.value(), root, List.of());
    }
    everywhere.addAll(words.everywhere);
    if (words.here.isEmpty()) {
      return;
    }
    String all = words.here.stream().reduce(Unread::and).orElseThrow();
    own.put(resource.logicalId(), all);
    if (TO_THE_INTERNET.contains(type)) {
      toTheInternet.add(all);
    } else if (!NETWORK.matcher(type).matches() || MACHINES.contains(type)) {
      pulling.add(new Pulling(resource, all));
    } else if (!THINGS.contains(type)) {
      things(type, properties).forEach(thing -> attached.add(new Attached(thing, all)));
    }
  }

  private Stream<Id> things(String type, Branch properties) {
    return ADDS_TO.containsKey(type)
        ? ADDS_TO.get(type).stream()
            .filter(name -> scenario.member(properties, name).isPresent())
            .flatMap(name -> scenario.ids(properties, name).stream())
        : named(properties, "").distinct();
  }

  /** Whatever things of a network the value names. */
  private Stream<Id> named(Branch place, String property) {
    if (Intrinsic.of(place.value()).isPresent()) {
      return Stream.of(scenario.id(place)).filter(id -> isThing(id, property));
    }
    return switch (place.value()) {
      case Json.Obj(Map<String, Json> members) ->
          members.keySet().stream()
              .flatMap(
                  name -> scenario.member(place, name).stream().flatMap(it -> named(it, name)));
      case Json.Arr(List<Json> items) ->
          items.stream()
              .flatMap(item -> named(new Branch(place.path(), item, place.conditions()), property));
      case Json.Str text -> Stream.of(scenario.id(place)).filter(id -> isThing(id, property));
      case Json.Num n -> Stream.empty();
      case Json.Bool b -> Stream.empty();
      case Json.Null n -> Stream.empty();
    };
  }

  private boolean isThing(Id id, String property) {
    return switch (id) {
      case Id.Created(String name) ->
          scenario
              .resource(name.split("\\.", -1)[0])
              .filter(resource -> THINGS.contains(resource.type()))
              .isPresent();
      case Id.Literal(String text) -> LITERAL_ID.matcher(text).matches();
      case Id.Open open -> NAMES_THING.matcher(property).matches();
      case Id.Item item -> false;
    };
  }

  /** The unread words of one resource. */
  private final class Words {
    private final String logicalId;
    private final Set<String> here = new LinkedHashSet<>();
    private final Set<String> everywhere = new LinkedHashSet<>();

    Words(String logicalId) {
      this.logicalId = logicalId;
    }

    void walk(Json value, Node node, List<String> path) {
      Optional<Intrinsic> function = Intrinsic.of(value);
      if (function.isPresent()) {
        function(function.get(), value, node, path);
        return;
      }
      node.own().ifPresent(entry -> add(entry, value));
      // What is unknown of the whole need not be said of each part.
      boolean told = node.own().filter(Entry.Unknown.class::isInstance).isPresent();
      switch (value) {
        case Json.Obj(Map<String, Json> members) ->
            members.forEach((name, member) -> {
              if (!told || node.members().containsKey(name)) {
                member(name, member, node, path);
              }
            });
        case Json.Arr(List<Json> items) when !told || node.hasMembers() ->
            items.forEach(item -> walk(item, node, path));
        // A text in place of an object: a dynamic reference, perhaps.
        case Json.Str text when node.own().isEmpty() -> here.add(only(path));
        case Json.Arr items -> {}
        case Json.Str text -> {}
        case Json.Num number -> {}
        case Json.Bool truth -> {}
        case Json.Null nothing -> {}
      }
    }

    private void member(String name, Json value, Node node, List<String> path) {
      List<String> inside = new ArrayList<>(path);
      inside.add(name);
      node.member(name)
          .ifPresentOrElse(
              member -> walk(value, member, inside), () -> here.add(unlisted(name, inside)));
    }

    private String unlisted(String name, List<String> path) {
      return name.startsWith("Fn::")
          ? "what %s adds to %s".formatted(name, logicalId)
          : Ledger.unlisted(path).words(logicalId);
    }

    private void function(Intrinsic function, Json value, Node node, List<String> path) {
      List<Json> branches = function.branches();
      if (!branches.isEmpty()) {
        Answer first =
            scenario.conditions().holds(((Json.Arr) function.argument()).elements().getFirst());
        if (first != Answer.NO) {
          walk(branches.getFirst(), node, path);
        }
        if (first != Answer.YES) {
          walk(branches.getLast(), node, path);
        }
      } else if (function.name().equals("Fn::Transform")) {
        here.add(unlisted(function.name(), path));
      } else if (!Intrinsic.isNoValue(value)) {
        node.own()
            .ifPresentOrElse(entry -> add(entry, value), () -> here.add(scenario.missing(value)));
      }
    }

    private String only(List<String> path) {
      return "property %s of %s, which only the deployment knows"
          .formatted(String.join(".", path), logicalId);
    }

    void add(Entry entry, Json value) {
      if (entry instanceof Entry.Unknown unknown
          && unknown.when().applies(scenario.resolved(value))) {
        (unknown.everywhere() ? everywhere : here).add(unknown.words(logicalId));
      }
    }
  }

  /** What nobody knows of the thing; empty where everything that bears on it is read. */
  Optional<String> of(Id thing) {
    return Stream.concat(
            thing instanceof Id.Created(String name)
                ? Optional.ofNullable(own.get(name)).stream()
                : Stream.<String>empty(),
            attached.stream()
                .filter(one -> one.thing().same(thing) != Answer.NO)
                .map(Attached::words))
        .distinct()
        .reduce(Unread::and);
  }

  static String and(String one, String other) {
    return one + ", and " + other;
  }

  /** What may bear on every network. */
  Optional<String> everywhere() {
    return everywhere.stream().reduce(Unread::and);
  }

  /** What may bear on every way through an internet gateway. */
  Optional<String> toTheInternet() {
    return toTheInternet.stream().reduce(Unread::and);
  }

  /** Whether everything is read. */
  boolean isEmpty() {
    return own.isEmpty() && everywhere.isEmpty();
  }

  List<Pulling> pulling() {
    return List.copyOf(pulling);
  }
}
