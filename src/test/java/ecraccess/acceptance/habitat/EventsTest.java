package ecraccess.acceptance.habitat;

import static org.assertj.core.api.Assertions.assertThat;

import ecraccess.acceptance.habitat.Events.Event;
import ecraccess.core.json.Json;
import ecraccess.core.json.JsonText;
import ecraccess.core.json.MalformedJson;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EventsTest {

  @Test
  void theReadmeListsExactlyTheFilesThereAre() {
    assertThat(Events.documented().keySet())
        .containsExactlyInAnyOrderElementsOf(Events.all().stream().map(Event::name).toList());
  }

  @ParameterizedTest
  @MethodSource("ecraccess.acceptance.habitat.Events#all")
  void anEventHasTheSevenKeysThatCloudFormationSends(Event event) throws MalformedJson {
    List<String> keys =
        new ArrayList<>(
            List.of(
                "accountId",
                "fragment",
                "transformId",
                "requestId",
                "region",
                "params",
                "templateParameterValues"));
    if (event.name().equals("no-fragment.json")) {
      keys.remove("fragment");
    }

    assertThat(((Json.Obj) JsonText.read(event.body())).members().keySet())
        .containsExactlyElementsOf(keys);
  }

  @ParameterizedTest
  @MethodSource("ecraccess.acceptance.habitat.Events#all")
  void anEventIsWrittenAsThisProjectWritesJson(Event event) throws MalformedJson {
    assertThat(JsonText.pretty(JsonText.read(event.body())) + "\n")
        .isEqualTo(new String(event.body(), StandardCharsets.UTF_8));
  }
}
