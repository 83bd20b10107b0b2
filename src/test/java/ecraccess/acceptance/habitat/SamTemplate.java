package ecraccess.acceptance.habitat;

import ecraccess.core.json.Json;
import ecraccess.core.json.JsonText;
import ecraccess.core.json.MalformedJson;
import java.util.List;
import java.util.Map;

/** {@code template.yaml} after SAM's own translator, read by the way to a place in it. */
final class SamTemplate {
  private static final String TRANSLATOR =
      "src/test/resources/ecraccess/acceptance/habitat/translate.py";
  private static final Json TEMPLATE = translate();

  private SamTemplate() {}

  private static Json translate() {
    try {
      return JsonText.read(Tools.run("python", TRANSLATOR, "template.yaml").orFail().out());
    } catch (MalformedJson e) {
      throw new AssertionError(e);
    }
  }

  static Json ref(String name) {
    return Json.Obj.of("Ref", new Json.Str(name));
  }

  static Json getAtt(String name, String attribute) {
    return Json.Obj.of("Fn::GetAtt", Json.Arr.of(new Json.Str(name), new Json.Str(attribute)));
  }

  static Json at(String... path) {
    return at(TEMPLATE, path);
  }

  static Json at(Json from, String... path) {
    Json at = from;
    for (String step : path) {
      at =
          switch (at) {
            case Json.Obj object -> object.get(step).orElseThrow(() -> missing(step, path));
            case Json.Arr array -> array.elements().get(Integer.parseInt(step));
            default -> throw missing(step, path);
          };
    }
    return at;
  }

  private static AssertionError missing(String step, String... path) {
    return new AssertionError("no " + step + " in " + String.join(".", path));
  }

  static Map<String, Json> members(String... path) {
    return ((Json.Obj) at(path)).members();
  }

  static List<Json> elements(Json array) {
    return ((Json.Arr) array).elements();
  }

  static String text(Json string) {
    return ((Json.Str) string).value();
  }

  /** What the network function may ask, in order. */
  static List<String> networkPermissions() {
    Json policies = at("Resources", "NetworkFunctionRole", "Properties", "Policies");
    Json read = elements(policies).getLast();
    return elements(at(read, "PolicyDocument", "Statement", "0", "Action")).stream()
        .map(SamTemplate::text)
        .toList();
  }
}
