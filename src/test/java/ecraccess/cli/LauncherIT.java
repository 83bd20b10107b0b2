package ecraccess.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher in a fresh copy of the checkout, called through a symbolic link from elsewhere. */
class LauncherIT {
  private static final String UNTOUCHED = "Resources: {Q: {Type: AWS::SQS::Queue}}\n";

  @TempDir private static Path folder;

  private static Path checkout;
  private static Path link;
  private static Path jdk;

  @BeforeAll
  static void firstRunTwiceAtOnce() throws IOException, InterruptedException {
    checkout = folder.resolve("a check out");
    for (String part : List.of("src/main", "tools", ".mvn", "pom.xml", "ecr-access")) {
      copy(Path.of(part), checkout.resolve(part));
    }
    Files.createDirectory(folder.resolve("bin"));
    link =
        Files.createSymbolicLink(folder.resolve("bin/ecr"), Path.of("../a check out/ecr-access"));
    jdk = Path.of(System.getProperty("java.home"));
    Process first = start("--version");
    Process second = start("--version");

    for (Run run : List.of(finish(first), finish(second))) {
      assertThat(run.exitCode()).as("%s", run.err()).isZero();
      assertThat(run.out()).matches("ecr-access \\S+\\R");
    }
  }

  @AfterAll
  static void letTheCacheBeMade() throws InterruptedException {
    awaitCache();
  }

  @Test
  void buildLeavesNoLock() {
    assertThat(target("launcher.lock")).doesNotExist();
  }

  @Test
  void theCacheIsMadeInTheBackgroundAndUsed() throws IOException, InterruptedException {
    awaitCache();

    assertThat(target("launcher/cached-for")).hasSameBinaryContentAs(jdk.resolve("release"));
    assertThat(names(target("launcher")))
        .contains(Runtime.version().feature() < 25 ? "cds" : "aot")
        .noneMatch(name -> name.startsWith("new") || name.endsWith("lock"));
    assertThat(optionsOfRunOn(jdk)).contains("launcher/" + kind());
    assertThat(finish(start("expand", "none.yaml")).err()).startsWith("ecr-access: cannot read");
  }

  @Test
  void aBrokenCacheIsNotNoticed() throws IOException, InterruptedException {
    awaitCache();
    Path cache = target("launcher/" + kind());
    byte[] whole = Files.readAllBytes(cache);
    Files.write(cache, Arrays.copyOf(whole, whole.length / 2));
    try {
      Run run = finish(start("--version"));
      assertThat(run.err()).isEmpty();
      assertThat(run.out()).matches("ecr-access \\S+\\R");
    } finally {
      Files.write(cache, whole);
    }
  }

  @Test
  void anotherJdkGetsACacheOfItsOwn() throws IOException, InterruptedException {
    awaitCache();
    Path real = jdk;
    try {
      jdk = oldJdk(real);
      finish(start("--version"));
      awaitCache();
      assertThat(names(target("launcher"))).contains("cds").doesNotContain("aot");
      assertThat(target("launcher/cached-for")).hasSameBinaryContentAs(jdk.resolve("release"));
      assertThat(finish(start("--version")).err()).isEmpty();
    } finally {
      jdk = real;
      finish(start("--version"));
      awaitCache();
    }
  }

  @Test
  void aChangedSourceIsBuiltAndTheLockOfADeadBuildIsNotWaitedFor()
      throws IOException, InterruptedException {
    awaitCache();
    Process dead = new ProcessBuilder("true").start();
    dead.waitFor();
    Files.createSymbolicLink(target("launcher.lock"), Path.of(Long.toString(dead.pid())));
    Files.setLastModifiedTime(
        checkout.resolve("pom.xml"), FileTime.from(Instant.now().plusMillis(1)));

    Run run = finish(start("--version"));

    assertThat(run.exitCode()).isZero();
    assertThat(run.err()).startsWith("ecr-access: building").doesNotContain("waiting");
    assertThat(finish(start("--version")).err()).isEmpty();
  }

  @Test
  void whatCannotBeBuiltSaysSo() throws IOException, InterruptedException {
    Path other = folder.resolve("read only");
    for (String part : List.of("tools", "pom.xml", "ecr-access")) {
      copy(Path.of(part), other.resolve(part));
    }
    Files.createDirectories(other.resolve("src/main"));
    Files.writeString(other.resolve("target"), "no folder");

    assertThat(finish(startOf(other.resolve("ecr-access"), "--version")))
        .isEqualTo(
            new Run(
                70,
                "",
                "ecr-access: not built yet, and "
                    + other.toRealPath().resolve("target")
                    + " cannot be written\n"));
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
  void namesOfFilesAreUtf8UnderAnyLocale() throws IOException, InterruptedException {
    Files.writeString(folder.resolve("plain.yaml"), UNTOUCHED);
    // By the shell, since a JVM under a locale without UTF-8 cannot name such a file.
    ProcessBuilder process =
        new ProcessBuilder(
                "sh",
                "-c",
                "name=$(printf '\\303\\251.yaml'); cp plain.yaml $name; exec \"$0\" expand $name",
                link.toString())
            .directory(folder.toFile());
    process.environment().put("LC_ALL", "C");
    process.environment().put("JAVA_HOME", jdk.toString());

    assertThat(finish(process.start())).isEqualTo(new Run(0, UNTOUCHED, ""));
  }

  @Test
  void localDeploymentIsHandedOn() throws IOException, InterruptedException {
    Path script = checkout.resolve("localcloud/deploy-local");
    Files.createDirectories(script.getParent());
    Files.writeString(script, "#!/bin/sh\necho \"$#: $*\"\nexit 5\n");
    assertThat(script.toFile().setExecutable(true)).isTrue();

    assertThat(finish(start("deploy-local", "a b", "-c"))).isEqualTo(new Run(5, "2: a b -c\n", ""));
  }

  /** The options that the launcher gives a JVM, which here only prints them. */
  private static String optionsOfRunOn(Path real) throws IOException, InterruptedException {
    Path fake = folder.resolve("printing jdk");
    copy(real.resolve("release"), fake.resolve("release"));
    script(fake.resolve("bin/javac"), "exit 1");
    script(fake.resolve("bin/java"), "echo \"$@\"");
    try {
      jdk = fake;
      return finish(start("--version")).out();
    } finally {
      jdk = real;
    }
  }

  /** One that knows CDS archives but no AOT cache, like those before JDK 25. */
  private static Path oldJdk(Path real) throws IOException {
    Path fake = folder.resolve("old jdk");
    Files.createDirectories(fake);
    Files.writeString(fake.resolve("release"), "JAVA_VERSION=\"21.0.9\"\n");
    script(fake.resolve("bin/javac"), "exit 1");
    script(
        fake.resolve("bin/java"),
        "case $* in *AOT*) exit 1 ;; esac\nexec '" + real.resolve("bin/java") + "' \"$@\"");
    return fake;
  }

  private static void script(Path file, String body) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, "#!/bin/sh\n" + body + "\n");
    assertThat(file.toFile().setExecutable(true)).isTrue();
  }

  private static String kind() {
    return Files.exists(target("launcher/aot")) ? "aot" : "cds";
  }

  private static void awaitCache() throws InterruptedException {
    Path lock = target("launcher/cache.lock");
    for (int waited = 0; waited < 3000; waited++) {
      if (Files.exists(target("launcher/cached-for"))
          && !Files.exists(lock, LinkOption.NOFOLLOW_LINKS)) {
        return;
      }
      Thread.sleep(100);
    }
    throw new AssertionError("no cache is made");
  }

  private static Path target(String name) {
    return checkout.resolve("target").resolve(name);
  }

  private static List<String> names(Path directory) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }

  private static Process start(String... arguments) throws IOException {
    return startOf(link, arguments);
  }

  private static Process startOf(Path launcher, String... arguments) throws IOException {
    ProcessBuilder process =
        new ProcessBuilder(
                Stream.concat(Stream.of(launcher.toString()), Stream.of(arguments)).toList())
            .directory(folder.toFile());
    process.environment().put("JAVA_HOME", jdk.toString());
    return process.start();
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
