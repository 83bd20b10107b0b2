package ecraccess.core.cfn;

import ecraccess.core.json.Json;
import java.util.LinkedHashMap;
import java.util.Map;

/** Short ways to write the values we generate. */
public final class Cfn {
  private Cfn() {}

  public static Json.Obj object(String name, Json value, String name2, Json value2) {
    Map<String, Json> members = new LinkedHashMap<>();
    members.put(name, value);
    members.put(name2, value2);
    return new Json.Obj(members);
  }

  public static Json text(String value) {
    return new Json.Str(value);
  }

  public static Json number(int value) {
    return new Json.Num(String.valueOf(value));
  }

  public static Json sub(String text) {
    return Json.Obj.of(Intrinsic.SUB, text(text));
  }

  public static Json ref(String logicalId) {
    return Json.Obj.of(Intrinsic.REF, text(logicalId));
  }

  public static Json choice(Json condition, Json then, Json otherwise) {
    return Json.Obj.of(Intrinsic.IF, Json.Arr.of(condition, then, otherwise));
  }

  /** The value under the condition, and otherwise none. */
  public static Json onlyIf(Json condition, Json value) {
    return choice(condition, value, ref("AWS::NoValue"));
  }

  public static Json getAtt(Json logicalId, String attribute) {
    return Json.Obj.of(Intrinsic.GET_ATT, Json.Arr.of(logicalId, text(attribute)));
  }
}
