package ecraccess.reach.template;

import ecraccess.core.cfn.Branch;
import ecraccess.core.cfn.Expressions;
import ecraccess.core.cfn.Resource;
import ecraccess.core.cfn.Template;
import ecraccess.core.cfn.eval.Assumptions;
import ecraccess.core.cfn.eval.Attributes;
import ecraccess.core.cfn.eval.Conditions;
import ecraccess.core.cfn.eval.Evaluator;
import ecraccess.core.cfn.eval.Parameters;
import ecraccess.core.cfn.eval.ScalarText;
import ecraccess.core.cfn.eval.UnknownText;
import ecraccess.core.json.Json;
import ecraccess.core.json.JsonPath;
import ecraccess.core.logic.Known;
import ecraccess.reach.model.Addresses;
import ecraccess.reach.model.Id;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** One way in which a template's conditions and parameters may turn out. */
final class Scenario {
  private final Template template;
  private final Survey.Context context;
  private final Assumptions assumed;
  private final Parameters parameters;
  private final Conditions conditions;
  private final Evaluator values;

  /** Without the values of parameters, for what readers see and for comparing. */
  private final Evaluator shown;

  private final Inventory inventory;
  private final IdReader ids;
  private final Opaque opaque;

  Scenario(Template template) {
    this(
        template,
        new Survey.Context(
            "eu-west-1", "", new Json.Obj(Map.of()), UnaryOperator.identity(), Map.of()),
        Assumptions.NOTHING);
  }

  Scenario(Template template, Survey.Context context, Assumptions assumed) {
    this.template = template;
    this.context = context;
    this.assumed = assumed;
    this.parameters = new Parameters(template, context.parameterValues());
    Expressions expressions = new Expressions(template);
    this.conditions = conditions(expressions);
    this.inventory = new Inventory(template, conditions);
    Attributes known = new Attributes(this::resource);
    Attributes open = new Attributes(this::resource);
    this.values =
        new Evaluator(template, expressions, this::reference, known, conditions, context.region());
    this.shown =
        new Evaluator(
            template, expressions, name -> Optional.empty(), open, conditions, context.region());
    this.ids = new IdReader(this);
    this.opaque = new Opaque(this);
  }

  private Conditions conditions(Expressions expressions) {
    Attributes none = new Attributes(name -> Optional.empty());
    Evaluator open =
        new Evaluator(
            template, expressions, this::reference, none, Branch.Conditions.OPEN, context.region());
    return new Conditions(template, open, expressions, assumed);
  }

  private Optional<Json> reference(String name) {
    return Optional.ofNullable(assumed.values().get(name))
        .or(() -> parameters.value(name))
        .or(() -> Evaluator.pseudoParameter(name, context.region(), context.accountId()));
  }

  /** The resources that certainly exist in this world as they are written. */
  Stream<Resource> resources() {
    return inventory.certain().stream();
  }

  Stream<Resource> resources(String type) {
    return resources().filter(resource -> resource.isOfType(type));
  }

  /** Those that may exist in this world, among them all in loops. */
  Stream<Inventory.Unsure> unsure(String type) {
    return inventory.unsure().stream().filter(maybe -> maybe.resource().isOfType(type));
  }

  /** The resource that certainly exists in this world under that name. */
  Optional<Resource> resource(String logicalId) {
    return inventory.certain(logicalId);
  }

  Inventory inventory() {
    return inventory;
  }

  /** What may be other than the template says. */
  Opaque opaque() {
    return opaque;
  }

  /** The names of the macros that the template still names. */
  Stream<String> transforms() {
    Json section = template.root().get("Transform").orElse(new Json.Null());
    return (section instanceof Json.Arr(List<Json> all) ? all : List.of(section))
        .stream()
            .flatMap(entry ->
                switch (entry) {
                  case Json.Str(String name) -> Stream.of(name);
                  case Json.Obj named ->
                      named.get("Name").stream()
                          .map(name ->
                              name instanceof Json.Str(String text)
                                  ? text
                                  : "of a name that is none");
                  default -> Stream.empty();
                });
  }

  Survey.Context context() {
    return context;
  }

  Conditions conditions() {
    return conditions;
  }

  Parameters parameters() {
    return parameters;
  }

  /** The values of outputs that other stacks may import, by the output's name. */
  Map<String, Json> exports() {
    Map<String, Json> exports = new LinkedHashMap<>();
    if (template.root().get("Outputs").orElse(null) instanceof Json.Obj(var outputs)) {
      outputs.forEach((name, output) -> {
        if (output instanceof Json.Obj members && members.has("Export")) {
          members.get("Value").ifPresent(value -> exports.put(name, value));
        }
      });
    }
    return exports;
  }

  List<String> assumptions() {
    return assumed.clauses();
  }

  /** Where the user wrote what stands there. */
  JsonPath origin(JsonPath path) {
    return context.origin().apply(path);
  }

  /** The resource's properties, with every {@code Fn::If} decided. */
  Branch properties(Resource resource) {
    return Branch.of(resource, conditions);
  }

  /** The member, with every {@code Fn::If} decided that can be; nothing where it is absent. */
  Optional<Branch> member(Branch place, String name) {
    return ListProperty.member(place, name);
  }

  /** The value with everything evaluated that can be. */
  Json resolved(Json value) {
    return values.of(value);
  }

  /** The value with everything evaluated but parameters; equal ones have equal values. */
  Json spelled(Json value) {
    return shown.of(value);
  }

  /** What would tell the value of the expression, as a noun phrase. */
  String missing(Json written) {
    return UnknownText.of(resolved(written), spelled(written), parameters::declares);
  }

  /** The text that the expression makes, as far as parameters, mappings and functions tell. */
  Known<String> text(Branch place) {
    Json value = resolved(place.value());
    return ScalarText.text(value)
        .map(Known::is)
        .orElseGet(() -> Known.unknown(missing(place.value())));
  }

  /** {@code true} or {@code false}, or the text that CloudFormation takes for it. */
  Known<Boolean> bool(Branch place) {
    return switch (text(place)) {
      case Known.Unknown<String>(String open) -> Known.unknown(open);
      case Known.Is<String>(String text) when Set.of("true", "True", "TRUE").contains(text) ->
          Known.is(true);
      case Known.Is<String>(String text) when Set.of("false", "False", "FALSE").contains(text) ->
          Known.is(false);
      case Known.Is<String>(String text) ->
          Known.unknown("true or false in place of " + Numbers.found(place, text));
    };
  }

  /** What the expression names. */
  Id id(Branch place) {
    return ids.of(place);
  }

  /** What the items of a list property name; one ID for a list that only the deployment knows. */
  List<Id> ids(Branch properties, String list) {
    return ids.list(properties, list);
  }

  Addresses addresses(Branch place) {
    return ids.addresses(place);
  }

  Addresses ipv6Addresses(Branch place) {
    return ids.ipv6Addresses(place);
  }

  Addresses prefixList(Branch place) {
    return ids.prefixList(place);
  }
}
