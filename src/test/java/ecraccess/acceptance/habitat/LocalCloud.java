package ecraccess.acceptance.habitat;

import ecraccess.core.json.Json;
import ecraccess.core.json.JsonText;
import ecraccess.core.json.MalformedJson;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The local cloud with the macro and the network function installed, for several calls of the real
 * AWS CLI.
 */
final class LocalCloud implements AutoCloseable {
  private final Process process;
  private final String endpoint;

  /** A cloud of its own; the caller ends it. */
  static LocalCloud start() {
    try {
      return new LocalCloud();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private LocalCloud() throws IOException {
    List<String> command =
        List.of(
            Tools.tool("python").toString(),
            "-m",
            "localcloud",
            "serve",
            "--region",
            "eu-west-1",
            "--macro-dir",
            SamBuild.macroFunction().toString(),
            "--network-dir",
            SamBuild.networkFunction().toString(),
            "--runtime-cp",
            JavaRuntime.classPath());
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    Path log = Files.createTempFile("localcloud", ".log");
    log.toFile().deleteOnExit();
    builder.redirectError(log.toFile());
    process = builder.start();
    BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
    String line = out.readLine();
    if (line == null) {
      throw new AssertionError("the local cloud did not start: " + Files.readString(log));
    }
    endpoint = text(json(line), "endpoint");
  }

  /** Where it listens, for every service. */
  String endpoint() {
    return endpoint;
  }

  /** What a client needs to know to talk to this cloud, and to nobody else. */
  Map<String, String> environment() {
    return Map.of(
        "AWS_ENDPOINT_URL", endpoint,
        "AWS_REGION", "eu-west-1",
        "AWS_DEFAULT_REGION", "eu-west-1",
        "AWS_ACCESS_KEY_ID", "local",
        "AWS_SECRET_ACCESS_KEY", "local",
        "AWS_CONFIG_FILE", "/dev/null",
        "AWS_SHARED_CREDENTIALS_FILE", "/dev/null",
        "AWS_EC2_METADATA_DISABLED", "true",
        "NO_PROXY", "127.0.0.1",
        "no_proxy", "127.0.0.1");
  }

  /** How often the macro was called. */
  int macroCalls() {
    try (InputStream answer = URI.create(endpoint + "/localcloud/calls").toURL().openStream()) {
      Json.Obj calls = json(new String(answer.readAllBytes(), StandardCharsets.UTF_8));
      return calls
          .get("PrivateEcrAccess")
          .map(count -> Integer.parseInt(((Json.Num) count).literal()))
          .orElse(0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The services of the endpoints in a stack's VPC, in order. */
  List<String> endpointServices(String vpc) {
    return Tools.run(
            "aws",
            "ec2",
            "describe-vpc-endpoints",
            "--endpoint-url",
            endpoint,
            "--filters",
            "Name=vpc-id,Values=" + vpc,
            "--query",
            "sort(VpcEndpoints[].ServiceName)",
            "--output",
            "text")
        .orFail()
        .out()
        .lines()
        .flatMap(line -> Stream.of(line.split("\\s+")))
        .filter(service -> !service.isBlank())
        .toList();
  }

  /** The physical ID of a stack's resource. */
  String id(String stack, String logicalId) {
    Json.Obj detail =
        cloudFormation(
            "describe-stack-resource", "--stack-name", stack, "--logical-resource-id", logicalId);
    return text((Json.Obj) detail.get("StackResourceDetail").orElseThrow(), "PhysicalResourceId");
  }

  /** {@code aws cloudformation …}, and its answer. */
  Json.Obj cloudFormation(String action, String... arguments) {
    Processes.Result result = call(action, arguments).orFail();
    return result.out().isEmpty() ? json("{}") : json(result.out());
  }

  /** The same, however it ends. */
  Processes.Result call(String action, String... arguments) {
    List<String> all =
        new ArrayList<>(
            List.of("cloudformation", action, "--endpoint-url", endpoint, "--output", "json"));
    all.addAll(List.of(arguments));
    return Tools.run("aws", all.toArray(String[]::new));
  }

  static String text(Json.Obj answer, String name) {
    return answer.get(name).orElseThrow() instanceof Json.Str(String text) ? text : "";
  }

  static Json.Obj json(String text) {
    try {
      return (Json.Obj) JsonText.read(text);
    } catch (MalformedJson e) {
      throw new AssertionError(text, e);
    }
  }

  /** It ends with its standard input, and takes the macro's process along. */
  @Override
  public void close() throws IOException {
    process.getOutputStream().close();
    try {
      process.waitFor();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    } finally {
      Processes.stop(process);
    }
  }
}
