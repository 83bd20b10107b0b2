package ecraccess.lambda.macro;

import ecraccess.core.json.Json;
import ecraccess.macro.expand.plan.DeploymentContext;
import java.util.Map;
import java.util.Optional;

/**
 * What CloudFormation sends to a macro. It sends every member; a sender that leaves one out gets
 * the likeliest value, because nothing in here may fail.
 */
record MacroEvent(Json.Obj members) {
  private static final String DEFAULT_NAME = "PrivateEcrAccess";

  /** Copied into the answer; CloudFormation drops an answer with any other. */
  Optional<String> requestId() {
    return text("requestId");
  }

  Optional<Json> fragment() {
    return members.get("fragment");
  }

  /** Parameters of {@code Transform: {Name, Parameters}}. */
  Json.Obj params() {
    return object("params");
  }

  DeploymentContext deployment() {
    return new DeploymentContext(
        text("region").orElse(""),
        text("accountId").orElse(""),
        macroName(),
        object("templateParameterValues"));
  }

  /** {@code transformId} is {@code ACCOUNT::NAME}. */
  private String macroName() {
    return text("transformId")
        .map(id -> id.substring(id.lastIndexOf(':') + 1))
        .filter(name -> !name.isEmpty())
        .orElse(DEFAULT_NAME);
  }

  private Optional<String> text(String name) {
    return members.get(name).orElse(null) instanceof Json.Str(String text)
        ? Optional.of(text)
        : Optional.empty();
  }

  private Json.Obj object(String name) {
    return members.get(name).orElse(null) instanceof Json.Obj object
        ? object
        : new Json.Obj(Map.of());
  }
}
