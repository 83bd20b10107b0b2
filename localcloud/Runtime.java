import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.LambdaLogger;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A runtime client in plain Java, for systems that AWS's own has no native part for: it runs a
 * stream handler of the package in the working directory on the events of Lambda's Runtime API.
 * Started from its source: {@code java -cp aws-lambda-java-core.jar Runtime.java HANDLER}.
 */
public final class Runtime {
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final URI API =
      URI.create("http://" + System.getenv("AWS_LAMBDA_RUNTIME_API") + "/2018-06-01/runtime/");

  private static final LambdaLogger LOGGER =
      new LambdaLogger() {
        @Override
        public void log(String message) {
          System.out.println(message);
        }

        @Override
        public void log(byte[] message) {
          log(new String(message, StandardCharsets.UTF_8));
        }
      };

  private Runtime() {}

  public static void main(String[] arguments) throws Exception {
    RequestStreamHandler handler;
    try {
      handler = handler(arguments[0].split("::")[0]);
    } catch (Throwable e) {
      post("init/error", error(e));
      throw e;
    }
    while (true) {
      HttpResponse<byte[]> event =
          HTTP.send(request("invocation/next").build(), HttpResponse.BodyHandlers.ofByteArray());
      String id = header(event, "Lambda-Runtime-Aws-Request-Id");
      long deadline = Long.parseLong(header(event, "Lambda-Runtime-Deadline-Ms"));
      ByteArrayOutputStream answer = new ByteArrayOutputStream();
      try {
        handler.handleRequest(
            new ByteArrayInputStream(event.body()), answer, context(id, deadline));
        post("invocation/" + id + "/response", answer.toByteArray());
      } catch (Throwable e) { // as a runtime does: whatever a handler throws is the answer
        e.printStackTrace();
        post("invocation/" + id + "/error", error(e));
      }
    }
  }

  /** The handler, from the package alone, as a function's class path is. */
  private static RequestStreamHandler handler(String name)
      throws ReflectiveOperationException, IOException {
    List<URL> places = new ArrayList<>(List.of(new File(".").getCanonicalFile().toURI().toURL()));
    File[] jars = new File("lib").listFiles((folder, file) -> file.endsWith(".jar"));
    for (File jar : jars == null ? new File[0] : jars) {
      places.add(jar.getCanonicalFile().toURI().toURL());
    }
    ClassLoader loader =
        new URLClassLoader(places.toArray(new URL[0]), Runtime.class.getClassLoader());
    Thread.currentThread().setContextClassLoader(loader);
    return (RequestStreamHandler) Class.forName(name, true, loader).getConstructor().newInstance();
  }

  private static Context context(String id, long deadline) {
    return (Context)
        Proxy.newProxyInstance(
            Runtime.class.getClassLoader(),
            new Class<?>[] {Context.class},
            (proxy, method, arguments) ->
                switch (method.getName()) {
                  case "getAwsRequestId" -> id;
                  case "getRemainingTimeInMillis" ->
                      (int) Math.max(0, deadline - System.currentTimeMillis());
                  case "getFunctionName" -> System.getenv("AWS_LAMBDA_FUNCTION_NAME");
                  case "getFunctionVersion" -> System.getenv("AWS_LAMBDA_FUNCTION_VERSION");
                  case "getMemoryLimitInMB" ->
                      Integer.parseInt(System.getenv("AWS_LAMBDA_FUNCTION_MEMORY_SIZE"));
                  case "getLogGroupName" -> System.getenv("AWS_LAMBDA_LOG_GROUP_NAME");
                  case "getLogger" -> LOGGER;
                  case "getLogStreamName" -> System.getenv("AWS_LAMBDA_LOG_STREAM_NAME");
                  case "toString" -> "request " + id;
                  default ->
                      throw new UnsupportedOperationException(
                          method + " of " + Arrays.toString(arguments));
                });
  }

  private static byte[] error(Throwable e) {
    String message = String.valueOf(e.getMessage()).replaceAll("[\"\\\\\\p{Cntrl}]", " ");
    return "{\"errorType\":\"%s\",\"errorMessage\":\"%s\"}"
        .formatted(e.getClass().getName(), message)
        .getBytes(StandardCharsets.UTF_8);
  }

  private static void post(String path, byte[] body) throws IOException, InterruptedException {
    HTTP.send(
        request(path).POST(HttpRequest.BodyPublishers.ofByteArray(body)).build(),
        HttpResponse.BodyHandlers.discarding());
  }

  private static HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(API.resolve(path)).version(HttpClient.Version.HTTP_1_1);
  }

  private static String header(HttpResponse<?> response, String name) {
    return response.headers().firstValue(name).orElseThrow();
  }
}
