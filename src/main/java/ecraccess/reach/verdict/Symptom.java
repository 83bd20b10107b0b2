package ecraccess.reach.verdict;

/**
 * What AWS says when something fails, so that a search for its words finds us. The words, each with
 * its source, are in {@code /ecraccess/symptoms.json}.
 *
 * <p>The address in a timeout tells the cause: a public one means that an endpoint or its private
 * DNS is missing, a private one that a security group or a network ACL is in the way.
 */
public enum Symptom {
  DUPLICATE_SUBNETS_IN_SAME_ZONE,
  PRIVATE_DNS_TAKEN,
  DNS_ATTRIBUTES,
  ROUTE_ALREADY_EXISTS,
  INVALID_SERVICE_NAME,
  SUBNETS_ON_GATEWAY,
  ROUTE_TABLES_ON_INTERFACE,
  TOKEN_TIMEOUT,
  NO_BASIC_AUTH,
  MANIFEST_TIMEOUT_PUBLIC,
  MANIFEST_TIMEOUT_PRIVATE,
  LAYER_TIMEOUT,
  LAYER_FORBIDDEN,
  SECRET_TIMEOUT,
  PARAMETER_TIMEOUT,
  LOGS_TIMEOUT,
  ENDPOINT_POLICY,
  REGISTRY_TIMEOUT,
  NO_SUCH_HOST
}
