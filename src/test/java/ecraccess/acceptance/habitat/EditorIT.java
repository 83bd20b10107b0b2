package ecraccess.acceptance.habitat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The schema that editors read, in the real yaml-language-server. */
class EditorIT {

  @Test
  void theTemplatesSchemaIsMadeFromTheOneSchema() {
    Processes.run(
            Duration.ofMinutes(1),
            Map.of(),
            List.of(Tools.tool("python").toString(), "tools/template_schema.py", "--check"))
        .orFail();
  }

  /** The tests are in JavaScript, because the editor's side of the protocol is. */
  @Test
  void theLanguageServerCompletesExplainsAndFindsFaults() {
    Processes.run(
            Duration.ofMinutes(3),
            Map.of("NODE_PATH", Tools.tool("../node_modules").toString()),
            List.of("node", "--test", "src/test/node"))
        .orFail();
  }
}
