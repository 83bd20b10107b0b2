package ecraccess.reach.policy;

import ecraccess.core.json.Json;
import ecraccess.core.logic.Ternary;
import ecraccess.core.net.AddressSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Decides the condition block of a statement: every operator and every key in it has to hold, and
 * one of the values suffices (IAM User Guide, PolicyConditions with multiple context keys or
 * values).
 */
record PolicyConditions(PolicyTexts texts, RequestContext context) {

  /**
   * What became of one key under one operator.
   *
   * @param operator as it is written
   */
  record Outcome(String operator, String key, Ternary holds) {}

  private static final TextPattern ANY_TEXT = TextPattern.glob("*");

  /** One for each key; a block that has no such form is one unknown. */
  List<Outcome> of(Json block) {
    if (!(block instanceof Json.Obj(Map<String, Json> operators)) || isFunction(block)) {
      return List.of(new Outcome("", "", Ternary.open("what its conditions are")));
    }
    List<Outcome> outcomes = new ArrayList<>();
    operators.forEach((operator, keys) -> {
      if (keys instanceof Json.Obj(Map<String, Json> wanted) && !isFunction(keys)) {
        wanted.forEach((key, values) ->
            outcomes.add(new Outcome(operator, key, holds(operator, key, values))));
      } else {
        outcomes.add(
            new Outcome(operator, "", Ternary.open("which keys " + operator + " compares")));
      }
    });
    return outcomes;
  }

  private static boolean isFunction(Json value) {
    return value instanceof Json.Obj object && PolicyTexts.Functions.isFunction(object);
  }

  /** A range, or one address. */
  static Optional<AddressSet> addresses(String text) {
    String one = text.contains(":") ? "/128" : "/32";
    return AddressSet.parse(text.contains("/") ? text : text + one);
  }

  private Ternary holds(String name, String key, Json wanted) {
    return ConditionOperator.parse(name)
        .map(operator -> new Comparison(operator, key, Policy.items(wanted)).of(context.of(key)))
        .orElseGet(() -> Ternary.open("what the operator " + name + " means"));
  }

  /** One operator, one key, and the values that the policy asks for. */
  private final class Comparison {
    private final ConditionOperator operator;
    private final String key;
    private final List<Json> wanted;

    Comparison(ConditionOperator operator, String key, List<Json> wanted) {
      this.operator = operator;
      this.key = key;
      this.wanted = wanted;
    }

    Ternary of(KeyValue value) {
      if (operator.test() == ConditionOperator.Test.NULL) {
        return isNull(value);
      }
      return switch (value) {
        case KeyValue.Absent absent -> absent();
        case KeyValue.Present(List<TextPattern> values, String missing) ->
            present(values.stream().map(one -> matches(one, missing)).toList());
        case KeyValue.Address(AddressSet addresses, String missing) ->
            present(List.of(matches(addresses, missing)));
        case KeyValue.Perhaps(KeyValue present, String missing) -> either(of(present), missing);
        case KeyValue.Unknown(String missing) ->
            either(of(new KeyValue.Present(List.of(ANY_TEXT), missing)), missing);
      };
    }

    private Ternary either(Ternary ifPresent, String missing) {
      if (ifPresent.equals(absent())) {
        return ifPresent;
      }
      return ifPresent.isOpen() ? ifPresent : Ternary.open(missing);
    }

    private Ternary absent() {
      return switch (operator.set()) {
        case ALL -> Ternary.YES;
        case ANY -> Ternary.of(operator.ifExists());
        case SINGLE -> Ternary.of(operator.ifExists() || operator.negated());
      };
    }

    private Ternary present(List<Ternary> matches) {
      List<Ternary> each =
          operator.negated() && operator.set() != ConditionOperator.Set.SINGLE
              ? matches.stream().map(Ternary::not).toList()
              : matches;
      return switch (operator.set()) {
        case ALL -> Ternary.all(each);
        case ANY -> Ternary.any(each);
        case SINGLE -> operator.negated() ? Ternary.any(each).not() : Ternary.any(each);
      };
    }

    private Ternary isNull(KeyValue value) {
      Ternary absent =
          switch (value) {
            case KeyValue.Absent no -> Ternary.YES;
            case KeyValue.Present yes -> Ternary.NO;
            case KeyValue.Address yes -> Ternary.NO;
            case KeyValue.Perhaps(var present, String missing) -> Ternary.open(missing);
            case KeyValue.Unknown(String missing) -> Ternary.open(missing);
          };
      return Ternary.any(
          wanted.stream()
              .map(text ->
                  switch (literal(text).flatMap(TextPattern::text).orElse("")) {
                    case "true" -> absent;
                    case "false" -> absent.not();
                    default -> unreadable(text);
                  })
              .toList());
    }

    private Ternary matches(TextPattern value, String missing) {
      if (operator.test() == ConditionOperator.Test.IP_ADDRESS) {
        return value
            .text()
            .flatMap(PolicyConditions::addresses)
            .map(one -> matches(one, missing))
            .orElseGet(() -> Ternary.open(missing));
      }
      return Ternary.any(wanted.stream().map(one -> matches(value, one, missing)).toList());
    }

    private Ternary matches(TextPattern value, Json text, String missing) {
      return switch (operator.test()) {
        case STRING_EQUALS, BINARY_EQUALS ->
            literal(text).map(it -> it.fits(value, missing)).orElseGet(() -> unreadable(text));
        case STRING_EQUALS_IGNORE_CASE, BOOL ->
            literal(text)
                .map(it -> it.lowerCase().fits(value.lowerCase(), missing))
                .orElseGet(() -> unreadable(text));
        case STRING_LIKE ->
            texts.glob(text).map(it -> it.fits(value, missing)).orElseGet(() -> unreadable(text));
        case ARN_EQUALS, ARN_LIKE ->
            texts
                .glob(text)
                .map(it -> new ArnPattern(it).fits(value, missing))
                .orElseGet(() -> unreadable(text));
        case IP_ADDRESS, NULL -> throw new IllegalStateException("compared elsewhere");
        default -> ordered(value, text, missing);
      };
    }

    private Ternary ordered(TextPattern value, Json text, String missing) {
      Optional<String> limit = literal(text).flatMap(TextPattern::text);
      return limit.isEmpty()
          ? unreadable(text)
          : value
              .text()
              .flatMap(it -> Quantity.compare(operator.test(), it, limit.get()))
              .map(Ternary::of)
              .orElseGet(() -> Ternary.open(missing));
    }

    /** All ranges of the policy together have to hold every address, or none. */
    private Ternary matches(AddressSet addresses, String missing) {
      if (operator.test() != ConditionOperator.Test.IP_ADDRESS) {
        return Ternary.open(missing);
      }
      AddressSet ranges = AddressSet.EMPTY;
      Ternary unreadable = Ternary.NO;
      for (Json text : wanted) {
        Optional<AddressSet> range =
            literal(text).flatMap(TextPattern::text).flatMap(PolicyConditions::addresses);
        ranges = range.map(ranges::union).orElse(ranges);
        unreadable = range.isPresent() ? unreadable : unreadable.or(unreadable(text));
      }
      Ternary inside =
          ranges.contains(addresses)
              ? Ternary.YES
              : ranges.overlaps(addresses) ? Ternary.open(missing) : Ternary.NO;
      return inside.or(unreadable);
    }

    private Optional<TextPattern> literal(Json text) {
      return texts.literal(text);
    }

    private Ternary unreadable(Json text) {
      return Ternary.open(
          literal(text).map(it -> "the value of " + it).orElse("a value for " + key));
    }
  }
}
