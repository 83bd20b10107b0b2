package ecraccess.acceptance.habitat;

import static org.assertj.core.api.Assertions.assertThat;

import ecraccess.acceptance.habitat.Events.Event;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What {@code sam local invoke MacroFunction -e events/FILE} prints, without its docker. */
@EnabledOnOs(value = OS.LINUX, disabledReason = "AWS's runtime emulator runs on Linux only")
class RuntimeEmulatorIT {
  @TempDir private static Path clientScratch;
  @TempDir private static Path emulatorScratch;
  private static RuntimeClient client;
  private static RuntimeEmulator emulator;

  @BeforeAll
  static void start() throws Exception {
    client = new RuntimeClient(SamBuild.macroFunction(), clientScratch);
    emulator = new RuntimeEmulator(SamBuild.macroFunction(), emulatorScratch);
  }

  @AfterAll
  static void stop() {
    emulator.close();
    client.close();
  }

  @ParameterizedTest
  @MethodSource("ecraccess.acceptance.habitat.Events#all")
  void theEmulatorAnswersWhatTheRuntimeClientAnswers(Event event) throws Exception {
    assertThat(new String(emulator.invoke(event.body()), StandardCharsets.UTF_8))
        .isEqualTo(new String(client.invoke(event.body()), StandardCharsets.UTF_8));
  }
}
