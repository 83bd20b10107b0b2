package ecraccess.reach.policy;

import ecraccess.core.aws.EcrPull;
import ecraccess.core.aws.Hosts;
import ecraccess.core.logic.Answer;
import ecraccess.reach.flow.Flow;
import ecraccess.reach.flow.ImageOrigin;
import ecraccess.reach.flow.Request;
import ecraccess.reach.model.Endpoint;
import ecraccess.reach.model.Image;
import ecraccess.reach.model.Resolved;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * The calls that an endpoint's policy must let through for one request.
 *
 * @param needed all of these, for sure
 * @param some where nobody documents which calls are made: some of these
 */
record PolicyCalls(List<Call> needed, Optional<Call> some) {
  PolicyCalls {
    needed = List.copyOf(needed);
  }

  static PolicyCalls of(Flow flow, Request.ToService request, Endpoint endpoint) {
    return new Builder(flow, endpoint).calls(request);
  }

  List<Call> all() {
    return Stream.concat(needed.stream(), some.stream()).toList();
  }

  /** Writes the calls of one request. */
  private static final class Builder {
    private static final TextPattern ANY = TextPattern.glob("*");

    private final FlowPatterns patterns;
    private final Flow flow;
    private final RequestKeys keys;
    private final boolean gateway;

    Builder(Flow flow, Endpoint endpoint) {
      this.flow = flow;
      patterns = new FlowPatterns(flow);
      keys = patterns.keys(endpoint);
      gateway = endpoint.type().test(Endpoint.Type.GATEWAY::equals) == Answer.YES;
    }

    PolicyCalls calls(Request.ToService request) {
      return switch (request.service().name()) {
        case "ecr.api" -> new PolicyCalls(List.of(token()), Optional.empty());
        case "ecr.dkr" -> new PolicyCalls(images(), Optional.empty());
        default ->
            request.isForLayers()
                ? new PolicyCalls(List.of(layers()), Optional.empty())
                : service(request);
      };
    }

    private Call token() {
      // The action knows no resource, so that only * covers it.
      return own(EcrPull.TOKEN_ACTION, TextPattern.literal("*"), Optional.of(patterns.account()));
    }

    private List<Call> images() {
      return repositories().stream()
          .flatMap(repository ->
              EcrPull.IMAGE_ACTIONS.stream()
                  .map(action -> own(action, repository.arn, repository.account)))
          .toList();
    }

    /** A repository, and whose it is. */
    private record Repository(TextPattern arn, Optional<TextPattern> account) {}

    /** One for each image that is here, or else all that there may be. */
    private List<Repository> repositories() {
      List<Repository> all =
          flow.workload().images().stream()
              .filter(image -> ImageOrigin.isHere(image, flow.network().region()).isYes())
              .map(this::repository)
              .distinct()
              .toList();
      return all.isEmpty() ? List.of(repository(ANY, ANY, Optional.empty())) : all;
    }

    private Repository repository(Image image) {
      Optional<String> name =
          image.registry() instanceof Image.Registry.PrivateEcr(var region, var repository)
              ? repository.value()
              : Optional.empty();
      if (name.isPresent()) {
        int slash = name.get().indexOf('/');
        String owner = name.get().substring(0, slash);
        TextPattern account =
            owner.equals(Image.OWN_ACCOUNT) ? patterns.account() : TextPattern.literal(owner);
        return repository(
            account, TextPattern.literal(name.get().substring(slash + 1)), Optional.of(account));
      }
      // A repository of the template is one of the account's own.
      return image.text().contains(".RepositoryUri")
          ? repository(patterns.account(), ANY, Optional.of(patterns.account()))
          : repository(ANY, ANY, Optional.empty());
    }

    private Repository repository(
        TextPattern account, TextPattern name, Optional<TextPattern> owner) {
      return new Repository(
          arn("ecr", account).then(TextPattern.literal("repository/")).then(name), owner);
    }

    private TextPattern arn(String service, TextPattern account) {
      return TextPattern.literal("arn:")
          .then(patterns.partition())
          .then(TextPattern.literal(":" + service + ":"))
          .then(patterns.region())
          .then(TextPattern.literal(":"))
          .then(account)
          .then(TextPattern.literal(":"));
    }

    /** By a link that ECR signs. */
    private Call layers() {
      String region = flow.network().region();
      TextPattern resource =
          Hosts.isStandard(region)
              ? TextPattern.literal("arn:aws:s3:::" + EcrPull.layerBucket(region) + "/").then(ANY)
              : TextPattern.literal("arn:")
                  .then(patterns.partition())
                  .then(TextPattern.literal(":s3:::"))
                  .then(TextPattern.glob(EcrPull.anyLayerBucket() + "/*"));
      return new Call(
          TextPattern.literal(EcrPull.LAYER_ACTION),
          resource,
          new Caller.Aws(),
          gateway,
          keys.ofLayers());
    }

    /** What a task, a node or its agent calls (ECS and EKS guides, execution and node roles). */
    private PolicyCalls service(Request.ToService request) {
      String name = request.service().name();
      List<TextPattern> any = List.of(arn(name, patterns.account()).then(ANY));
      return switch (name) {
        case "logs" ->
            sure(
                resources(request, this::logStream, any),
                "logs:CreateLogStream",
                "logs:PutLogEvents");
        case "secretsmanager" ->
            sure(resources(request, this::secret, any), "secretsmanager:GetSecretValue");
        case "ssm" -> sure(resources(request, this::parameter, any), "ssm:GetParameters");
        case "kms" -> sure(any, "kms:Decrypt");
        case "s3" -> sure(resources(request, it -> it, List.of(ANY)), EcrPull.LAYER_ACTION);
        case "ssmmessages" ->
            sure(
                List.of(TextPattern.literal("*")),
                "ssmmessages:CreateControlChannel",
                "ssmmessages:CreateDataChannel",
                "ssmmessages:OpenControlChannel",
                "ssmmessages:OpenDataChannel");
        case "ecs", "ecs-agent", "ecs-telemetry" -> some("ecs:*");
        case "ec2" -> some("ec2:*");
        case "sts" -> some("sts:*");
        default -> some("*");
      };
    }

    private List<TextPattern> resources(
        Request.ToService request, UnaryOperator<TextPattern> arn, List<TextPattern> otherwise) {
      return request.subject() instanceof Request.Subject.Start(List<Resolved> resources)
              && !resources.isEmpty()
          ? resources.stream().map(patterns::text).map(arn).toList()
          : otherwise;
    }

    /** Behind the ARN a task may name a key, a stage and a version, which IAM does not see. */
    private TextPattern secret(TextPattern valueFrom) {
      List<TextPattern> parts = new ArnPattern(valueFrom).parts();
      if (parts.size() < ArnPattern.PARTS) {
        return valueFrom;
      }
      List<TextPattern.Atom> name = parts.getLast().atoms();
      int first = name.indexOf(new TextPattern.Atom.Letter(':'));
      int second = first < 0 ? -1 : indexOfColon(name, first + 1);
      return second < 0
          ? valueFrom
          : new TextPattern(
              valueFrom.atoms().subList(0, valueFrom.atoms().size() - name.size() + second));
    }

    private static int indexOfColon(List<TextPattern.Atom> atoms, int from) {
      int index = atoms.subList(from, atoms.size()).indexOf(new TextPattern.Atom.Letter(':'));
      return index < 0 ? index : index + from;
    }

    /** Both calls are about a stream of the group. */
    private TextPattern logStream(TextPattern group) {
      return arn("logs", patterns.account())
          .then(TextPattern.literal("log-group:"))
          .then(group)
          .then(TextPattern.literal(":log-stream:"))
          .then(ANY);
    }

    /** A task may give the name alone. */
    private TextPattern parameter(TextPattern valueFrom) {
      String text = valueFrom.toString();
      if (text.startsWith("arn:") || text.startsWith("${")) {
        return valueFrom;
      }
      return arn("ssm", patterns.account())
          .then(TextPattern.literal(text.startsWith("/") ? "parameter" : "parameter/"))
          .then(valueFrom);
    }

    private PolicyCalls sure(List<TextPattern> resources, String... actions) {
      return new PolicyCalls(
          Stream.of(actions)
              .flatMap(action ->
                  resources.stream()
                      .map(resource -> own(action, resource, new ArnPattern(resource).account())))
              .toList(),
          Optional.empty());
    }

    private PolicyCalls some(String actions) {
      return new PolicyCalls(
          List.of(),
          Optional.of(
              new Call(
                  TextPattern.glob(actions),
                  ANY,
                  patterns.someRole(),
                  gateway,
                  keys.of(patterns.someRole(), Optional.empty()))));
    }

    /** Logs and sessions are called under the task's own role as well. */
    private Caller.Role caller(String action) {
      return action.startsWith("logs:") || action.startsWith("ssmmessages:")
          ? patterns.someRole()
          : patterns.role();
    }

    private Call own(String action, TextPattern resource, Optional<TextPattern> owner) {
      Caller.Role caller = caller(action);
      return new Call(
          TextPattern.literal(action), resource, caller, gateway, keys.of(caller, owner));
    }
  }
}
