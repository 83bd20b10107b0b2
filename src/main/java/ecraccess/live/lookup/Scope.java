package ecraccess.live.lookup;

import java.util.List;

/** Which ones a question is about. IDs that name nothing are no error: nothing comes back. */
public sealed interface Scope {

  record InVpc(String vpc) implements Scope {}

  record Ids(List<String> ids) implements Scope {
    public Ids {
      ids = List.copyOf(ids);
    }
  }
}
