package ecraccess.expand;

import ecraccess.json.Json;
import ecraccess.json.Path;
import ecraccess.service.Partition;
import ecraccess.shorthand.Selection;
import ecraccess.shorthand.Shorthand;
import ecraccess.shorthand.ShorthandReader;
import ecraccess.template.Expressions;
import ecraccess.template.Found;
import ecraccess.template.Problems;
import ecraccess.template.Resource;
import ecraccess.template.Template;
import ecraccess.workload.Need;
import ecraccess.workload.Needs;
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
  private final Map<String, Selection> selections = new LinkedHashMap<>();
  private final Map<String, Parts> parts = new LinkedHashMap<>();

  private Expander(Json.Obj template) {
    this.template = new Template(template);
  }

  /**
   * Expands a template's shorthands.
   *
   * @param template the whole template, less its {@code Transform} section
   */
  public static Expansion expand(Json.Obj template, Deployment deployment) {
    return new Expander(template).expand(deployment);
  }

  private Expansion expand(Deployment deployment) {
    checkResourcesSection();
    select();
    Template rewritten = rewriteReferences();
    Map<String, Conflicts.Planned> plan = plan(rewritten);
    if (!problems.isEmpty()) {
      return rejected();
    }
    EndpointWriter writer = new EndpointWriter(Partition.of(deployment.region()));
    Json.Obj expanded =
        rewritten
            .replaceResources(resource ->
                Optional.ofNullable(plan.get(resource.logicalId()))
                    .map(planned -> writer.write(planned.shorthand(), planned.routeTableIds()))
                    .orElseGet(() -> Map.of(resource.logicalId(), resource.value())))
            .root();
    OutputCheck.check(expanded, problems);
    return problems.isEmpty()
        ? new Expansion.Expanded(expanded, List.copyOf(plan.keySet()), Note.of(selections))
        : rejected();
  }

  private Expansion rejected() {
    return new Expansion.Rejected(problems.inOrderOf(template.root()));
  }

  private void checkResourcesSection() {
    Json resources = template.root().get(Template.RESOURCES).orElse(null);
    if (resources == null) {
      problems.add(
          Path.of(Template.RESOURCES),
          "missing, expected a whole template; if PrivateEcrAccess was called with Fn::Transform,"
              + " name it in the template's Transform section instead");
    } else if (!(resources instanceof Json.Obj)) {
      problems.add(
          Path.of(Template.RESOURCES),
          "expected an object of resources by logical ID, found " + Found.describe(resources));
    }
  }

  /** Finds the shorthands, and decides what each creates and under which names. */
  private void select() {
    List<Resource> shorthands = shorthands(template);
    ShorthandReader reader = new ShorthandReader(new Expressions(template), problems);
    List<Need> needs = Needs.of(template);
    Names names = new Names(template, shorthands, problems);
    for (Resource shorthand : shorthands) {
      Selection selection = reader.select(shorthand, needs);
      names.take(shorthand, selection);
      selections.put(shorthand.logicalId(), selection);
      parts.put(shorthand.logicalId(), Parts.of(shorthand, selection));
    }
  }

  private static List<Resource> shorthands(Template template) {
    return template.resources().stream().filter(r -> r.isOfType(Shorthand.TYPE)).toList();
  }

  private Template rewriteReferences() {
    if (parts.isEmpty()) {
      return template;
    }
    References references = new References(parts, problems);
    ReferenceRewriter rewriter = new ReferenceRewriter(references);
    DependsOn dependsOn = new DependsOn(references, problems);
    Template rewritten =
        template.replaceResources(resource ->
            Map.of(resource.logicalId(), rewriteResource(resource, rewriter, dependsOn)));
    Json.Obj root = rewritten.root();
    for (String section : REFERRING_SECTIONS) {
      Optional<Json> content = root.get(section);
      if (content.isPresent()) {
        root = root.with(section, rewriter.rewrite(content.get(), Path.of(section)));
      }
    }
    return new Template(root);
  }

  private static Json rewriteResource(
      Resource resource, ReferenceRewriter rewriter, DependsOn dependsOn) {
    return resource
        .value()
        .mapChildren((step, value) -> {
          Path path = resource.path().then(step);
          return step.equals(new Path.Step.Member("DependsOn"))
              ? dependsOn.rewrite(value, resource.logicalId(), path)
              : rewriter.rewrite(value, path);
        });
  }

  /** Reads the shorthands whole, now that they refer to what will be there. */
  private Map<String, Conflicts.Planned> plan(Template rewritten) {
    Expressions expressions = new Expressions(rewritten);
    ShorthandReader reader = new ShorthandReader(expressions, problems);
    RouteTables routeTables = new RouteTables(rewritten, expressions, problems);
    Map<String, Conflicts.Planned> plan = new LinkedHashMap<>();
    for (Resource resource : shorthands(rewritten)) {
      Selection selection = selections.get(resource.logicalId());
      if (selection != null) {
        reader
            .read(resource, selection)
            .ifPresent(shorthand ->
                plan.put(
                    resource.logicalId(),
                    new Conflicts.Planned(shorthand, routeTables.of(shorthand))));
      }
    }
    new Conflicts(expressions, problems).check(List.copyOf(plan.values()));
    return plan;
  }
}
