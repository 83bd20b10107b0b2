package ecraccess.expand;

import ecraccess.json.Json;
import ecraccess.template.Intrinsic;
import java.util.LinkedHashMap;
import java.util.Map;

/** Short ways to write the values we generate. */
final class Members {
  private Members() {}

  static Json.Obj object(String name, Json value, String name2, Json value2) {
    Map<String, Json> members = new LinkedHashMap<>();
    members.put(name, value);
    members.put(name2, value2);
    return new Json.Obj(members);
  }

  static Json text(String value) {
    return new Json.Str(value);
  }

  static Json number(int value) {
    return new Json.Num(String.valueOf(value));
  }

  static Json sub(String text) {
    return Json.Obj.of(Intrinsic.SUB, text(text));
  }

  static Json ref(String logicalId) {
    return Json.Obj.of(Intrinsic.REF, text(logicalId));
  }

  static Json choice(Json condition, Json then, Json otherwise) {
    return Json.Obj.of(Intrinsic.IF, Json.Arr.of(condition, then, otherwise));
  }

  /** The value under the condition, and otherwise none. */
  static Json onlyIf(Json condition, Json value) {
    return choice(condition, value, ref("AWS::NoValue"));
  }

  static Json getAtt(Json logicalId, String attribute) {
    return Json.Obj.of(Intrinsic.GET_ATT, Json.Arr.of(logicalId, text(attribute)));
  }
}
