package ecraccess.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code tools/jdk} among JDKs that are a file {@code release} and a compiler nobody may start. */
class JdkSearchTest {
  @TempDir private Path folder;

  private Path memory;
  private Path script;

  @BeforeEach
  void copyScript() throws IOException {
    Path checkout = folder.resolve("a checkout");
    memory = Files.createDirectories(checkout.resolve("target")).resolve("jdk");
    script = Files.createDirectories(checkout.resolve("tools")).resolve("jdk");
    Files.copy(Path.of("tools/jdk"), script);
  }

  @Test
  void theNewestIsFoundWithoutStartingOne() throws Exception {
    jdk("home/.sdkman/candidates/java/98.0.1-tem", "\"98.0.1\"");
    Path newest = jdk("home/.jdks/open jdk 99", "\"99\"");
    jdk("home/.jenv/versions/8", "\"1.8.0_402\"");

    assertThat(search(Map.of())).isEqualTo(new Run(0, newest + "\n", ""));
    assertThat(folder.resolve("started")).doesNotExist();
  }

  @Test
  void javaHomeComesFirstIfItWillDo() throws Exception {
    Path given = jdk("given", "\"21.0.9\"");
    jdk("home/.jdks/99", "\"99\"");

    assertThat(search(Map.of("JAVA_HOME", given.toString())).out()).isEqualTo(given + "\n");
    assertThat(memory).doesNotExist();
  }

  @Test
  void javaHomeThatIsTooOldIsPassedOver() throws Exception {
    Path given = jdk("given", "\"20.0.2\"");
    Path newest = jdk("home/.jdks/99", "\"99-ea\"");

    assertThat(search(Map.of("JAVA_HOME", given.toString())).out()).isEqualTo(newest + "\n");
  }

  @Test
  void theChoiceIsRemembered() throws Exception {
    Path first = jdk("home/.jdks/98", "\"98\"");
    search(Map.of());
    jdk("home/.jdks/99", "\"99\"");

    assertThat(memory).hasContent(first.toString());
    assertThat(search(Map.of()).out()).isEqualTo(first + "\n");
  }

  @Test
  void aChoiceThatIsGoneIsReplaced() throws Exception {
    Files.writeString(memory, folder.resolve("home/.jdks/gone") + "\n");
    Path other = jdk("home/.jdks/99", "\"99\"");

    assertThat(search(Map.of()).out()).isEqualTo(other + "\n");
    assertThat(memory).hasContent(other.toString());
  }

  @Test
  void aRuntimeWithoutCompilerIsNone() throws Exception {
    Path runtime = jdk("home/.jdks/99", "\"99\"");
    Files.delete(runtime.resolve("bin/javac"));
    Path other = jdk("home/.jdks/98", "\"98\"");

    assertThat(search(Map.of()).out()).isEqualTo(other + "\n");
  }

  @Test
  void variablesOfCiNameSomeToo() throws Exception {
    Path named = jdk("named", "\"99\"");

    assertThat(search(Map.of("JAVA_HOME_99_X64", named.toString())).out()).isEqualTo(named + "\n");
  }

  @Test
  void withoutTargetNothingIsWritten() throws Exception {
    Path newest = jdk("home/.jdks/99", "\"99\"");
    Files.delete(memory.getParent());

    assertThat(search(Map.of())).isEqualTo(new Run(0, newest + "\n", ""));
    assertThat(memory.getParent()).doesNotExist();
  }

  private Path jdk(String name, String version) throws IOException {
    Path home = folder.resolve(name);
    Path javac = Files.createDirectories(home.resolve("bin")).resolve("javac");
    Files.writeString(javac, "#!/bin/sh\ntouch '" + folder.resolve("started") + "'\n");
    assertThat(javac.toFile().setExecutable(true)).isTrue();
    Files.writeString(
        home.resolve("release"), "IMPLEMENTOR=\"Somebody\"\nJAVA_VERSION=" + version + "\n");
    return home;
  }

  private Run search(Map<String, String> environment) throws Exception {
    ProcessBuilder process = new ProcessBuilder("sh", script.toString());
    process.environment().keySet().removeIf(name -> name.contains("JAVA") || name.contains("JDK"));
    process.environment().put("HOME", folder.resolve("home").toString());
    process.environment().putAll(environment);
    Process running = process.start();
    String out = new String(running.getInputStream().readAllBytes(), UTF_8);
    String err = new String(running.getErrorStream().readAllBytes(), UTF_8);
    return new Run(running.waitFor(), out, err);
  }
}
