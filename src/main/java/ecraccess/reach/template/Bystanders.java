package ecraccess.reach.template;

import ecraccess.core.cfn.Branch;
import ecraccess.core.cfn.Intrinsic;
import ecraccess.core.cfn.Outline;
import ecraccess.core.cfn.Resource;
import ecraccess.core.json.Json;
import ecraccess.reach.model.Unjudged;
import ecraccess.reach.model.Unjudged.Reason;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What runs containers, or may, and is no workload whose pulls can be judged. */
final class Bystanders {
  private final Scenario scenario;

  /** The logical IDs that anything refers to. */
  private final Set<String> referred = new HashSet<>();

  private Bystanders(Scenario scenario) {
    this.scenario = scenario;
    resources().forEach(resource -> refer(resource.value()));
  }

  static List<Unjudged> of(Scenario scenario) {
    Bystanders bystanders = new Bystanders(scenario);
    return bystanders
        .resources()
        .flatMap(resource ->
            bystanders.reason(resource).stream()
                .map(reason -> new Unjudged(resource.logicalId(), resource.path(), reason)))
        .toList();
  }

  private Stream<Resource> resources() {
    return Stream.concat(
        scenario.resources(),
        scenario.inventory().unsure().stream().map(Inventory.Unsure::resource));
  }

  private Optional<Reason> reason(Resource resource) {
    Branch properties = scenario.properties(resource);
    return switch (resource.type()) {
      case "AWS::Lambda::Function" ->
          when(has(properties, "Code", "ImageUri"), Reason.LAMBDA_IMAGE);
      case "AWS::Serverless::Function" ->
          when(
              has(properties, "ImageUri")
                  || properties.member("PackageType").anyMatch(it -> isText(it, "Image")),
              Reason.LAMBDA_IMAGE);
      case "AWS::AppRunner::Service" ->
          when(has(properties, "SourceConfiguration", "ImageRepository"), Reason.APP_RUNNER);
      case "AWS::CodeBuild::Project" -> when(has(properties, "VpcConfig"), Reason.CODE_BUILD);
      case "AWS::SageMaker::NotebookInstance" ->
          when(has(properties, "SubnetId"), Reason.SAGEMAKER);
      case "AWS::SageMaker::Domain" -> when(has(properties, "SubnetIds"), Reason.SAGEMAKER);
      case "AWS::EC2::LaunchTemplate" ->
          when(
              !referred.contains(resource.logicalId())
                  && HostScript.of(scripts(resource, properties)) != HostScript.NONE,
              Reason.LAUNCH_TEMPLATE);
      case "AWS::EKS::Nodegroup", "AWS::EKS::FargateProfile" -> Optional.of(Reason.PODS);
      case "AWS::EKS::Cluster" -> when(has(properties, "ComputeConfig"), Reason.PODS);
      default -> Optional.empty();
    };
  }

  private static Optional<Reason> when(boolean so, Reason reason) {
    return so ? Optional.of(reason) : Optional.empty();
  }

  private static boolean has(Branch properties, String... names) {
    return properties.at(names).findAny().isPresent();
  }

  private static boolean isText(Branch place, String text) {
    return place.value().equals(new Json.Str(text));
  }

  private static Stream<Json> scripts(Resource template, Branch properties) {
    return Stream.concat(
        Ec2Fleet.metadata(template).stream(),
        properties.at("LaunchTemplateData", "UserData").map(Branch::value));
  }

  private void refer(Json value) {
    if (Intrinsic.of(value).isPresent()) {
      Outline.of(value).pieces().stream()
          .flatMap(piece -> new Outline(List.of(piece)).lead().stream())
          .map(name -> name.contains(".") ? name.substring(0, name.indexOf('.')) : name)
          .forEach(referred::add);
    }
    switch (value) {
      case Json.Obj(Map<String, Json> members) -> members.values().forEach(this::refer);
      case Json.Arr(List<Json> items) -> items.forEach(this::refer);
      default -> {}
    }
  }
}
