package ecraccess.macro.expand;

import ecraccess.core.aws.Limits;
import ecraccess.core.cfn.Problems;
import ecraccess.core.cfn.Template;
import ecraccess.core.json.Json;
import ecraccess.core.json.JsonPath;
import ecraccess.core.json.JsonText;
import java.nio.charset.StandardCharsets;

/** The last look at a result: CloudFormation can hang on one that breaks its limits. */
final class OutputCheck {
  private OutputCheck() {}

  static void check(Json.Obj expanded, Problems problems) {
    int resources = new Template(expanded).resources().size();
    if (resources > Limits.RESOURCES) {
      problems.add(
          JsonPath.of(Template.RESOURCES),
          "expected at most %d resources after expansion, found %d; split the template"
              .formatted(Limits.RESOURCES, resources));
    }
    int bytes = JsonText.compact(expanded).getBytes(StandardCharsets.UTF_8).length;
    if (bytes > Limits.TEMPLATE_BYTES) {
      problems.add(
          JsonPath.of(Template.RESOURCES),
          "expected a template of at most %d bytes after expansion, found %d; split the template"
              .formatted(Limits.TEMPLATE_BYTES, bytes));
    }
  }
}
