package ecraccess.reach.policy;

import ecraccess.core.json.Json;
import ecraccess.core.json.JsonText;
import ecraccess.core.json.MalformedJson;
import ecraccess.core.logic.Ternary;
import ecraccess.reach.policy.Statement.Fit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A policy (IAM User Guide, Policy evaluation logic): a call passes if a statement allows it and
 * none denies it.
 *
 * @param statements as they are written; empty where only the deployment knows them
 * @param knowsVariables whether {@code ${aws:…}} is a variable: from version 2012-10-17 on
 * @param functions what functions of CloudFormation stand for
 */
public record Policy(
    Optional<List<Json>> statements,
    boolean knowsVariables,
    Function<Json, TextPattern> functions) {
  public Policy {
    statements = statements.map(List::copyOf);
  }

  /** Reads a policy that knows no template. */
  public static Policy of(Json document) {
    return of(document, PolicyTexts.Functions::open);
  }

  /**
   * Reads a policy: an object, or JSON in a string.
   *
   * @param functions what each function of CloudFormation in it stands for
   */
  public static Policy of(Json document, Function<Json, TextPattern> functions) {
    return switch (document) {
      case Json.Obj object when !PolicyTexts.Functions.isFunction(object) ->
          new Policy(
              object.get("Statement").filter(Policy::isWritten).map(Policy::items),
              object.get("Version").filter(new Json.Str("2012-10-17")::equals).isPresent(),
              functions);
      case Json.Str(String text) ->
          parsed(text)
              .map(object -> of(object, functions))
              .orElseGet(() -> new Policy(Optional.empty(), false, functions));
      default -> new Policy(Optional.empty(), false, functions);
    };
  }

  private static boolean isWritten(Json statement) {
    return !(statement instanceof Json.Obj object && PolicyTexts.Functions.isFunction(object));
  }

  private static Optional<Json> parsed(String text) {
    try {
      return Optional.of(JsonText.read(text)).filter(Json.Obj.class::isInstance);
    } catch (MalformedJson e) {
      return Optional.empty();
    }
  }

  /** What may be written alone instead of in a list of one. */
  static List<Json> items(Json value) {
    return value instanceof Json.Arr(List<Json> items) ? items : List.of(value);
  }

  /** A statement and how a call fits it. */
  private record Tried(Statement statement, Ternary isAllow, List<Fit> fits) {
    Ternary applies() {
      return Statement.applies(fits);
    }
  }

  /** Decides a call. */
  public Decision decide(Call call) {
    if (statements.isEmpty()) {
      return new Decision.Unknown(Set.of("what the policy says"));
    }
    List<Tried> tried = new ArrayList<>();
    List<Ternary> unread = new ArrayList<>();
    for (int i = 0; i < statements.get().size(); i++) {
      if (statements.get().get(i) instanceof Json.Obj body && isWritten(body)) {
        tried.add(tried(new Statement(i, body, texts(call)), call));
      } else {
        unread.add(Ternary.open("what statement %d says".formatted(i + 1)));
      }
    }
    return decision(tried, unread);
  }

  private PolicyTexts texts(Call call) {
    return new PolicyTexts(
        functions, knowsVariables ? Optional.of(call.context()) : Optional.empty());
  }

  private static Tried tried(Statement statement, Call call) {
    return new Tried(statement, statement.isAllow(), statement.fits(call));
  }

  private static Decision decision(List<Tried> tried, List<Ternary> unread) {
    for (Tried one : tried) {
      if (one.isAllow.isNo() && one.applies().isYes()) {
        return new Decision.Denied(one.statement.number(), keys(one));
      }
    }
    Ternary open = Ternary.any(unread);
    Ternary allowed = open;
    Ternary denied = open;
    for (Tried one : tried) {
      allowed = allowed.or(one.isAllow.and(one.applies()));
      denied = denied.or(one.isAllow.not().and(one.applies()));
    }
    if (allowed.isNo()) {
      return new Decision.NotAllowed(nearest(tried));
    }
    Ternary passes = allowed.and(denied.not());
    return passes.isYes()
        ? new Decision.Allowed(allowing(tried))
        : new Decision.Unknown(missing(tried, open));
  }

  /** Everything that is open in a statement that may matter. */
  private static Set<String> missing(List<Tried> tried, Ternary unread) {
    Set<String> missing = new LinkedHashSet<>();
    if (unread.isOpen()) {
      missing.add(unread.missing());
    }
    for (Tried one : tried) {
      if (!one.applies().isNo()) {
        Stream.concat(Stream.of(one.isAllow), one.fits.stream().map(Fit::fits))
            .filter(Ternary::isOpen)
            .map(Ternary::missing)
            .forEach(missing::add);
      }
    }
    return missing;
  }

  private static int allowing(List<Tried> tried) {
    return tried.stream()
        .filter(one -> one.isAllow.isYes() && one.applies().isYes())
        .findFirst()
        .orElseThrow()
        .statement
        .number();
  }

  private static Set<String> keys(Tried denying) {
    Set<String> keys = new LinkedHashSet<>();
    denying.fits.stream().map(Fit::key).filter(key -> !key.isEmpty()).forEach(keys::add);
    return keys;
  }

  /** The one whose first misfit comes last. */
  private static Optional<Decision.Nearest> nearest(List<Tried> tried) {
    return tried.stream()
        .filter(one -> !one.isAllow.isNo())
        .flatMap(one ->
            one.fits.stream()
                .filter(fit -> fit.fits().isNo())
                .limit(1)
                .map(fit -> new Decision.Nearest(one.statement.number(), fit.part(), fit.key())))
        .reduce((one, other) -> other.part().compareTo(one.part()) > 0 ? other : one);
  }

  /** What a policy lets nobody do, whoever asks: a policy of which every statement denies. */
  public Ternary isDenyOnly() {
    return statements
        .map(all ->
            Ternary.all(
                all.stream()
                    .map(one ->
                        one instanceof Json.Obj body && isWritten(body)
                            ? new Statement(0, body, new PolicyTexts(functions, Optional.empty()))
                                .isAllow()
                                .not()
                            : Ternary.open("what a statement says"))
                    .toList()))
        .orElseGet(() -> Ternary.open("what the policy says"));
  }
}
