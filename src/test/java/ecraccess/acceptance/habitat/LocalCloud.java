package ecraccess.acceptance.habitat;

import ecraccess.core.json.Json;
import ecraccess.core.json.JsonText;
import ecraccess.core.json.MalformedJson;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The local cloud with the macro and the network function installed, for several calls of the real
 * AWS CLI.
 */
final class LocalCloud implements AutoCloseable {
  private final Process process;
  private final String endpoint;

  LocalCloud() throws IOException {
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
    builder.redirectError(ProcessBuilder.Redirect.DISCARD);
    process = builder.start();
    BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
    String line = out.readLine();
    if (line == null) {
      throw new AssertionError("the local cloud did not start");
    }
    endpoint = text(json(line), "endpoint");
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
