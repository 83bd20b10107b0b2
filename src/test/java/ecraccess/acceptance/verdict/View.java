package ecraccess.acceptance.verdict;

import ecraccess.core.cfn.Resource;
import ecraccess.core.cfn.Template;
import ecraccess.core.json.Json;
import ecraccess.core.json.JsonPath;
import ecraccess.macro.shorthand.Shorthand;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A template by the parts that its resources play, whatever they are called. */
record View(Json.Obj template) {
  private static final String ENDPOINT = "AWS::EC2::VPCEndpoint";
  private static final List<String> PULLERS =
      List.of(
          "AWS::ECS::Service",
          "AWS::Events::Rule",
          "AWS::Batch::ComputeEnvironment",
          "AWS::EC2::LaunchTemplate");

  Stream<Resource> all(String type) {
    return new Template(template).resources().stream().filter(resource -> resource.isOfType(type));
  }

  Optional<Resource> only(String type) {
    return all(type).findFirst();
  }

  Optional<Resource> resource(String logicalId) {
    return new Template(template)
        .resources().stream()
            .filter(resource -> resource.logicalId().equals(logicalId))
            .findFirst();
  }

  Optional<Resource> vpc() {
    return only("AWS::EC2::VPC");
  }

  /** Whether the template shows all ways out of the VPC, and there is none but endpoints. */
  boolean isIsolated() {
    return vpc().isPresent() && only("AWS::EC2::NatGateway").isEmpty();
  }

  Optional<Resource> shorthand() {
    return only(Shorthand.TYPE);
  }

  /** A shorthand that has that property, or one that has it not. */
  Optional<Resource> shorthand(String property, boolean has) {
    return shorthand().filter(resource -> resource.property(property).isPresent() == has);
  }

  /** The endpoint of a service that is written out. */
  Optional<Resource> endpoint(String service) {
    return all(ENDPOINT)
        .filter(endpoint -> serviceName(endpoint).endsWith("." + service))
        .findFirst();
  }

  static String serviceName(Resource endpoint) {
    return endpoint.property("ServiceName").flatMap(View::sub).orElse("");
  }

  private static Optional<String> sub(Json value) {
    return value instanceof Json.Obj function
            && function.members().get("Fn::Sub") instanceof Json.Str(String text)
        ? Optional.of(text)
        : Optional.empty();
  }

  /** The security group of what pulls, where the template makes it. */
  Optional<Resource> clientGroup() {
    return PULLERS.stream()
        .flatMap(this::all)
        .flatMap(workload ->
            Tree.named(
                    workload.value(), JsonPath.ROOT, List.of("SecurityGroups", "SecurityGroupIds"))
                .flatMap(path -> Tree.at(workload.value(), path.element(0)).stream()))
        .flatMap(group -> named(group).stream())
        .findFirst();
  }

  /** The security group of the endpoints that are written out. */
  Optional<Resource> endpointGroup() {
    return endpoint("ecr.dkr")
        .flatMap(endpoint -> endpoint.property("SecurityGroupIds"))
        .flatMap(ids -> Tree.at(ids, JsonPath.ROOT.element(0)))
        .flatMap(this::named);
  }

  /** The rule of its own that lets clients in to the endpoints. */
  Optional<Resource> ingressRule() {
    return endpointGroup()
        .flatMap(group ->
            all("AWS::EC2::SecurityGroupIngress")
                .filter(rule ->
                    rule.property("GroupId").flatMap(this::named).equals(Optional.of(group)))
                .findFirst());
  }

  /** The resource that the value refers to. */
  private Optional<Resource> named(Json value) {
    return value instanceof Json.Obj function
            && function.members().get("Ref") instanceof Json.Str(String name)
        ? resource(name)
        : Optional.empty();
  }

  /** The last subnet of what pulls, where the template makes it. */
  Optional<Resource> lastSubnet() {
    return resource("SubnetB").filter(subnet -> subnet.isOfType("AWS::EC2::Subnet"));
  }

  /** A network ACL's entry of that direction about that port. */
  Optional<Resource> aclEntry(boolean egress, int port) {
    return all("AWS::EC2::NetworkAclEntry")
        .filter(entry -> entry.property("Egress").isPresent() == egress)
        .filter(entry ->
            Tree.at(entry.value(), JsonPath.of("Properties", "PortRange", "From"))
                .equals(Optional.of(new Json.Num(Integer.toString(port)))))
        .findFirst();
  }

  /** The place of an image that is pulled from this account's registry. */
  Optional<JsonPath> image() {
    return Stream.of("AWS::ECS::TaskDefinition", "AWS::Batch::JobDefinition")
        .flatMap(this::all)
        .flatMap(resource -> Tree.named(resource.value(), resource.path(), List.of("Image")))
        .filter(path -> sub(Tree.at(template, path).orElseThrow()).isPresent())
        .findFirst();
  }

  static JsonPath property(Resource resource, String... names) {
    JsonPath path = resource.path().member("Properties");
    for (String name : names) {
      path = path.member(name);
    }
    return path;
  }

  Edit.Draft edit() {
    return Edit.of(template);
  }

  /** An edit that takes a resource away, and its name out of what waits for it. */
  Edit.Draft without(Resource gone) {
    Edit.Draft draft = edit();
    new Template(template)
        .resources()
        .forEach(resource -> {
          JsonPath path = resource.path().member("DependsOn");
          Tree.at(template, path)
              .filter(Json.Arr.class::isInstance)
              .map(ids -> (Json.Arr) ids)
              .filter(ids -> ids.elements().contains(new Json.Str(gone.logicalId())))
              .ifPresent(ids -> draft.set(path, withoutName(ids, gone.logicalId())));
        });
    return draft.remove(gone.path());
  }

  private static Json withoutName(Json.Arr ids, String name) {
    return new Json.Arr(
        ids.elements().stream().filter(id -> !id.equals(new Json.Str(name))).toList());
  }
}
