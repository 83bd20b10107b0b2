package ecraccess.acceptance.corpus;

import ecraccess.cli.source.SourceFile;
import ecraccess.core.cfn.Resource;
import ecraccess.core.cfn.Template;
import ecraccess.core.json.Json;
import ecraccess.macro.expand.Expander;
import ecraccess.macro.expand.Expansion;
import ecraccess.macro.expand.plan.DeploymentContext;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A template of the corpus, and what a person would write in place of its endpoints.
 *
 * @param shorthands by logical ID; {@link #ORIGINAL} stands for the policy that the endpoint has
 * @param outOfScope the endpoints that stay as they are, by logical ID, each with the reason
 * @param region one whose names the template spells out, or any standard one
 */
record Reproduction(
    SourceFile source, Json.Obj shorthands, Map<String, String> outOfScope, String region) {
  private static final Path FOLDER = Path.of("src/test/resources/corpus");
  private static final String ENDPOINT = "AWS::EC2::VPCEndpoint";

  /** Where a policy belongs: it is taken over as it is, and no text of others is copied here. */
  private static final Json ORIGINAL = new Json.Str("(as in the original)");

  static List<Reproduction> all() {
    return Corpus.files(FOLDER).stream().map(Reproduction::read).toList();
  }

  /** The names of the templates that there is a reproduction of. */
  static List<String> names() {
    return Corpus.files(FOLDER).stream().map(Corpus::nameOf).toList();
  }

  private static Reproduction read(Path file) {
    Json.Obj given = Corpus.read(file).json();
    Map<String, String> outOfScope = new LinkedHashMap<>();
    object(given, "OutOfScope").members().forEach((id, why) -> outOfScope.put(id, text(why)));
    return new Reproduction(
        Corpus.template(Corpus.nameOf(file)),
        object(given, "Shorthands"),
        outOfScope,
        given.get("Region").map(Reproduction::text).orElse("eu-west-1"));
  }

  /** The template as its author wrote it and as macros get it. */
  Json.Obj original() {
    return source.json().without("Transform");
  }

  /** The template with shorthands at the place of its first endpoint that they stand for. */
  Json.Obj written() {
    return replaced(original());
  }

  /** The same, where everything else speaks of the shorthands' parts instead of old names. */
  Json.Obj writtenInItsTerms() {
    return replaced((Json.Obj) new PartReferences(shorthands).rewrite(original()));
  }

  private Json.Obj replaced(Json.Obj template) {
    List<String> replaced = reproduced();
    return new Template(template)
        .replaceResources(resource -> {
          String id = resource.logicalId();
          if (!replaced.contains(id)) {
            return Map.of(id, resource.value());
          }
          return id.equals(replaced.getFirst()) ? withPolicies().members() : Map.of();
        })
        .root();
  }

  /** The logical IDs of all endpoints of the original, in its order. */
  List<String> endpoints() {
    return new Template(original())
        .resources().stream()
            .filter(resource -> resource.isOfType(ENDPOINT))
            .map(Resource::logicalId)
            .toList();
  }

  /** The endpoints that shorthands stand for. */
  List<String> reproduced() {
    return endpoints().stream().filter(id -> !outOfScope.containsKey(id)).toList();
  }

  Json.Obj expanded(Json.Obj template) {
    DeploymentContext deployment =
        new DeploymentContext(region, "111122223333", "PrivateEcrAccess", new Json.Obj(Map.of()));
    return switch (Expander.expand(template, deployment)) {
      case Expansion.Expanded expanded -> expanded.template();
      case Expansion.Rejected(var problems) -> throw new AssertionError(problems.toString());
    };
  }

  private Json.Obj withPolicies() {
    return (Json.Obj) shorthands.mapChildren((id, shorthand) -> withPolicies(shorthand));
  }

  /** The file's text with shorthands in it. */
  String shortened() {
    return source.withJson(Corpus.withTransform(source, written()));
  }

  /** Every object with a logical ID and a policy is the override of one endpoint. */
  private Json withPolicies(Json value) {
    Json inner = value.mapChildren((step, child) -> withPolicies(child));
    return inner instanceof Json.Obj override
            && override.get("PolicyDocument").filter(ORIGINAL::equals).isPresent()
        ? override.with("PolicyDocument", policy(text(override.members().get("LogicalId"))))
        : inner;
  }

  private Json policy(String endpoint) {
    return new Template(original())
        .resources().stream()
            .filter(resource -> resource.logicalId().equals(endpoint))
            .findFirst()
            .flatMap(resource -> resource.property("PolicyDocument"))
            .orElseThrow(() -> new AssertionError(endpoint + " has no policy"));
  }

  private static Json.Obj object(Json.Obj given, String name) {
    return (Json.Obj) given.get(name).orElse(new Json.Obj(Map.of()));
  }

  private static String text(Json json) {
    return ((Json.Str) json).value();
  }

  @Override
  public String toString() {
    return source.name();
  }
}
