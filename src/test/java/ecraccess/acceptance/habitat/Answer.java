package ecraccess.acceptance.habitat;

import static org.assertj.core.api.Assertions.assertThat;

import ecraccess.core.json.Json;
import ecraccess.core.json.JsonText;
import ecraccess.core.json.MalformedJson;
import java.util.Optional;

/** What the macro answered, in the form that CloudFormation asks for. */
record Answer(Optional<Json> requestId, String status, Optional<Json> fragment, String message) {

  /** Reads an answer; fails where CloudFormation would call the response malformed. */
  static Answer read(byte[] body) throws MalformedJson {
    Json.Obj answer = (Json.Obj) JsonText.read(body);
    String status = text(answer, "status");
    assertThat(answer.members())
        .containsOnlyKeys(
            "requestId", "status", status.equals("success") ? "fragment" : "errorMessage");
    return new Answer(
        answer.get("requestId"), status, answer.get("fragment"), text(answer, "errorMessage"));
  }

  private static String text(Json.Obj answer, String name) {
    return answer.get(name).map(value -> ((Json.Str) value).value()).orElse("");
  }
}
