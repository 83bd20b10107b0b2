package ecraccess.macro.expand.reference;

import ecraccess.core.cfn.Expressions;
import ecraccess.core.cfn.IdText;
import ecraccess.core.cfn.Intrinsic;
import ecraccess.core.cfn.Problems;
import ecraccess.core.cfn.Resource;
import ecraccess.core.cfn.SubText;
import ecraccess.core.json.Json;
import ecraccess.core.json.JsonPath;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Makes every function that refers to a shorthand refer to what was generated from it. Only
 * functions are touched, and of an {@code Fn::Sub} only whole variables; whatever does not refer to
 * a shorthand comes back as the very same value.
 */
public final class ReferenceRewriter {
  private static final JsonPath.Step DEPENDS_ON = new JsonPath.Step.Member("DependsOn");

  private final References references;
  private final DependsOnRewriter dependsOn;

  public ReferenceRewriter(References references, Problems problems) {
    this.references = references;
    this.dependsOn = new DependsOnRewriter(references, problems);
  }

  /** A resource with its functions, and the dependencies that it declares, rewritten. */
  public Json rewriteResource(Resource resource) {
    return resource
        .value()
        .mapChildren((step, value) -> {
          JsonPath path = resource.path().then(step);
          return step.equals(DEPENDS_ON)
              ? dependsOn.rewrite(value, resource.logicalId(), path)
              : rewrite(value, path);
        });
  }

  public Json rewrite(Json value, JsonPath path) {
    Optional<Intrinsic> function = Intrinsic.of(value);
    if (function.isEmpty()) {
      return rewriteChildren(value, path);
    }
    JsonPath inside = path.member(function.get().name());
    Json argument = function.get().argument();
    return switch (function.get().name()) {
      case Intrinsic.REF -> ref(argument, inside).orElseGet(() -> rewriteChildren(value, path));
      case Intrinsic.GET_ATT ->
          getAtt(argument, inside).orElseGet(() -> rewriteChildren(value, path));
      case Intrinsic.SUB -> sub(value, argument, inside);
      default -> rewriteChildren(value, path);
    };
  }

  private Json rewriteChildren(Json value, JsonPath path) {
    return value.mapChildren((step, child) -> rewrite(child, path.then(step)));
  }

  private Optional<Json> ref(Json argument, JsonPath path) {
    return IdText.of(argument)
        .flatMap(id ->
            references
                .whole(id.text(), path)
                .map(found -> Json.Obj.of(Intrinsic.REF, id.withText(found))));
  }

  /** {@code A.B.Id} becomes a {@code Ref}; other attributes keep the spelling they had. */
  private Optional<Json> getAtt(Json argument, JsonPath path) {
    if (argument instanceof Json.Str(String dotted)) {
      return references
          .attribute(dotted, path)
          .map(found -> found.toJson(new IdText(dotted, false), true));
    }
    if (!(argument instanceof Json.Arr(List<Json> parts)) || parts.isEmpty()) {
      return Optional.empty();
    }
    Optional<IdText> id = IdText.of(parts.getFirst());
    if (id.isEmpty()) {
      return Optional.empty();
    }
    Json rest = new Json.Arr(parts.subList(1, parts.size()));
    Optional<String> attribute = Expressions.dotted(rest);
    return attribute.isPresent()
        ? references
            .attribute(joined(id.get().text(), attribute.get()), path)
            .map(found -> found.toJson(id.get(), false))
        : computedAttribute(id.get(), parts, path);
  }

  private static String joined(String id, String attribute) {
    return attribute.isEmpty() ? id : id + "." + attribute;
  }

  /** {@code [EcrAccess.EcrApiEndpoint, !Ref Attribute]}, as AWS::LanguageExtensions allows. */
  private Optional<Json> computedAttribute(IdText id, List<Json> parts, JsonPath path) {
    return references
        .whole(id.text(), path)
        .map(found ->
            Json.Obj.of(
                Intrinsic.GET_ATT,
                Json.Arr.of(
                    id.withText(found), rewrite(parts.getLast(), path.element(parts.size() - 1)))));
  }

  private Json sub(Json value, Json argument, JsonPath path) {
    return switch (argument) {
      case Json.Str(String text) -> {
        String rewritten = subText(text, Map.of(), path);
        yield rewritten.equals(text) ? value : Json.Obj.of(Intrinsic.SUB, new Json.Str(rewritten));
      }
      case Json.Arr(List<Json> parts)
          when parts.size() == 2
              && parts.getFirst() instanceof Json.Str(String text)
              && parts.getLast() instanceof Json.Obj(Map<String, Json> local) -> {
        String rewritten = subText(text, local, path.element(0));
        Json variables = rewriteChildren(parts.getLast(), path.element(1));
        yield rewritten.equals(text) && variables.equals(parts.getLast())
            ? value
            : Json.Obj.of(Intrinsic.SUB, Json.Arr.of(new Json.Str(rewritten), variables));
      }
      default -> value.mapChildren((step, child) -> rewriteChildren(child, path));
    };
  }

  /** A local name shadows whatever the template calls so. */
  private String subText(String text, Map<String, Json> local, JsonPath path) {
    return SubText.parse(text)
        .renamed(
            name -> local.containsKey(name) ? name : references.variable(name, path).orElse(name));
  }
}
