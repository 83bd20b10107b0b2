package ecraccess.lambda.macro;

import ecraccess.core.json.Json;
import ecraccess.core.json.JsonText;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a macro answers to CloudFormation. */
record MacroAnswer(Json.Obj members) {

  static MacroAnswer success(String requestId, Json.Obj fragment) {
    return answer(requestId, "success", "fragment", fragment);
  }

  /**
   * A failure.
   *
   * @param message what the user reads; no full stop at its end, CloudFormation adds one
   */
  static MacroAnswer failure(String requestId, String message) {
    return answer(requestId, "failure", "errorMessage", new Json.Str(message));
  }

  private static MacroAnswer answer(String requestId, String status, String name, Json value) {
    Map<String, Json> members = new LinkedHashMap<>();
    members.put("requestId", new Json.Str(requestId));
    members.put("status", new Json.Str(status));
    members.put(name, value);
    return new MacroAnswer(new Json.Obj(members));
  }

  byte[] bytes() {
    return JsonText.compact(members).getBytes(StandardCharsets.UTF_8);
  }
}
