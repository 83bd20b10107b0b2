package ecraccess.customresource;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import ecraccess.json.JsonText;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;

/**
 * The Lambda function behind {@code Custom::PrivateEcrAccessNetwork}. It takes the bytes as they
 * are, because a request that the runtime cannot read has to be answered too.
 */
public class NetworkHandler implements RequestStreamHandler {
  private final Work work;

  /** The function as Lambda makes it. */
  public NetworkHandler() {
    // The one place where the work is chosen.
    this((question, deadline) ->
        new Outcome.Refused(
            List.of(
                "this build of the network function cannot look at the live network yet; give"
                    + " RouteTableIds and SecurityGroupIds in the template")));
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
