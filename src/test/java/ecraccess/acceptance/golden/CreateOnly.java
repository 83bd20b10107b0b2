package ecraccess.acceptance.golden;

import ecraccess.core.cfn.Resource;
import ecraccess.core.cfn.Template;
import ecraccess.core.json.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What of a generated resource must never change: another name or create-only property makes
 * CloudFormation create a second one before it deletes the first, and EC2 refuses a second private
 * DNS name or S3 route.
 */
public final class CreateOnly {
  private static final Map<String, List<String>> PROPERTIES =
      Map.of(
          "AWS::EC2::VPCEndpoint",
              List.of("VpcId", "ServiceName", "VpcEndpointType", "ServiceRegion"),
          "AWS::EC2::SecurityGroup", List.of("GroupDescription", "GroupName", "VpcId"),
          // Not create-only, but CloudFormation refuses another one.
          "Custom::PrivateEcrAccessNetwork", List.of("ServiceToken"));

  private CreateOnly() {}

  /** By logical ID, of everything that stands in the output and not in the input. */
  public static Json.Obj of(Json.Obj input, Json.Obj output) {
    Set<String> before =
        new Template(input)
            .resources().stream().map(Resource::logicalId).collect(Collectors.toSet());
    Map<String, Json> frozen = new LinkedHashMap<>();
    new Template(output)
        .resources().stream()
            .filter(resource -> !before.contains(resource.logicalId()))
            .forEach(resource -> frozen.put(resource.logicalId(), of(resource)));
    return new Json.Obj(frozen);
  }

  private static Json of(Resource resource) {
    Json type = ((Json.Obj) resource.value()).members().get("Type");
    Map<String, Json> frozen = new LinkedHashMap<>();
    frozen.put("Type", type);
    for (String name : PROPERTIES.get(((Json.Str) type).value())) {
      resource.property(name).ifPresent(value -> frozen.put(name, value));
    }
    return new Json.Obj(frozen);
  }
}
