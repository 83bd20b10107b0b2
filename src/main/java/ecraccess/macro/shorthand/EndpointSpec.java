package ecraccess.macro.shorthand;

import ecraccess.core.aws.Service;
import ecraccess.core.json.Json;
import java.util.Optional;

/**
 * One endpoint that a shorthand creates.
 *
 * @param overrides properties of {@code AWS::EC2::VPCEndpoint} that replace the generated ones
 * @param reason why {@code Auto} added it; empty where the template names the service, and for the
 *     pull
 */
public record EndpointSpec(
    Service service, String logicalId, Json.Obj overrides, Optional<String> reason) {

  EndpointSpec(Service service, String logicalId, Json.Obj overrides) {
    this(service, logicalId, overrides, Optional.empty());
  }

  EndpointSpec because(Optional<String> reason) {
    return new EndpointSpec(service, logicalId, overrides, reason);
  }

  public boolean isGateway() {
    return service.isGateway();
  }

  /** Its name in references: {@code EcrApiEndpoint}, whatever its logical ID. */
  public String partName() {
    return service.partName();
  }
}
