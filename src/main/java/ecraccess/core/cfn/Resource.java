package ecraccess.core.cfn;

import ecraccess.core.json.Json;
import ecraccess.core.json.JsonPath;
import java.util.Optional;
import java.util.Set;

/**
 * A member of {@code Resources}, or of the body of an {@code Fn::ForEach} in there.
 *
 * @param logicalId its name; in a loop's body with variables such as {@code ${Name}} in it
 * @param value whatever stands there: nothing has been checked yet
 * @param looped whether it stands in the body of an {@code Fn::ForEach}
 */
public record Resource(JsonPath path, String logicalId, Json value, boolean looped) {

  /** The type of the look-up that the macro generates; it only reads the network. */
  public static final String LOOK_UP = "Custom::PrivateEcrAccessNetwork";

  private static final Set<String> STACKS =
      Set.of(
          "AWS::CloudFormation::Stack",
          "AWS::CloudFormation::StackSet",
          "AWS::CloudFormation::CustomResource",
          "AWS::Serverless::Application",
          "AWS::ServiceCatalog::CloudFormationProvisionedProduct");

  /** What stands in {@code Type}; empty where no text does. */
  public String type() {
    return value instanceof Json.Obj body
            && body.get("Type").orElse(null) instanceof Json.Str(String type)
        ? type
        : "";
  }

  public boolean isOfType(String type) {
    return type().equals(type);
  }

  /** Whether it is of a type whose effect is known: AWS's own, without other templates inside. */
  public boolean isPlain() {
    return type().startsWith("AWS::") && !STACKS.contains(type()) && !type().endsWith("::MODULE");
  }

  /** A property's value, where the resource is an object with properties and has that one. */
  public Optional<Json> property(String name) {
    return value instanceof Json.Obj body
        ? body.get("Properties")
            .flatMap(
                all -> all instanceof Json.Obj properties ? properties.get(name) : Optional.empty())
        : Optional.empty();
  }
}
