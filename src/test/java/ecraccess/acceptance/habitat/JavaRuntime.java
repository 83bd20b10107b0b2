package ecraccess.acceptance.habitat;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * AWS's own Java runtime with a function's package, as Lambda starts it: a process whose working
 * directory is the package, with nothing of the package on its class path.
 */
final class JavaRuntime {
  static final String HANDLER = "ecraccess.lambda.macro.MacroHandler::handleRequest";
  static final String NETWORK_HANDLER = "ecraccess.lambda.network.NetworkHandler::handleRequest";

  private static final String RUNTIME = "com.amazonaws.services.lambda.runtime.api.client.";
  private static final Pattern RUNTIME_JARS =
      Pattern.compile(
          "(aws-lambda-java-(core|serialization|runtime-interface-client)|utils-lite)-.*");

  private static final Map<String, String> ENVIRONMENT =
      Map.of(
          "AWS_REGION", "eu-west-1",
          // As Lambda has them; no EC2 is asked that a test did not start.
          "AWS_ACCESS_KEY_ID", "local",
          "AWS_SECRET_ACCESS_KEY", "local",
          "AWS_ENDPOINT_URL_EC2", "http://127.0.0.1:9",
          "AWS_LAMBDA_FUNCTION_NAME", "PrivateEcrAccess",
          "AWS_LAMBDA_FUNCTION_VERSION", "1",
          "AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "1769",
          "AWS_LAMBDA_FUNCTION_TIMEOUT", "30");

  private JavaRuntime() {}

  /**
   * The runtime, ready to start; its log, and so the function's, goes to a file.
   *
   * @param scratch an empty folder of its own
   * @param handler class and method
   * @param launcher the program that starts the runtime, with its arguments; nothing: we do
   */
  static ProcessBuilder process(Path function, Path scratch, String handler, String... launcher)
      throws IOException {
    List<String> command = new ArrayList<>(List.of(launcher));
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    // Lambda's own settings for java25 without SnapStart.
    command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx1500m"));
    command.add("--enable-native-access=ALL-UNNAMED");
    command.add("-D" + RUNTIME + "runtimeapi.NativeClient.JNI=" + nativeLibrary(scratch));
    command.addAll(List.of("-cp", classPath(), RUNTIME + "AWSLambda", handler));

    ProcessBuilder process = new ProcessBuilder(command).directory(function.toFile());
    process.environment().putAll(ENVIRONMENT);
    process.environment().put("_HANDLER", handler);
    return process.redirectErrorStream(true).redirectOutput(log(scratch).toFile());
  }

  static Path log(Path scratch) {
    return scratch.resolve("log.txt");
  }

  static String classPath() {
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(entry -> RUNTIME_JARS.matcher(Path.of(entry).getFileName().toString()).matches())
        .collect(Collectors.joining(File.pathSeparator));
  }

  /**
   * Left to itself the runtime unpacks it under one fixed name, which parallel tests would share.
   */
  private static Path nativeLibrary(Path scratch) throws IOException {
    String arch = System.getProperty("os.arch").equals("aarch64") ? "aarch_64" : "x86_64";
    String resource = "/jni/libaws-lambda-jni.linux-" + arch + ".so";
    Path library = scratch.resolve("libaws-lambda-jni.so");
    try (InputStream content = JavaRuntime.class.getResourceAsStream(resource)) {
      Files.copy(Objects.requireNonNull(content, resource), library);
    }
    return library;
  }
}
