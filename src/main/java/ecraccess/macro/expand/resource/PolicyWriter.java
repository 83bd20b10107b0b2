package ecraccess.macro.expand.resource;

import static ecraccess.core.cfn.Cfn.object;
import static ecraccess.core.cfn.Cfn.sub;
import static ecraccess.core.cfn.Cfn.text;

import ecraccess.core.aws.EcrPull;
import ecraccess.core.aws.Service;
import ecraccess.core.cfn.Intrinsic;
import ecraccess.core.json.Json;
import ecraccess.macro.shorthand.Shorthand;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Writes narrow endpoint policies. Each statement allows something: an endpoint policy allows
 * nothing that it does not name.
 */
final class PolicyWriter {
  private static final Json EVERYTHING = text("*");

  private PolicyWriter() {}

  /** The endpoint's policy; nothing where it stays open. */
  static Optional<Json> policy(Service service, Shorthand.Policies policies) {
    boolean ecr = service.equals(Service.ECR_API) || service.equals(Service.ECR_DKR);
    if (ecr && policies.pullOnly()) {
      return Optional.of(pullOnly(policies.repositories()));
    }
    return service.equals(Service.S3) && policies.layersOnly()
        ? Optional.of(layersOnly(policies.additionalS3Resources()))
        : Optional.empty();
  }

  /** The same for both of ECR's endpoints, as ECR's guide recommends. */
  private static Json pullOnly(Optional<Json> repositories) {
    // A token is for the whole registry: the action knows no other resource.
    Json token = allow("Token", texts(List.of(EcrPull.TOKEN_ACTION)), EVERYTHING);
    List<String> actions = new ArrayList<>(List.of(EcrPull.LAYER_CHECK_ACTION));
    actions.addAll(EcrPull.IMAGE_ACTIONS);
    Json pull =
        allow(
            "Pull",
            texts(actions),
            repositories.map(PolicyWriter::repositoryArns).orElse(EVERYTHING));
    return document(List.of(token, pull));
  }

  /**
   * Names become ARNs, wherever they are written out: in a list, and in the branches of a choice.
   */
  private static Json repositoryArns(Json repositories) {
    if (repositories instanceof Json.Str(String name)) {
      return name.startsWith("arn:") || name.startsWith("{{")
          ? repositories
          : sub("arn:${AWS::Partition}:ecr:${AWS::Region}:${AWS::AccountId}:repository/" + name);
    }
    if (repositories instanceof Json.Arr) {
      return repositories.mapChildren((step, repository) -> repositoryArns(repository));
    }
    return Intrinsic.of(repositories)
        .map(choice -> choice.mapBranches(PolicyWriter::repositoryArns))
        .orElse(repositories);
  }

  /** No condition on the principal: ECR's layers lie in a bucket of AWS's own. */
  private static Json layersOnly(Optional<Json> additionalResources) {
    List<Json> statements = new ArrayList<>();
    statements.add(
        allow(
            "Layers",
            text(EcrPull.LAYER_ACTION),
            sub("arn:${AWS::Partition}:s3:::" + EcrPull.layerBucket("${AWS::Region}") + "/*")));
    additionalResources.ifPresent(
        resources -> statements.add(allow("Additional", text("s3:*"), resources)));
    return document(statements);
  }

  private static Json document(List<Json> statements) {
    return object("Version", text("2012-10-17"), "Statement", new Json.Arr(statements));
  }

  private static Json allow(String sid, Json action, Json resource) {
    Map<String, Json> statement = new LinkedHashMap<>();
    statement.put("Sid", text(sid));
    statement.put("Effect", text("Allow"));
    statement.put("Principal", EVERYTHING);
    statement.put("Action", action);
    statement.put("Resource", resource);
    return new Json.Obj(statement);
  }

  private static Json texts(List<String> values) {
    return new Json.Arr(values.stream().<Json>map(Json.Str::new).toList());
  }
}
