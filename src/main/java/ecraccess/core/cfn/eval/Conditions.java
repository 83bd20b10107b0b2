package ecraccess.core.cfn.eval;

import ecraccess.core.cfn.Branch;
import ecraccess.core.cfn.Expressions;
import ecraccess.core.cfn.Intrinsic;
import ecraccess.core.cfn.Template;
import ecraccess.core.json.Json;
import ecraccess.core.logic.Answer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BinaryOperator;

/** Tells which of a template's conditions hold, under assumptions. */
public final class Conditions implements Branch.Conditions {
  private static final String EQUALS = "Fn::Equals";

  private final Json.Obj definitions;
  private final Evaluator values;
  private final Expressions expressions;
  private final Assumptions assumed;

  /** What was found out; {@code MAYBE} of one that is being looked at. */
  private final Map<String, Answer> found = new HashMap<>();

  public Conditions(
      Template template, Evaluator values, Expressions expressions, Assumptions assumed) {
    this.definitions =
        template.root().get("Conditions").orElse(null) instanceof Json.Obj all
            ? all
            : new Json.Obj(Map.of());
    this.values = values;
    this.expressions = expressions;
    this.assumed = assumed;
  }

  /** What a condition is defined by. */
  public Optional<Json> definition(String name) {
    return definitions.get(name);
  }

  @Override
  public Answer holds(Json name) {
    if (!(name instanceof Json.Str(String text))) {
      return Answer.MAYBE;
    }
    Answer before = found.putIfAbsent(text, Answer.MAYBE);
    if (before != null) {
      return before;
    }
    Answer answer = definitions.get(text).map(this::of).orElse(Answer.MAYBE);
    found.put(text, answer);
    return answer;
  }

  /** Whether the condition that is written here holds. */
  public Answer of(Json condition) {
    Optional<Intrinsic> function = Intrinsic.of(condition);
    if (function.isEmpty()) {
      return Answer.MAYBE;
    }
    List<Json> parts = parts(function.get());
    return switch (function.get().name()) {
      case "Condition" -> holds(function.get().argument());
      case "Fn::Not" -> parts.size() == 1 ? of(parts.getFirst()).not() : Answer.MAYBE;
      case "Fn::And" -> all(parts, Answer::and);
      case "Fn::Or" -> all(parts, Answer::or);
      case EQUALS -> parts.size() == 2 ? equal(condition, parts) : Answer.MAYBE;
      default -> Answer.MAYBE;
    };
  }

  public static List<Json> parts(Intrinsic function) {
    return function.argument() instanceof Json.Arr(List<Json> parts) ? parts : List.of();
  }

  private Answer all(List<Json> parts, BinaryOperator<Answer> both) {
    return parts.stream().map(this::of).reduce(both).orElse(Answer.MAYBE);
  }

  private Answer equal(Json comparison, List<Json> sides) {
    Json one = values.of(sides.getFirst());
    Json other = values.of(sides.getLast());
    Optional<String> text = ScalarText.text(one);
    Optional<String> its = ScalarText.text(other);
    if (text.isPresent() && its.isPresent()) {
      return Answer.of(text.equals(its));
    }
    if (one.equals(other)) {
      return Answer.YES;
    }
    return comparedParameter(comparison).filter(this::isExcluded).isPresent()
        ? Answer.NO
        : Optional.ofNullable(assumed.comparisons().get(expressions.canonical(comparison)))
            .map(Answer::of)
            .orElse(Answer.MAYBE);
  }

  private boolean isExcluded(Compared compared) {
    return assumed
        .excluded()
        .getOrDefault(compared.parameter(), Set.of())
        .contains(compared.literal());
  }

  /** A parameter without a value, and the text that it is compared with. */
  public record Compared(String parameter, String literal) {}

  /** What is compared here, if it is a parameter without a value and a text. */
  public Optional<Compared> comparedParameter(Json comparison) {
    List<Json> sides =
        Intrinsic.of(comparison)
            .filter(function -> function.name().equals(EQUALS))
            .map(Conditions::parts)
            .orElse(List.of());
    if (sides.size() != 2) {
      return Optional.empty();
    }
    Json one = values.of(sides.getFirst());
    Json other = values.of(sides.getLast());
    return compared(one, other).or(() -> compared(other, one));
  }

  private Optional<Compared> compared(Json reference, Json literal) {
    return values
        .openParameter(reference)
        .flatMap(name -> ScalarText.text(literal).map(text -> new Compared(name, text)));
  }
}
