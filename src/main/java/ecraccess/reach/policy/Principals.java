package ecraccess.reach.policy;

import ecraccess.core.json.Json;
import ecraccess.core.logic.Ternary;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Whether {@code Principal} names the caller (IAM User Guide, AWS JSON policy elements: Principal).
 * A gateway's policy lets an account's principals through under {@code "*"} only: an account or ARN
 * means its root user there (VPC guide, Principals for gateway endpoints).
 */
record Principals(PolicyTexts texts, Call call, boolean allow) {

  Ternary names(Json principal) {
    if (principal instanceof Json.Obj object && !PolicyTexts.Functions.isFunction(object)) {
      List<Ternary> all = new ArrayList<>();
      object
          .members()
          .forEach((kind, value) -> Policy.items(value).forEach(one -> all.add(names(kind, one))));
      return Ternary.any(all);
    }
    return Ternary.any(
        Policy.items(principal).stream()
            .map(one ->
                text(one)
                    .map(it -> it.equals("*") ? Ternary.YES : Ternary.NO)
                    .orElseGet(() -> Ternary.open("whom the principal " + show(one) + " names")))
            .toList());
  }

  private Ternary names(String kind, Json principal) {
    Optional<TextPattern> literal = texts.literal(principal);
    if (text(principal).filter("*"::equals).isPresent() && kind.equals("AWS")) {
      return Ternary.YES;
    }
    return switch (kind) {
      case "AWS" ->
          literal
              .map(this::account)
              .orElseGet(() -> Ternary.open("whom the principal " + show(principal) + " names"));
      case "Service", "Federated" -> Ternary.NO;
      default -> Ternary.open("whom the principal " + show(principal) + " names");
    };
  }

  private Ternary account(TextPattern principal) {
    return switch (call.caller()) {
      case Caller.Aws aws ->
          principal
              .fits(Caller.Aws.ACCOUNT, "who signs the request")
              .or(principal.fits(Caller.Aws.ARN, "who signs the request"));
      case Caller.Role role when !call.throughGateway() -> role(principal, role);
      case Caller.Role role ->
          allow
              ? Ternary.NO
              : role(principal, role)
                  .and(Ternary.open("whether a gateway denies the account of " + principal));
    };
  }

  /** An account, by its number or its root, stands for every role in it. */
  private static Ternary role(TextPattern principal, Caller.Role role) {
    String which = "the ARN of the principal that calls";
    TextPattern root =
        TextPattern.literal("arn:")
            .then(TextPattern.glob("*"))
            .then(TextPattern.literal(":iam::"))
            .then(role.account())
            .then(TextPattern.literal(":root"));
    Ternary itself =
        principal.toString().contains(":assumed-role/")
            ? Ternary.open(which + " with its session")
            : principal.fits(role.arn(), which);
    return Ternary.any(
        List.of(
            principal.fits(role.account(), "the account"),
            root.fits(principal, "the account"),
            itself));
  }

  private Optional<String> text(Json principal) {
    return texts.literal(principal).flatMap(TextPattern::text);
  }

  private String show(Json principal) {
    return texts.literal(principal).map(TextPattern::toString).orElse("there");
  }
}
