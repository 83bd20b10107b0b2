package ecraccess.core.cfn;

import ecraccess.core.json.Json;
import java.util.Optional;

/**
 * A logical ID where a function expects one: plain, or as {@code {"Fn::Sub": "Ecr${Env}"}}, which
 * AWS::LanguageExtensions allows in the bodies of loops.
 */
public record IdText(String text, boolean substituted) {

  public static Optional<IdText> of(Json value) {
    if (value instanceof Json.Str(String text)) {
      return Optional.of(new IdText(text, false));
    }
    return Intrinsic.of(value)
        .filter(function -> function.name().equals(Intrinsic.SUB))
        .filter(function -> function.argument() instanceof Json.Str)
        .map(function -> new IdText(((Json.Str) function.argument()).value(), true));
  }

  public Json withText(String other) {
    Json plain = new Json.Str(other);
    return substituted ? Json.Obj.of(Intrinsic.SUB, plain) : plain;
  }
}
