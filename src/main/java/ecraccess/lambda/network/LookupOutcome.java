package ecraccess.lambda.network;

import ecraccess.core.json.Json;
import java.util.List;

/** What came of a look at the live network. */
public sealed interface LookupOutcome {

  /**
   * The stack may go on.
   *
   * @param data the resource's attributes, for {@code Fn::GetAtt}; a list as an array
   * @param notes what could not be checked, a line each; no reason to fail
   */
  record Found(Json.Obj data, List<String> notes) implements LookupOutcome {
    public Found {
      notes = List.copyOf(notes);
    }
  }

  /**
   * The stack would fail later, or its containers would.
   *
   * @param reasons at least one; a line each, without a full stop at the end
   */
  record Refused(List<String> reasons) implements LookupOutcome {
    public Refused {
      reasons = List.copyOf(reasons);
    }
  }
}
