package ecraccess.lambda.macro;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import ecraccess.core.json.JsonText;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * The Lambda function. It takes the stream as it is, because the runtime's own reading of JSON
 * drops nulls and changes numbers.
 */
public final class MacroHandler implements RequestStreamHandler {

  @Override
  public void handleRequest(InputStream request, OutputStream answer, Context context)
      throws IOException {
    Macro macro = new Macro(entry -> context.getLogger().log(JsonText.compact(entry) + "\n"));
    answer.write(macro.answer(request.readAllBytes(), context.getAwsRequestId()));
  }
}
