package ecraccess.reach.template;

import ecraccess.core.cfn.Branch;
import ecraccess.core.cfn.Outline;
import ecraccess.core.cfn.Resource;
import ecraccess.core.cfn.Template;
import ecraccess.core.json.Json;
import ecraccess.core.logic.Answer;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Tells from the expression behind {@code ValueFrom} where a secret is kept. */
final class SecretStores {
  private static final String SECRET = "AWS::SecretsManager::Secret";
  private static final String ATTACHMENT = "AWS::SecretsManager::SecretTargetAttachment";
  private static final String PARAMETER = "AWS::SSM::Parameter";

  /** The secret that RDS keeps for a database; an attribute of the database. */
  private static final String DATABASE_SECRET = ".MasterUserSecret.SecretArn";

  /** A template parameter's type whose value is the name of an SSM parameter. */
  private static final Json PARAMETER_NAME = new Json.Str("AWS::SSM::Parameter::Name");

  private final Map<String, Resource> resources = new HashMap<>();
  private final Json.Obj parameters;

  SecretStores(Template template) {
    template.resources().forEach(resource -> resources.put(resource.logicalId(), resource));
    parameters =
        template.root().get("Parameters").orElse(null) instanceof Json.Obj all
            ? all
            : new Json.Obj(Map.of());
  }

  /** Where a secret can be kept. */
  enum Store {
    SECRETS_MANAGER,
    PARAMETER_STORE,
    /** One of the two, but the template does not tell which. */
    EITHER,
    NONE
  }

  Store of(Branch valueFrom) {
    Outline outline = Outline.of(valueFrom.value());
    String text = outline.text();
    if (text.contains(":secretsmanager:")) {
      return Store.SECRETS_MANAGER;
    }
    if (text.contains(":ssm:") && !text.contains("{{")) {
      return Store.PARAMETER_STORE;
    }
    if (text.startsWith(Outline.HOLE)) {
      return outline.lead().map(this::ofReference).orElse(Store.EITHER);
    }
    if (text.contains("{{") || (text.startsWith("arn:") && text.contains(Outline.HOLE))) {
      return Store.EITHER;
    }
    // What is no ARN is the name of a parameter.
    return text.isEmpty() || text.startsWith("arn:") ? Store.NONE : Store.PARAMETER_STORE;
  }

  /** The customer's keys that encrypt the secret, where the secret is in the template. */
  Stream<Branch> keys(Branch valueFrom) {
    return Outline.of(valueFrom.value()).lead().flatMap(this::resource).stream()
        .flatMap(this::secret)
        .flatMap(secret -> Branch.of(secret).member("KmsKeyId"))
        .filter(key -> key.is("alias/aws/secretsmanager") != Answer.YES);
  }

  /** The secret itself; an attachment leads to the secret that it is about. */
  private Stream<Resource> secret(Resource resource) {
    return resource.isOfType(ATTACHMENT)
        ? Branch.of(resource)
            .member("SecretId")
            .flatMap(id -> Outline.of(id.value()).lead().flatMap(this::resource).stream())
            .filter(found -> found.isOfType(SECRET))
        : Stream.of(resource).filter(found -> found.isOfType(SECRET));
  }

  private Store ofReference(String name) {
    if (name.endsWith(DATABASE_SECRET)) {
      return Store.SECRETS_MANAGER;
    }
    return resource(name).map(SecretStores::ofResource).orElseGet(() -> ofParameter(name));
  }

  private static Store ofResource(Resource resource) {
    if (resource.isOfType(SECRET) || resource.isOfType(ATTACHMENT)) {
      return Store.SECRETS_MANAGER;
    }
    return resource.isOfType(PARAMETER) ? Store.PARAMETER_STORE : Store.EITHER;
  }

  private Store ofParameter(String name) {
    return parameters.get(name).orElse(null) instanceof Json.Obj parameter
            && parameter.get("Type").filter(PARAMETER_NAME::equals).isPresent()
        ? Store.PARAMETER_STORE
        : Store.EITHER;
  }

  private Optional<Resource> resource(String reference) {
    int dot = reference.indexOf('.');
    String id = dot < 0 ? reference : reference.substring(0, dot);
    return Optional.ofNullable(resources.get(id));
  }
}
