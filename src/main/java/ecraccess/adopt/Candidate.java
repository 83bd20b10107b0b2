package ecraccess.adopt;

import ecraccess.json.Json;
import ecraccess.json.Path;
import ecraccess.service.Service;
import ecraccess.template.Intrinsic;
import ecraccess.template.Resource;
import java.util.Map;
import java.util.Optional;

/** An endpoint of the template that a shorthand might stand for. */
record Candidate(Resource resource, Service service) {
  static final String TYPE = "AWS::EC2::VPCEndpoint";

  String logicalId() {
    return resource.logicalId();
  }

  Path path() {
    return resource.path();
  }

  boolean isGateway() {
    return service.isGateway();
  }

  /** Whether it is one of the two that serve ECR itself. */
  boolean isEcr() {
    return service.equals(Service.ECR_API) || service.equals(Service.ECR_DKR);
  }

  Json.Obj body() {
    return (Json.Obj) resource.value();
  }

  /** The property as written; {@code AWS::NoValue} is none. */
  Optional<Json> property(String name) {
    return resource.property(name).filter(value -> !Intrinsic.isNoValue(value));
  }

  /** All but type and properties: what a shorthand hands on to everything that it creates. */
  Map<String, Json> attributes() {
    return body().without("Type").without("Properties").members();
  }
}
