package ecraccess.macro.adopt;

import ecraccess.core.aws.Service;
import ecraccess.core.cfn.Expressions;
import ecraccess.core.cfn.Found;
import ecraccess.core.cfn.Intrinsic;
import ecraccess.core.cfn.Resource;
import ecraccess.core.json.Json;
import java.util.List;
import java.util.Optional;

/** Tells of a VPC endpoint whether a shorthand might stand for it, from itself alone. */
sealed interface Screening {
  record Fit(Candidate candidate) implements Screening {}

  record Unfit(String reason) implements Screening {}

  /** What a shorthand hands on. */
  List<String> ATTRIBUTES =
      List.of(
          "Type",
          "Properties",
          "Condition",
          "DependsOn",
          "DeletionPolicy",
          "UpdateReplacePolicy",
          "Metadata");

  static Screening of(Resource resource) {
    if (!(resource.value() instanceof Json.Obj body
        && body.get("Properties").orElse(null) instanceof Json.Obj properties
        && Intrinsic.of(properties).isEmpty())) {
      return new Unfit("its properties are not written out");
    }
    Optional<String> attribute =
        body.members().keySet().stream().filter(name -> !ATTRIBUTES.contains(name)).findFirst();
    if (attribute.isPresent()) {
      return new Unfit("it has the attribute " + attribute.get() + ", which no shorthand hands on");
    }
    Optional<Json> name = resource.property("ServiceName");
    if (name.isEmpty()) {
      return new Unfit("it has no ServiceName");
    }
    return ServiceNameReader.serviceOf(name.get())
        .map(service -> of(new Candidate(resource, service)))
        .orElseGet(() ->
            new Unfit(
                "no AWS service can be read from its ServiceName, "
                    + Expressions.show(name.get())));
  }

  private static Screening of(Candidate candidate) {
    return wrongType(candidate)
        .or(() -> missing(candidate))
        .<Screening>map(Unfit::new)
        .orElseGet(() -> new Fit(candidate));
  }

  private static Optional<String> wrongType(Candidate candidate) {
    Service service = candidate.service();
    Json type = candidate.property("VpcEndpointType").orElse(new Json.Str("Gateway"));
    if (type.equals(new Json.Str(service.isGateway() ? "Gateway" : "Interface"))) {
      return Optional.empty();
    }
    if (service.equals(Service.S3) && type.equals(new Json.Str("Interface"))) {
      return Optional.of(
          "it is an interface endpoint for S3, and no shorthand creates one: ECR's layers come"
              + " through the gateway");
    }
    return Optional.of(
        "a shorthand's endpoint for %s is of type %s, and this one's is %s"
            .formatted(
                service,
                service.isGateway() ? "Gateway" : "Interface",
                type instanceof Json.Str(String word) ? word : Found.describe(type)));
  }

  private static Optional<String> missing(Candidate candidate) {
    if (candidate.property("VpcId").isEmpty()) {
      return Optional.of("it has no VpcId");
    }
    if (candidate.isGateway() && candidate.property("RouteTableIds").isEmpty()) {
      return Optional.of(
          "it has no route table, so it routes nothing; no shorthand creates such a gateway");
    }
    if (!candidate.isGateway() && candidate.property("SubnetIds").isEmpty()) {
      return Optional.of("it has no subnet; no shorthand creates such an interface endpoint");
    }
    return Optional.empty();
  }
}
