package ecraccess.shorthand;

import ecraccess.json.Json;
import ecraccess.service.Service;

/**
 * One endpoint that a shorthand creates.
 *
 * @param overrides properties of {@code AWS::EC2::VPCEndpoint} that replace the generated ones
 */
public record Endpoint(Service service, String logicalId, Json.Obj overrides) {

  public boolean isGateway() {
    return service.isGateway();
  }

  /** Its name in references: {@code EcrApiEndpoint}, whatever its logical ID. */
  public String partName() {
    return service.partName();
  }
}
