package ecraccess.lambda.network;

import ecraccess.core.json.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Work whose outcome the VPC's ID asks for. */
final class ScriptedWork implements Lookup {

  @Override
  public LookupOutcome look(LookupQuestion question, WorkDeadline deadline) throws Exception {
    String vpc =
        question.properties().get("VpcId").orElse(null) instanceof Json.Str(String id) ? id : "";
    return switch (vpc) {
      case "vpc-found" -> found(question, List.of());
      case "vpc-noted" -> found(question, List.of("the network ACLs: no permission"));
      case "vpc-refused" ->
          new LookupOutcome.Refused(List.of("subnet-1: \"first\"", "subnet-2: second"));
      case "vpc-hang" -> {
        deadline.waitsFor("the route tables of vpc-hang");
        while (true) {
          try {
            Thread.sleep(60_000);
          } catch (InterruptedException e) {
            // a call that cannot be interrupted
          }
        }
      }
      case "vpc-late" -> {
        Thread.sleep(60_000);
        yield found(question, List.of());
      }
      case "vpc-exception" -> throw new IllegalStateException("Hidden " + vpc);
      case "vpc-error" -> throw new StackOverflowError("Hidden");
      case "vpc-flood" -> new LookupOutcome.Refused(flood());
      case "vpc-long" -> new LookupOutcome.Found(tables(300), List.of());
      case "" -> new LookupOutcome.Refused(List.of(question.logicalId() + ": no VPC"));
      default -> throw new AssertionError(vpc);
    };
  }

  static Json.Obj tables(int count) {
    List<Json> ids = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      ids.add(new Json.Str("rtb-%017d".formatted(i)));
    }
    return Json.Obj.of("RouteTableIds", new Json.Arr(ids));
  }

  private static LookupOutcome found(LookupQuestion question, List<String> notes) {
    Map<String, Json> data = new LinkedHashMap<>();
    data.put("SubnetIds", question.properties().get("SubnetIds").orElseThrow());
    data.put("VpcCidrBlock", new Json.Str("10.0.0.0/16"));
    return new LookupOutcome.Found(new Json.Obj(data), notes);
  }

  private static List<String> flood() {
    List<String> reasons = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      reasons.add("subnet-" + i + ": expected a \"zone\" – 日本 😀, found none");
    }
    return reasons;
  }
}
