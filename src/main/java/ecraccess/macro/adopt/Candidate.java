package ecraccess.macro.adopt;

import ecraccess.core.aws.Service;
import ecraccess.core.cfn.Intrinsic;
import ecraccess.core.cfn.Resource;
import ecraccess.core.cfn.Template;
import ecraccess.core.json.Json;
import ecraccess.core.json.JsonPath;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** An endpoint of the template that a shorthand might stand for. */
record Candidate(Resource resource, Service service) {
  static final String TYPE = "AWS::EC2::VPCEndpoint";

  /** The VPC endpoints of a template, whether a shorthand might stand for them or not. */
  static Stream<Resource> endpoints(Template template) {
    return template.resources().stream().filter(resource -> resource.isOfType(TYPE));
  }

  String logicalId() {
    return resource.logicalId();
  }

  JsonPath path() {
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
