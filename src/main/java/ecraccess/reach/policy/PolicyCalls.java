package ecraccess.reach.policy;

import ecraccess.core.aws.Hosts;
import ecraccess.core.aws.Partition;
import ecraccess.core.logic.Ternary;
import ecraccess.reach.flow.Flow;
import ecraccess.reach.flow.ImageOrigin;
import ecraccess.reach.flow.Request;
import ecraccess.reach.model.Image;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The calls that an endpoint policy must let through.
 *
 * @param needed all of these
 * @param any where it is not known which calls are made besides: some of these must go through
 */
record PolicyCalls(List<PolicyStatement.Call> needed, Optional<PolicyStatement.Call> any) {
  /** A resource that only {@code *} covers. */
  private static final String NO_RESOURCE = "-";

  static PolicyCalls of(Flow flow) {
    Request.ToService request = (Request.ToService) flow.request();
    return switch (request.service().name()) {
      case "ecr.api" -> all(call("ecr:GetAuthorizationToken", NO_RESOURCE, false));
      case "ecr.dkr" -> pull(flow);
      default ->
          request.isForLayers()
              ? all(layers(flow.network().region()))
              : service(request.service().name(), flow.network().region());
    };
  }

  PolicyStatement.Call first() {
    return needed.isEmpty() ? any.orElseThrow() : needed.getFirst();
  }

  List<PolicyStatement.Call> all() {
    return needed.isEmpty() ? List.of(first()) : needed;
  }

  /** Open where some call of the service goes through, but not all that are known to be made. */
  Ternary allowed(Function<PolicyStatement.Call, Ternary> allows) {
    Ternary all = Ternary.all(needed.stream().map(allows).toList());
    if (any.isEmpty() || (!needed.isEmpty() && all.isYes())) {
      return all;
    }
    Ternary some = allows.apply(any.get());
    return some.isNo() || needed.isEmpty()
        ? some
        : Ternary.open("which of its actions are called through the endpoint");
  }

  /** As a message names it. */
  static String show(PolicyStatement.Call call, String region) {
    String resource =
        call.byAws()
            ? "arn:%s:s3:::%s/*".formatted(partition(region), Hosts.layerBucket(region))
            : call.resource().equals(NO_RESOURCE) ? "*" : call.resource();
    return call.action() + " on " + resource;
  }

  private static PolicyCalls all(PolicyStatement.Call... calls) {
    return new PolicyCalls(List.of(calls), Optional.empty());
  }

  private static PolicyCalls pull(Flow flow) {
    List<PolicyStatement.Call> calls = new ArrayList<>();
    for (String repository : repositories(flow)) {
      calls.add(call("ecr:BatchGetImage", repository, false));
      calls.add(call("ecr:GetDownloadUrlForLayer", repository, false));
    }
    return new PolicyCalls(calls, Optional.empty());
  }

  /** One for each image whose repository is known, or else all that there may be. */
  private static List<String> repositories(Flow flow) {
    String region = flow.network().region();
    List<String> repositories =
        flow.workload().images().stream()
            .filter(image -> ImageOrigin.isHere(image, region).isYes())
            .map(image -> repository(image, flow.network().accountId()))
            .distinct()
            .map(repository -> "arn:%s:ecr:%s:%s".formatted(partition(region), region, repository))
            .toList();
    return repositories.isEmpty()
        ? List.of("arn:%s:ecr:%s:*:repository/*".formatted(partition(region), region))
        : repositories;
  }

  /** {@code ACCOUNT:repository/NAME}, as far as it is known. */
  private static String repository(Image image, String ownAccount) {
    // A repository of the template is one of the account's own.
    String open = (image.text().contains(".RepositoryUri") ? ownAccount : "*") + ":repository/*";
    return image.registry() instanceof Image.Registry.PrivateEcr(var region, var repository)
        ? repository.value().map(name -> name.replaceFirst("/", ":repository/")).orElse(open)
        : open;
  }

  private static String partition(String region) {
    return Partition.of(region).name();
  }

  /**
   * The bucket's name is published for the standard partition; elsewhere it may be a little off.
   */
  private static PolicyStatement.Call layers(String region) {
    return call(
        "s3:GetObject",
        Hosts.isStandard(region)
            ? "arn:aws:s3:::" + Hosts.layerBucket(region) + "/*"
            : "arn:*:s3:::prod-*starport*/*",
        true);
  }

  private static PolicyCalls service(String name, String region) {
    // What a task, node or its agent calls for sure (ECS and EKS guides, execution and node roles).
    List<String> actions =
        switch (name) {
          case "logs" -> List.of("logs:CreateLogStream", "logs:PutLogEvents");
          case "secretsmanager" -> List.of("secretsmanager:GetSecretValue");
          case "ssm" -> List.of("ssm:GetParameters");
          case "kms" -> List.of("kms:Decrypt");
          case "sts" -> List.of("sts:AssumeRoleWithWebIdentity");
          case "ssmmessages" ->
              List.of(
                  "ssmmessages:CreateControlChannel",
                  "ssmmessages:CreateDataChannel",
                  "ssmmessages:OpenControlChannel",
                  "ssmmessages:OpenDataChannel");
          default -> List.of();
        };
    String resource = resource(name, region);
    return new PolicyCalls(
        actions.stream().map(action -> call(action, resource, false)).toList(),
        Optional.of(call(every(name), resource, false)));
  }

  /** What the actions are about: things of the region's service, or whatever there is. */
  private static String resource(String name, String region) {
    return switch (name) {
      case "logs", "secretsmanager", "ssm", "kms" ->
          "arn:%s:%s:%s:*".formatted(partition(region), name, region);
      default -> "*";
    };
  }

  /** All actions of a service, where we know how they start. */
  private static String every(String name) {
    return switch (name) {
      case "logs", "secretsmanager", "ssm", "ssmmessages", "kms", "sts", "ec2", "ecs" ->
          name + ":*";
      case "ecs-agent", "ecs-telemetry" -> "ecs:*";
      default -> "*";
    };
  }

  private static PolicyStatement.Call call(String action, String resource, boolean byAws) {
    return new PolicyStatement.Call(action, resource, byAws);
  }
}
