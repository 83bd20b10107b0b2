package ecraccess.reach.template;

import ecraccess.core.aws.PrefixLists;
import ecraccess.core.cfn.Branch;
import ecraccess.core.cfn.ExpressionText;
import ecraccess.core.cfn.Expressions;
import ecraccess.core.cfn.Intrinsic;
import ecraccess.core.cfn.Resource;
import ecraccess.core.cfn.eval.Conditions;
import ecraccess.core.cfn.eval.ScalarText;
import ecraccess.core.json.Json;
import ecraccess.core.logic.Known;
import ecraccess.core.net.Cidr;
import ecraccess.reach.model.Addresses;
import ecraccess.reach.model.Id;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Tells what expressions name. */
final class IdReader {
  /** What comes with a resource, by its name there. */
  private static final Set<String> COMPANIONS =
      Set.of(
          "AWS::EC2::VPC.DefaultSecurityGroup",
          "AWS::EC2::VPC.DefaultNetworkAcl",
          "AWS::EKS::Cluster.ClusterSecurityGroupId");

  private final Scenario scenario;

  IdReader(Scenario scenario) {
    this.scenario = scenario;
  }

  Id of(Branch place) {
    Json value = scenario.resolved(place.value());
    if (ScalarText.text(value)
        .filter(text -> value instanceof Json.Str && !text.isBlank())
        .isPresent()) {
      return new Id.Literal(((Json.Str) value).value());
    }
    return made(value).or(() -> item(value)).orElseGet(() -> open(place.value()));
  }

  /** What a list names: an item each, or one ID for all where nobody can tell the items. */
  List<Id> list(Branch properties, String name) {
    Optional<Branch> place = scenario.member(properties, name);
    if (place.isEmpty()) {
      return List.of();
    }
    Optional<Resource> lookUp = lookUp(place.get().value(), "RouteTableIds");
    if (lookUp.isPresent()) {
      return routeTables(lookUp.get());
    }
    Json value = scenario.resolved(place.get().value());
    return value instanceof Json.Arr(List<Json> items)
        ? items(place.get(), items)
        : List.of(of(place.get()));
  }

  /** Items as they are written where they can be, for what readers see of them. */
  private List<Id> items(Branch list, List<Json> resolved) {
    Json spelled = scenario.spelled(list.value());
    List<Json> written =
        spelled instanceof Json.Arr(List<Json> items) && items.size() == resolved.size()
            ? items
            : resolved;
    return IntStream.range(0, resolved.size())
        .boxed()
        .flatMap(i -> item(list, written.get(i), resolved.get(i)))
        .distinct()
        .toList();
  }

  private Stream<Id> item(Branch list, Json written, Json resolved) {
    return resolved instanceof Json.Arr(List<Json> inner)
        ? inner.stream().flatMap(one -> item(list, one, one))
        : Stream.of(of(new Branch(list.path(), written, list.conditions())));
  }

  /** The look-up of the macro that the value is that attribute of. */
  Optional<Resource> lookUp(Json value, String attribute) {
    return Intrinsic.of(value)
        .filter(function -> function.name().equals(Intrinsic.GET_ATT))
        .flatMap(function -> Expressions.dotted(function.argument()))
        .filter(name -> name.endsWith("." + attribute))
        .flatMap(name -> scenario.resource(name.substring(0, name.indexOf('.'))))
        .filter(resource -> resource.isOfType(Resource.LOOK_UP));
  }

  /** The look-up finds the tables that its subnets' traffic takes. */
  private List<Id> routeTables(Resource lookUp) {
    Associations tables = Associations.ofRouteTables(scenario);
    return list(scenario.properties(lookUp), "SubnetIds").stream()
        .map(tables::of)
        .distinct()
        .toList();
  }

  private Optional<Id> made(Json value) {
    return Intrinsic.of(value)
        .filter(function -> Set.of(Intrinsic.REF, Intrinsic.GET_ATT).contains(function.name()))
        .flatMap(function -> Expressions.dotted(function.argument()))
        .flatMap(this::made);
  }

  private Optional<Id> made(String name) {
    int dot = name.indexOf('.');
    String logicalId = dot < 0 ? name : name.substring(0, dot);
    Optional<String> doubt = scenario.inventory().doubtAbout(logicalId);
    if (doubt.isPresent()) {
      return Optional.of(
          new Id.Open("!%s %s".formatted(dot < 0 ? "Ref" : "GetAtt", name), doubt.get()));
    }
    return scenario
        .resource(logicalId)
        .filter(Resource::isPlain)
        .filter(resource -> dot < 0 || isCompanion(resource, name.substring(dot)))
        .map(resource -> new Id.Created(name));
  }

  private static boolean isCompanion(Resource resource, String attribute) {
    return COMPANIONS.stream()
        .anyMatch(name ->
            name.endsWith(attribute)
                && resource.isOfType(name.substring(0, name.length() - attribute.length())));
  }

  /** One of a region's zones, which are all different. */
  private Optional<Id> item(Json value) {
    List<Json> parts =
        Intrinsic.of(value)
            .filter(function -> function.name().equals("Fn::Select"))
            .map(Conditions::parts)
            .orElse(List.of());
    return parts.size() == 2
            && Intrinsic.of(parts.getLast()).filter(f -> f.name().equals("Fn::GetAZs")).isPresent()
        ? ScalarText.text(parts.getFirst())
            .flatMap(ScalarText::integer)
            .map(index -> new Id.Item(ExpressionText.of(parts.getLast()).strip(), index))
        : Optional.empty();
  }

  private Id open(Json written) {
    return new Id.Open(ExpressionText.of(scenario.spelled(written)), scenario.missing(written));
  }

  Addresses addresses(Branch place) {
    String expression = ExpressionText.of(scenario.spelled(place.value()));
    return switch (scenario.text(place)) {
      case Known.Unknown<String> unknown ->
          new Addresses.Open(expression, scenario.missing(place.value()));
      case Known.Is<String>(String text) ->
          Addresses.parse(text)
              .orElseGet(() ->
                  text.contains(":")
                      ? new Addresses.OpenIpv6(expression)
                      : new Addresses.Open(expression, "an IPv4 block in place of " + expression));
    };
  }

  /** Of an IPv6 block, whatever it is, nothing over IPv4 is asked. */
  Addresses ipv6Addresses(Branch place) {
    return scenario
        .text(place)
        .value()
        .flatMap(Addresses::parse)
        .orElseGet(
            () -> new Addresses.OpenIpv6(ExpressionText.of(scenario.spelled(place.value()))));
  }

  /** The addresses of a managed prefix list. */
  Addresses prefixList(Branch place) {
    Id id = prefixListId(place);
    String text = "prefix list " + id;
    return switch (id) {
      case Id.Created(String name) -> entries(name, text);
      case Id.Literal(String literal) ->
          PrefixLists.service(scenario.context().region(), literal)
              .<Addresses>map(service -> new Addresses.OfService(service, text))
              .orElseGet(() -> new Addresses.Open(text, "the addresses of " + text));
      case Id.Item item -> new Addresses.Open(text, "the addresses of " + text);
      case Id.Open open -> new Addresses.Open(text, "the addresses of " + text);
    };
  }

  private Id prefixListId(Branch place) {
    Id id = of(place);
    String attribute = ".PrefixListId";
    return Intrinsic.of(scenario.resolved(place.value()))
        .filter(function -> function.name().equals(Intrinsic.GET_ATT))
        .flatMap(function -> Expressions.dotted(function.argument()))
        .filter(name -> name.endsWith(attribute))
        .map(name -> name.substring(0, name.length() - attribute.length()))
        .filter(name -> scenario.resource(name).isPresent())
        .<Id>map(Id.Created::new)
        .orElse(id);
  }

  private Addresses entries(String name, String text) {
    Addresses open = new Addresses.Open(text, "the entries of " + text);
    Optional<Resource> list =
        scenario
            .resource(name)
            .filter(resource -> resource.isOfType("AWS::EC2::PrefixList"))
            .filter(resource -> scenario.opaque().reason(name).isEmpty());
    if (list.isEmpty()) {
      return open;
    }
    ListProperty entries = ListProperty.of(scenario, scenario.properties(list.get()), "Entries");
    List<Cidr> blocks = new ArrayList<>();
    for (Branch entry : entries.items()) {
      scenario
          .member(entry, "Cidr")
          .flatMap(block -> scenario.text(block).value())
          .flatMap(Cidr::parse)
          .ifPresent(blocks::add);
    }
    return entries.unseen().isEmpty() && blocks.size() == entries.items().size()
        ? Addresses.Exactly.of(blocks, text)
        : open;
  }
}
