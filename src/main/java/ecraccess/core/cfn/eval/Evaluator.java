package ecraccess.core.cfn.eval;

import ecraccess.core.aws.Partition;
import ecraccess.core.cfn.Branch;
import ecraccess.core.cfn.Expressions;
import ecraccess.core.cfn.Intrinsic;
import ecraccess.core.cfn.Pieces;
import ecraccess.core.cfn.Template;
import ecraccess.core.json.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Evaluates expressions as far as they can be. What cannot be evaluated stays, as a function of
 * what was evaluated inside it.
 */
public final class Evaluator {
  private final Template template;
  private final Expressions expressions;
  private final Function<String, Optional<Json>> references;
  private final Attributes attributes;
  private final Branch.Conditions conditions;
  private final String region;

  /**
   * An evaluator.
   *
   * @param references what a {@code Ref} to that name stands for, where that is known
   * @param attributes what attributes of resources stand for
   * @param region of the deployment
   */
  public Evaluator(
      Template template,
      Expressions expressions,
      Function<String, Optional<Json>> references,
      Attributes attributes,
      Branch.Conditions conditions,
      String region) {
    this.template = template;
    this.expressions = expressions;
    this.references = references;
    this.attributes = attributes;
    this.conditions = conditions;
    this.region = region;
  }

  /** What the pseudo parameters stand for that a template's author cannot set. */
  public static Optional<Json> pseudoParameter(String name, String region, String accountId) {
    return Optional.ofNullable(
            switch (name) {
              case "AWS::Region" -> region;
              case "AWS::AccountId" -> accountId;
              case "AWS::Partition" -> Partition.of(region).name();
              case "AWS::URLSuffix" -> Partition.of(region).urlSuffix();
              default -> null;
            })
        .filter(text -> !text.isEmpty())
        .map(Json.Str::new);
  }

  /** The parameter that this is a reference to, whose value is not known. */
  Optional<String> openParameter(Json value) {
    return Intrinsic.of(value)
        .filter(function -> function.name().equals(Intrinsic.REF))
        .flatMap(function -> ScalarText.text(function.argument()))
        .filter(name ->
            template.root().get("Parameters").orElse(null) instanceof Json.Obj all
                && all.has(name));
  }

  /** The value; members and items that {@code AWS::NoValue} takes away are gone. */
  public Json of(Json value) {
    Optional<Intrinsic> function = Intrinsic.of(value);
    if (function.isPresent()) {
      return evaluated(function.get());
    }
    return switch (value) {
      case Json.Obj(Map<String, Json> members) -> {
        Map<String, Json> evaluated = new LinkedHashMap<>();
        members.forEach((name, member) -> evaluated.put(name, of(member)));
        evaluated.values().removeIf(Intrinsic::isNoValue);
        yield new Json.Obj(evaluated);
      }
      case Json.Arr(List<Json> items) ->
          new Json.Arr(
              items.stream().map(this::of).filter(item -> !Intrinsic.isNoValue(item)).toList());
      case Json.Str s -> s;
      case Json.Num n -> n;
      case Json.Bool b -> b;
      case Json.Null n -> n;
    };
  }

  private Json evaluated(Intrinsic function) {
    return switch (function.name()) {
      case Intrinsic.REF ->
          ScalarText.text(function.argument()).flatMap(references).orElse(function.toJson());
      case Intrinsic.GET_ATT -> attribute(expressions.canonical(function.toJson()));
      case Intrinsic.SUB, "Fn::Join" -> text(function);
      case Intrinsic.IF -> choice(function);
      default -> ofParts(inside(function));
    };
  }

  /** The function with what stands inside it evaluated. */
  private Intrinsic inside(Intrinsic function) {
    return new Intrinsic(function.name(), of(function.argument()));
  }

  /** Functions of values that stand in their list of arguments. */
  private Json ofParts(Intrinsic function) {
    Optional<Json> value =
        switch (function.name()) {
          case "Fn::FindInMap" -> Functions.found(template, Conditions.parts(function));
          case "Fn::Select" ->
              Functions.selected(Conditions.parts(function)).or(() -> indexAsText(function));
          case "Fn::Split" -> Functions.split(Conditions.parts(function));
          case "Fn::Cidr" -> Functions.blocks(Conditions.parts(function));
          case "Fn::Length" -> Functions.length(function.argument());
          case "Fn::GetAZs" -> zones(function.argument());
          case "Fn::ToJsonString" -> Functions.written(function.argument());
          default -> Optional.empty();
        };
    return value.orElseGet(function::toJson);
  }

  /** A number is as good an index as its text. */
  private static Optional<Json> indexAsText(Intrinsic function) {
    List<Json> parts = Conditions.parts(function);
    return parts.size() == 2
        ? Optional.of(
            Json.Obj.of(function.name(), Json.Arr.of(asText(parts.getFirst()), parts.getLast())))
        : Optional.empty();
  }

  /** The zones of the deployment's own region, in one spelling. */
  private Optional<Json> zones(Json argument) {
    boolean isOwn =
        argument.equals(new Json.Str(region))
            || argument.equals(Json.Obj.of(Intrinsic.REF, new Json.Str("AWS::Region")));
    return isOwn ? Optional.of(Json.Obj.of("Fn::GetAZs", new Json.Str(""))) : Optional.empty();
  }

  /** Whether nothing is left to evaluate. */
  public static boolean isClosed(Json value) {
    return UnknownText.first(value).isEmpty();
  }

  private Json attribute(Json canonical) {
    Intrinsic function = Intrinsic.of(canonical).orElseThrow();
    return function.name().equals(Intrinsic.REF)
        ? evaluated(function)
        : Expressions.dotted(function.argument())
            .flatMap(name -> attributes.value(name, this))
            .orElse(canonical);
  }

  private Json text(Intrinsic function) {
    List<Json> pieces = Pieces.of(function.toJson()).inOrder();
    if (pieces.size() == 1 && pieces.getFirst().equals(function.toJson())) {
      return joined(inside(function));
    }
    return join("", pieces.stream().map(this::of).map(Evaluator::asText).toList());
  }

  /** A list that is the value of a function, joined. */
  private Json joined(Intrinsic function) {
    List<Json> parts = Conditions.parts(function);
    return parts.size() == 2
            && parts.getFirst() instanceof Json.Str(String delimiter)
            && parts.getLast() instanceof Json.Arr(List<Json> items)
            && items.stream().allMatch(item -> ScalarText.text(item).isPresent())
        ? join(delimiter, items.stream().map(Evaluator::asText).toList())
        : function.toJson();
  }

  private static Json asText(Json value) {
    return ScalarText.text(value).<Json>map(Json.Str::new).orElse(value);
  }

  private Json join(String delimiter, List<Json> items) {
    return expressions.canonical(
        Json.Obj.of("Fn::Join", Json.Arr.of(new Json.Str(delimiter), new Json.Arr(items))));
  }

  private Json choice(Intrinsic function) {
    List<Json> branches = function.branches();
    if (branches.isEmpty()) {
      return function.toJson();
    }
    return switch (conditions.holds(Conditions.parts(function).getFirst())) {
      case YES -> of(branches.getFirst());
      case NO -> of(branches.getLast());
      case MAYBE -> function.mapBranches(this::of);
    };
  }
}
