package ecraccess.acceptance.habitat;

import static org.assertj.core.api.Assertions.assertThat;

import ecraccess.cli.source.SourceFile;
import ecraccess.cli.source.SourceReading;
import ecraccess.core.json.Json;
import ecraccess.core.json.JsonText;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code ./ecr-access expand} prints is what the macro under AWS's runtime client answers. */
@EnabledOnOs(value = OS.LINUX, disabledReason = "AWS's runtime client runs on Linux only")
class SameBytesIT {
  @TempDir private static Path scratch;
  private static RuntimeClient client;

  @BeforeAll
  static void start() throws Exception {
    client = new RuntimeClient(SamBuild.macroFunction(), scratch);
  }

  @AfterAll
  static void stop() {
    client.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"article", "minimal", "fargate-service", "short"})
  void theCommandLineAndTheMacroGiveTheSameBytes(String example) throws Exception {
    Path template = Path.of("examples", example + ".yaml");
    Json printed =
        JsonText.read(
            Processes.run(
                    Duration.ofMinutes(5),
                    Map.of(),
                    List.of("./ecr-access", "expand", "--format", "json", template.toString()))
                .orFail()
                .out());
    String answer =
        new String(
            client.invoke(event(template).getBytes(StandardCharsets.UTF_8)),
            StandardCharsets.UTF_8);
    assertThat(answer)
        .isEqualTo(
            "{\"requestId\":\"r-1\",\"status\":\"success\",\"fragment\":%s}"
                .formatted(JsonText.compact(printed)));
  }

  private static String event(Path template) throws Exception {
    if (SourceFile.parse("template", Files.readString(template))
        instanceof SourceReading.Done(SourceFile file)) {
      return "{\"accountId\":\"123456789012\",\"fragment\":%s,\"transformId\":\"123456789012::PrivateEcrAccess\",\"requestId\":\"r-1\",\"region\":\"us-east-1\",\"params\":{},\"templateParameterValues\":{}}"
          .formatted(JsonText.compact(file.json().without("Transform")));
    }
    throw new AssertionError(template);
  }
}
