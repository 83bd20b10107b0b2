package ecraccess.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher in a fresh copy of the checkout, called through a symbolic link from elsewhere. */
class LauncherIT {
  private static final String UNTOUCHED = "Resources: {Q: {Type: AWS::SQS::Queue}}\n";

  @TempDir private static Path folder;

  private static Path checkout;
  private static Path link;

  @BeforeAll
  static void firstRunTwiceAtOnce() throws IOException, InterruptedException {
    checkout = folder.resolve("a check out");
    for (String part : List.of("src/main", "tools/jdk", "pom.xml", "ecr-access")) {
      copy(Path.of(part), checkout.resolve(part));
    }
    Files.createDirectory(folder.resolve("bin"));
    link =
        Files.createSymbolicLink(folder.resolve("bin/ecr"), Path.of("../a check out/ecr-access"));
    Process first = start("--version");
    Process second = start("--version");

    for (Run run : List.of(finish(first), finish(second))) {
      assertThat(run.exitCode()).as("%s", run.err()).isZero();
      assertThat(run.out()).matches("ecr-access \\S+\\R");
    }
  }

  @Test
  void buildLeavesNoLock() {
    assertThat(checkout.resolve("target/cli-lib.lock")).doesNotExist();
  }

  @Test
  void secondRunBuildsNothing() throws IOException, InterruptedException {
    assertThat(finish(start("--version")).err()).isEmpty();
  }

  @Test
  void pathsAreThoseOfTheCaller() throws IOException, InterruptedException {
    Files.writeString(folder.resolve("template.yaml"), UNTOUCHED);

    assertThat(finish(start("expand", "template.yaml"))).isEqualTo(new Run(0, UNTOUCHED, ""));
  }

  @Test
  void exitCodesPassThrough() throws IOException, InterruptedException {
    assertThat(finish(start("expand", "none.yaml")))
        .isEqualTo(new Run(2, "", "ecr-access: cannot read none.yaml: no such file\n"));
  }

  @Test
  void localDeploymentIsHandedOn() throws IOException, InterruptedException {
    Path script = checkout.resolve("localcloud/deploy-local");
    Files.createDirectories(script.getParent());
    Files.writeString(script, "#!/bin/sh\necho \"$#: $*\"\nexit 5\n");
    assertThat(script.toFile().setExecutable(true)).isTrue();

    assertThat(finish(start("deploy-local", "a b", "-c"))).isEqualTo(new Run(5, "2: a b -c\n", ""));
  }

  private static Process start(String... arguments) throws IOException {
    return new ProcessBuilder(
            Stream.concat(Stream.of(link.toString()), Stream.of(arguments)).toList())
        .directory(folder.toFile())
        .start();
  }

  private static Run finish(Process process) throws IOException, InterruptedException {
    String out = new String(process.getInputStream().readAllBytes(), UTF_8);
    String err = new String(process.getErrorStream().readAllBytes(), UTF_8);
    return new Run(process.waitFor(), out, err);
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path copy = from.equals(file) ? to : to.resolve(from.relativize(file));
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy, StandardCopyOption.COPY_ATTRIBUTES);
      }
    }
  }
}
