package ecraccess.acceptance.pairs;

import java.util.List;

/** Values that are each right and may be refused, or would be pointless, together. */
final class Clashes {
  private static final List<String> SERVICES = List.of("ecr.dkr", "ecr.api", "s3");

  private Clashes() {}

  static boolean clash(Value one, Value other) {
    return switch (one.property()) {
      case "ClientSecurityGroupIds", "ClientCidrs" ->
          one.given()
              && (other.property().equals("SecurityGroupIds") && other.given() || noEcr(other));
      case "Repositories" ->
          one.given()
              && (other.property().equals("EcrPolicy") && !other.is("PullOnly") || noEcr(other));
      case "AdditionalS3Resources" ->
          one.given()
              && (other.property().equals("S3Policy") && !other.is("LayersOnly")
                  || exists(other, "s3"));
      case "EcrPolicy" -> one.is("PullOnly") && noEcr(other);
      case "S3Policy" -> one.is("LayersOnly") && exists(other, "s3");
      case "Overrides" ->
          SERVICES.stream().anyMatch(service -> one.names(service) && exists(other, service));
      default -> false;
    };
  }

  private static boolean noEcr(Value value) {
    return exists(value, "ecr.dkr") && exists(value, "ecr.api");
  }

  private static boolean exists(Value value, String service) {
    return value.property().equals("ExistingServices") && value.names(service);
  }
}
