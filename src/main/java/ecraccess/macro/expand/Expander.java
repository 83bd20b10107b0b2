package ecraccess.macro.expand;

import ecraccess.core.cfn.Expressions;
import ecraccess.core.cfn.Found;
import ecraccess.core.cfn.Problems;
import ecraccess.core.cfn.Resource;
import ecraccess.core.cfn.Template;
import ecraccess.core.json.Json;
import ecraccess.core.json.JsonPath;
import ecraccess.macro.expand.plan.DeploymentContext;
import ecraccess.macro.expand.plan.Plan;
import ecraccess.macro.expand.plan.Planner;
import ecraccess.macro.expand.reference.Parts;
import ecraccess.macro.expand.reference.ReferenceRewriter;
import ecraccess.macro.expand.reference.References;
import ecraccess.macro.expand.resource.ShorthandWriter;
import ecraccess.macro.shorthand.Selection;
import ecraccess.macro.shorthand.Shorthand;
import ecraccess.macro.shorthand.ShorthandReader;
import ecraccess.reach.template.Needs;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Expands every shorthand of a template. */
public final class Expander {

  /**
   * Where functions may refer to resources; {@code Globals} is SAM's, which copies it into them.
   */
  private static final List<String> REFERRING_SECTIONS = List.of("Globals", "Outputs");

  private final Template template;
  private final Problems problems = new Problems();
  private final Map<String, Plan> plans = new LinkedHashMap<>();
  private final Map<String, Parts> parts = new LinkedHashMap<>();

  Expander(Json.Obj template) {
    this.template = new Template(template);
  }

  /**
   * Expands a template's shorthands, unless the template alone proves that it will not deploy or
   * that its tasks will not get their images.
   *
   * @param template the whole template, less its {@code Transform} section
   */
  public static Expansion expand(Json.Obj template, DeploymentContext deployment) {
    Expander expander = new Expander(template);
    Expansion expansion = expander.expand(deployment);
    if (expansion instanceof Expansion.Expanded expanded) {
      expansion =
          expanded.with(
              expander.judging(deployment).refuse(expanded.template(), expander.problems));
    }
    return expander.problems.isEmpty() ? expansion : expander.rejected();
  }

  /** Judges what this expander has expanded. */
  Judging judging(DeploymentContext deployment) {
    return new Judging(template, plans.values(), deployment);
  }

  /** Expands whatever the shorthands stand for, right or wrong. */
  Expansion expand(DeploymentContext deployment) {
    checkResourcesSection();
    read(deployment);
    judging(deployment).checkIgnored(problems);
    Template rewritten = rewriteReferences();
    if (!problems.isEmpty()) {
      return rejected();
    }
    Json.Obj expanded = write(rewritten, new ShorthandWriter(deployment)).root();
    OutputCheck.check(expanded, problems);
    return problems.isEmpty()
        ? new Expansion.Expanded(
            expanded, List.copyOf(plans.keySet()), AddedService.of(plans.values()), List.of())
        : rejected();
  }

  private Expansion rejected() {
    return new Expansion.Rejected(problems.inOrderOf(template.root()));
  }

  private void checkResourcesSection() {
    Json resources = template.root().get(Template.RESOURCES).orElse(null);
    if (resources == null) {
      problems.add(
          JsonPath.of(Template.RESOURCES),
          "missing, expected a whole template; if PrivateEcrAccess was called with Fn::Transform,"
              + " name it in the template's Transform section instead");
    } else if (!(resources instanceof Json.Obj)) {
      problems.add(
          JsonPath.of(Template.RESOURCES),
          "expected an object of resources by logical ID, found " + Found.describe(resources));
    }
  }

  /** Reads the shorthands, and decides what each creates and under which names. */
  private void read(DeploymentContext deployment) {
    List<Resource> shorthands =
        template.resources().stream().filter(r -> r.isOfType(Shorthand.TYPE)).toList();
    Expressions expressions = new Expressions(template);
    ShorthandReader reader = new ShorthandReader(expressions, problems);
    Planner planner = new Planner(template, expressions, problems);
    GeneratedNames names = new GeneratedNames(template, shorthands, problems);
    for (Resource resource : shorthands) {
      Selection selection =
          reader.select(resource, () -> Needs.of(template, Judging.context(deployment)));
      Optional<Plan> plan = reader.read(resource, selection).map(planner::plan);
      Parts generated = Parts.of(resource, selection, plan);
      names.take(generated);
      parts.put(resource.logicalId(), generated);
      plan.ifPresent(p -> plans.put(resource.logicalId(), p));
    }
  }

  /** In the whole template; inside shorthands too, for the problems that this finds there. */
  private Template rewriteReferences() {
    if (parts.isEmpty()) {
      return template;
    }
    ReferenceRewriter rewriter = rewriter(problems);
    Template rewritten =
        template.replaceResources(
            resource -> Map.of(resource.logicalId(), rewriter.rewriteResource(resource)));
    Json.Obj root = rewritten.root();
    for (String section : REFERRING_SECTIONS) {
      Optional<Json> content = root.get(section);
      if (content.isPresent()) {
        root = root.with(section, rewriter.rewrite(content.get(), JsonPath.of(section)));
      }
    }
    return new Template(root);
  }

  private ReferenceRewriter rewriter(Problems found) {
    return new ReferenceRewriter(new References(parts, found), found);
  }

  private Template write(Template rewritten, ShorthandWriter writer) {
    // What was wrong with references has been found, where the user wrote them.
    ReferenceRewriter again = rewriter(new Problems());
    return rewritten.replaceResources(resource -> {
      Plan plan = plans.get(resource.logicalId());
      if (plan == null || !resource.isOfType(Shorthand.TYPE)) {
        return Map.of(resource.logicalId(), resource.value());
      }
      Map<String, Json> written = writer.write(plan);
      written.replaceAll((id, value) ->
          again.rewriteResource(new Resource(resource.path(), id, value, resource.looped())));
      return written;
    });
  }
}
