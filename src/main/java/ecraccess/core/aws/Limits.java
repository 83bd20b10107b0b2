package ecraccess.core.aws;

import ecraccess.core.json.Json;

/** CloudFormation's limits, which hold for the processed template too, and EC2's. */
public final class Limits {
  public static final int RESOURCES = limit("resources");
  public static final int TEMPLATE_BYTES = limit("templateBytes");
  public static final int ENDPOINT_POLICY_CHARACTERS = limit("endpointPolicyCharacters");
  public static final int INTERFACE_ENDPOINTS_PER_VPC = limit("interfaceEndpointsPerVpc");
  public static final int GATEWAY_ENDPOINTS_PER_REGION = limit("gatewayEndpointsPerRegion");
  public static final int LOGICAL_ID_CHARACTERS = limit("logicalIdCharacters");

  private Limits() {}

  private static int limit(String name) {
    return Integer.parseInt(((Json.Num) Facts.at("limits", name, "value")).literal());
  }
}
