package ecraccess.lambda.network;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import ecraccess.core.json.JsonText;
import ecraccess.live.ec2.Ec2Connection;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;

/**
 * The Lambda function behind {@code Custom::PrivateEcrAccessNetwork}. It takes the bytes as they
 * are, because a request that the runtime cannot read has to be answered too.
 */
public class NetworkHandler implements RequestStreamHandler {
  private final Lookup work;

  /** The function as Lambda makes it. */
  public NetworkHandler() {
    this(Lookup.ready(() -> new LiveLookup(Ec2Connection.ofFunction(System.getenv("AWS_REGION")))));
  }

  /** The function around another work. */
  protected NetworkHandler(Lookup work) {
    this.work = work;
  }

  @Override
  public final void handleRequest(
      InputStream request, OutputStream nobodyReadsThis, Context context) throws IOException {
    Duration remaining = Duration.ofMillis(context.getRemainingTimeInMillis());
    byte[] bytes = request.readAllBytes();
    new Invocation(work, entry -> context.getLogger().log(JsonText.compact(entry) + "\n"))
        .hold(bytes, remaining, context.getAwsRequestId());
  }
}
