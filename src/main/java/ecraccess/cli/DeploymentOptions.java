package ecraccess.cli;

import ecraccess.core.json.Json;
import ecraccess.macro.expand.plan.DeploymentContext;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/** What a real deployment would tell the macro, as options. */
final class DeploymentOptions {
  @Option(
      names = "--region",
      paramLabel = "REGION",
      description =
          "The region; by default AWS_REGION or AWS_DEFAULT_REGION, else the one that the"
              + " template's own names fit, else unknown.")
  private String region = "";

  @Option(
      names = "--account",
      paramLabel = "ACCOUNT",
      description = "The account's twelve digits; by default unknown.")
  private String account = "";

  @Option(
      names = "--param",
      paramLabel = "NAME=VALUE",
      description = "A template parameter's value; may be given again. Lists: a,b,c.")
  private Map<String, String> parameters = new LinkedHashMap<>();

  @Option(
      names = "--macro-name",
      paramLabel = "NAME",
      description = "The name the macro is installed under; by default ${DEFAULT-VALUE}.")
  private String macroName = "PrivateEcrAccess";

  String macroName() {
    return macroName;
  }

  /** The values given for parameters, by name. */
  Map<String, String> parameters() {
    return parameters;
  }

  /** The region, unless nobody said it. */
  Optional<String> region(Map<String, String> environment) {
    return Stream.of(
            region,
            environment.getOrDefault("AWS_REGION", ""),
            environment.getOrDefault("AWS_DEFAULT_REGION", ""))
        .filter(name -> !name.isEmpty())
        .findFirst();
  }

  DeploymentContext deployment(String inRegion, Json.Obj parameterValues) {
    return new DeploymentContext(inRegion, account, macroName, parameterValues);
  }
}
