package ecraccess.lambda.network;

import ecraccess.core.cfn.ProblemReport;
import ecraccess.core.json.Json;
import ecraccess.core.json.JsonText;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What CloudFormation reads at the pre-signed URL. It reads no more than {@link #MOST_BYTES}: a
 * longer answer fails the resource with "Response object is too long" and without a reason.
 *
 * @param reasons how many reasons there are to fail; 0 for a success
 */
record ResourceAnswer(Json.Obj members, int reasons) {

  /** AWS CloudFormation User Guide, "Custom resource response objects"; the last byte included. */
  static final int MOST_BYTES = 4096;

  /** A success; a failure where the data do not fit. */
  static ResourceAnswer success(ResourceRequest request, Json.Obj data, List<String> notes) {
    Json.Obj members =
        envelope("SUCCESS", request).with("NoEcho", new Json.Bool(false)).with("Data", data);
    if (size(members) > MOST_BYTES) {
      return refusal(request, List.of(tooLong(data, size(members))));
    }
    // Only what fits: a note that is cut must not cost the data.
    Json.Obj noted = notes.isEmpty() ? members : withReason(members, String.join("\n", notes));
    return new ResourceAnswer(size(noted) > MOST_BYTES ? members : noted, 0);
  }

  /** A failure for reasons that the user can do something about. */
  static ResourceAnswer refusal(ResourceRequest request, List<String> reasons) {
    Json.Obj members = envelope("FAILED", request);
    int room = MOST_BYTES - size(withReason(members, ""));
    String heading = ProblemReport.heading(reasons.size());
    return new ResourceAnswer(
        withReason(members, FailureReason.of(heading, reasons, room)), Math.max(1, reasons.size()));
  }

  /** A failure that is told in one sentence. */
  static ResourceAnswer failure(ResourceRequest request, String sentence) {
    Json.Obj members = envelope("FAILED", request);
    int room = MOST_BYTES - size(withReason(members, ""));
    return new ResourceAnswer(withReason(members, FailureReason.cut(sentence, room)), 1);
  }

  String status() {
    return reasons == 0 ? "SUCCESS" : "FAILED";
  }

  byte[] bytes() {
    return JsonText.compact(members).getBytes(StandardCharsets.UTF_8);
  }

  private static Json.Obj envelope(String status, ResourceRequest request) {
    Map<String, Json> members = new LinkedHashMap<>();
    members.put("Status", new Json.Str(status));
    members.put("PhysicalResourceId", new Json.Str(request.physicalId()));
    members.put("StackId", new Json.Str(request.stackId()));
    members.put("RequestId", new Json.Str(request.id()));
    members.put("LogicalResourceId", new Json.Str(request.logicalId()));
    return new Json.Obj(members);
  }

  private static Json.Obj withReason(Json.Obj members, String reason) {
    return members.with("Reason", new Json.Str(reason));
  }

  private static String tooLong(Json.Obj data, int size) {
    Map.Entry<String, Json> longest =
        data.members().entrySet().stream()
            .max(Comparator.comparingInt(member -> size(member.getValue())))
            .orElseThrow();
    String items =
        longest.getValue() instanceof Json.Arr(List<Json> elements)
            ? " with " + elements.size() + " items"
            : "";
    return ("expected an answer of at most %d bytes, the most that CloudFormation reads, found %d,"
            + " of which %s%s takes %d; spread the subnets over several PrivateEcrAccess resources,"
            + " or give RouteTableIds in the template")
        .formatted(MOST_BYTES, size, longest.getKey(), items, size(longest.getValue()));
  }

  private static int size(Json value) {
    return JsonText.compact(value).getBytes(StandardCharsets.UTF_8).length;
  }
}
