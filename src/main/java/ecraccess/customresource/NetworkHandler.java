package ecraccess.customresource;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import ecraccess.json.JsonText;
import ecraccess.live.Ec2;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;

/**
 * The Lambda function behind {@code Custom::PrivateEcrAccessNetwork}. It takes the bytes as they
 * are, because a request that the runtime cannot read has to be answered too.
 */
public class NetworkHandler implements RequestStreamHandler {
  private final Work work;

  /** The function as Lambda makes it. */
  public NetworkHandler() {
    this(Work.ready(() -> new LiveWork(Ec2.ofFunction(System.getenv("AWS_REGION")))));
  }

  /** The function around another work. */
  protected NetworkHandler(Work work) {
    this.work = work;
  }

  @Override
  public final void handleRequest(
      InputStream request, OutputStream nobodyReadsThis, Context context) throws IOException {
    Duration remaining = Duration.ofMillis(context.getRemainingTimeInMillis());
    byte[] bytes = request.readAllBytes();
    new Conversation(work, entry -> context.getLogger().log(JsonText.compact(entry) + "\n"))
        .hold(bytes, remaining, context.getAwsRequestId());
  }
}
