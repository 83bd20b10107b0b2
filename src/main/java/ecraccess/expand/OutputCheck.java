package ecraccess.expand;

import ecraccess.json.Json;
import ecraccess.json.JsonText;
import ecraccess.json.Path;
import ecraccess.service.Limits;
import ecraccess.template.Problems;
import ecraccess.template.Template;
import java.nio.charset.StandardCharsets;

/** The last look at a result: CloudFormation can hang on one that breaks its limits. */
final class OutputCheck {
  private OutputCheck() {}

  static void check(Json.Obj expanded, Problems problems) {
    int resources = new Template(expanded).resources().size();
    if (resources > Limits.RESOURCES) {
      problems.add(
          Path.of(Template.RESOURCES),
          "expected at most %d resources after expansion, found %d; split the template"
              .formatted(Limits.RESOURCES, resources));
    }
    int bytes = JsonText.compact(expanded).getBytes(StandardCharsets.UTF_8).length;
    if (bytes > Limits.TEMPLATE_BYTES) {
      problems.add(
          Path.of(Template.RESOURCES),
          "expected a template of at most %d bytes after expansion, found %d; split the template"
              .formatted(Limits.TEMPLATE_BYTES, bytes));
    }
  }
}
