package ecraccess.macro.adopt;

import ecraccess.core.cfn.Intrinsic;
import ecraccess.core.json.Json;
import ecraccess.core.json.JsonPath;
import java.util.Optional;

/** A value in a shorthand: one that an endpoint has, or a new one. */
sealed interface DraftValue {
  Json NO_VALUE = Json.Obj.of(Intrinsic.REF, new Json.Str("AWS::NoValue"));

  Json json();

  /** The endpoint's own property, in its own words. */
  record Moved(Candidate from, String property) implements DraftValue {
    @Override
    public Json json() {
      return from.resource().property(property).orElseThrow();
    }

    JsonPath place() {
      return from.path().member("Properties").member(property);
    }
  }

  record Made(Json json) implements DraftValue {}

  /** What the endpoint has; the shorthand takes words for true and false without quotes only. */
  static Optional<DraftValue> of(Candidate candidate, String property) {
    return candidate
        .property(property)
        .map(value ->
            property.equals("PrivateDnsEnabled")
                    && value instanceof Json.Str(String word)
                    && word.matches("true|false")
                ? new Made(new Json.Bool(Boolean.parseBoolean(word)))
                : new Moved(candidate, property));
  }
}
