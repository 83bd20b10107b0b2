package ecraccess.macro.adopt;

import ecraccess.core.cfn.Intrinsic;
import ecraccess.core.cfn.Problem;
import ecraccess.core.json.Json;
import java.util.ArrayList;
import java.util.List;

/** Names what was weak before an adoption and is weak after it. */
final class Weaknesses {
  private Weaknesses() {}

  static List<Problem> of(List<Draft> drafts) {
    List<Problem> weaknesses = new ArrayList<>();
    drafts.stream()
        .flatMap(draft -> draft.group().interfaces().stream())
        .forEach(endpoint -> {
          if (endpoint.property("SecurityGroupIds").isEmpty()) {
            weaknesses.add(
                new Problem(
                    endpoint.path(),
                    "has no security group, so the VPC's default group decides who may connect"));
          }
          if (isWithoutPrivateDns(endpoint)) {
            weaknesses.add(
                new Problem(
                    endpoint.path(),
                    "has no private DNS, so requests by the service's usual name do not take it"));
          }
        });
    return weaknesses;
  }

  private static boolean isWithoutPrivateDns(Candidate endpoint) {
    Json flag = endpoint.property("PrivateDnsEnabled").orElse(new Json.Bool(false));
    return Intrinsic.of(flag).isEmpty()
        && !flag.equals(new Json.Bool(true))
        && !flag.equals(new Json.Str("true"));
  }
}
