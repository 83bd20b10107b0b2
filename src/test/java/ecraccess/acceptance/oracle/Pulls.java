package ecraccess.acceptance.oracle;

import ecraccess.acceptance.oracle.Facts.Resource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the services of a template start, and what each start calls. */
record Pulls(Facts facts) {
  private static final Pattern ECR =
      Pattern.compile("([0-9]{12})\\.dkr\\.ecr\\.([a-z0-9-]+)\\.amazonaws\\.com/([^:@]+).*");

  /** Where a request goes. */
  sealed interface Host {
    /** The host of a service in a region: {@code ecr.api}. */
    record Service(String service, String region) implements Host {}

    /** A bucket. */
    record S3(String region) implements Host {}

    /** A registry somewhere on the internet. */
    record Registry(String name) implements Host {}
  }

  /**
   * What an endpoint's policy is asked about.
   *
   * @param byAws whether ECR calls, as for layers, and not the task's own role
   * @param owner the account that the resource is of; empty where that is AWS's
   */
  record Call(String action, String resource, boolean byAws, String owner) {}

  record Request(Host host, List<Call> calls) {}

  /**
   * Something that pulls.
   *
   * @param publicIp whether its interfaces get a public address; empty where the subnet decides
   * @param role the ARN of the role that calls; empty where nobody knows
   */
  record Pull(
      String id,
      List<String> subnets,
      List<String> groups,
      Optional<Boolean> publicIp,
      Optional<String> role,
      List<Request> requests) {}

  List<Pull> all() {
    return facts.all("AWS::ECS::Service").map(this::pull).toList();
  }

  private Pull pull(Resource service) {
    Resource task = facts.need(service.text("TaskDefinition"), "AWS::ECS::TaskDefinition");
    boolean old = service.text("PlatformVersion", "LATEST").equals("1.3.0");
    Optional<String> role = task.get("ExecutionRoleArn").map(Object::toString);
    if (service.text("LaunchType", "").equals("FARGATE")) {
      Resource network = service.inner("NetworkConfiguration").inner("AwsvpcConfiguration");
      return new Pull(
          service.id(),
          network.texts("Subnets"),
          groups(network.texts("SecurityGroups"), network.texts("Subnets")),
          Optional.of(network.text("AssignPublicIp", "DISABLED").equals("ENABLED")),
          role,
          start(task, old));
    }
    return onInstances(service, task);
  }

  private Pull onInstances(Resource service, Resource task) {
    Resource provider =
        facts.need(
            service.nested("CapacityProviderStrategy").getFirst().text("CapacityProvider"),
            "AWS::ECS::CapacityProvider");
    Resource fleet =
        facts.need(
            provider.inner("AutoScalingGroupProvider").text("AutoScalingGroupArn"),
            "AWS::AutoScaling::AutoScalingGroup");
    Resource launch =
        facts
            .need(
                fleet.inner("LaunchTemplate").text("LaunchTemplateId"), "AWS::EC2::LaunchTemplate")
            .inner("LaunchTemplateData");
    List<Resource> interfaces = launch.nested("NetworkInterfaces");
    List<String> subnets = fleet.texts("VPCZoneIdentifier");
    List<String> groups =
        interfaces.isEmpty()
            ? launch.texts("SecurityGroupIds")
            : interfaces.getFirst().texts("Groups");
    List<Request> requests = new ArrayList<>();
    for (String name : List.of("ecs", "ecs-agent", "ecs-telemetry")) {
      requests.add(new Request(new Host.Service(name, facts.region()), List.of(agent(name))));
    }
    requests.addAll(start(task, false));
    return new Pull(
        service.id(),
        subnets,
        groups(groups, subnets),
        interfaces.stream()
            .flatMap(one -> one.get("AssociatePublicIpAddress").stream())
            .map(Boolean.TRUE::equals)
            .findFirst(),
        Optional.empty(),
        requests);
  }

  /** One of the calls that the agent of an instance makes there. */
  private static Call agent(String service) {
    String action =
        switch (service) {
          case "ecs" -> "ecs:RegisterContainerInstance";
          case "ecs-agent" -> "ecs:Poll";
          default -> "ecs:StartTelemetrySession";
        };
    return new Call(action, "*", false, Facts.ACCOUNT);
  }

  /** The given groups, or the VPC's default group. */
  private List<String> groups(List<String> given, List<String> subnets) {
    return given.isEmpty()
        ? List.of(
            Facts.defaultGroup(facts.need(subnets.getFirst(), "AWS::EC2::Subnet").text("VpcId")))
        : given;
  }

  /**
   * @param old whether Fargate itself gets token and secrets, as before platform 1.4.0
   */
  private List<Request> start(Resource task, boolean old) {
    Set<Request> requests = new LinkedHashSet<>();
    for (Resource container : task.nested("ContainerDefinitions")) {
      image(container.text("Image"), old).forEach(requests::add);
      logs(container.inner("LogConfiguration")).forEach(requests::add);
      if (!old) {
        container
            .nested("Secrets")
            .forEach(secret -> requests.add(secret(secret.text("ValueFrom"))));
        container
            .nested("EnvironmentFiles")
            .forEach(file -> requests.add(file(file.text("Value"))));
      }
    }
    return List.copyOf(requests);
  }

  private static Stream<Request> image(String image, boolean old) {
    Matcher ecr = ECR.matcher(image);
    if (!ecr.matches()) {
      return Stream.of(new Request(new Host.Registry(image.replaceAll("/.*", "")), List.of()));
    }
    String owner = ecr.group(1);
    String region = ecr.group(2);
    String repository = "arn:aws:ecr:" + region + ":" + owner + ":repository/" + ecr.group(3);
    Request token =
        new Request(
            new Host.Service("ecr.api", region),
            List.of(new Call("ecr:GetAuthorizationToken", "*", false, Facts.ACCOUNT)));
    Request manifest =
        new Request(
            new Host.Service("ecr.dkr", region),
            List.of(
                new Call("ecr:BatchGetImage", repository, false, owner),
                new Call("ecr:GetDownloadUrlForLayer", repository, false, owner)));
    Request layers =
        new Request(
            new Host.S3(region),
            List.of(
                new Call(
                    "s3:GetObject",
                    "arn:aws:s3:::prod-" + region + "-starport-layer-bucket/2f1c/0a9e",
                    true,
                    "")));
    return old ? Stream.of(manifest, layers) : Stream.of(token, manifest, layers);
  }

  private Stream<Request> logs(Resource logs) {
    if (!logs.text("LogDriver", "").equals("awslogs")) {
      return Stream.of();
    }
    Resource options = logs.inner("Options");
    String region = options.text("awslogs-region");
    String group =
        "arn:aws:logs:"
            + region
            + ":"
            + Facts.ACCOUNT
            + ":log-group:"
            + options.text("awslogs-group");
    return Stream.of(
        new Request(
            new Host.Service("logs", region),
            List.of(
                new Call("logs:CreateLogStream", group + ":log-stream:a", false, Facts.ACCOUNT),
                new Call("logs:PutLogEvents", group + ":log-stream:a", false, Facts.ACCOUNT))));
  }

  private static Request secret(String arn) {
    String[] parts = arn.split(":");
    boolean parameter = parts[2].equals("ssm");
    return new Request(
        new Host.Service(parts[2], parts[3]),
        List.of(
            new Call(
                parameter ? "ssm:GetParameters" : "secretsmanager:GetSecretValue",
                arn,
                false,
                parts[4])));
  }

  private Request file(String arn) {
    return new Request(
        new Host.S3(facts.region()), List.of(new Call("s3:GetObject", arn, false, Facts.ACCOUNT)));
  }
}
