package ecraccess.live.preflight;

import ecraccess.core.logic.Known;
import ecraccess.live.lookup.Reply;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Keeps account of what was asked in vain. */
public final class QueryLog {
  private final Set<String> notes = new LinkedHashSet<>();
  private Optional<String> failure = Optional.empty();

  /**
   * What was told, or why it was not.
   *
   * @param what what is asked for, as a noun phrase
   * @param question not asked any more once there was no answer to an earlier one
   */
  <T> Known<T> ask(String what, Supplier<Reply<T>> question) {
    if (failure.isPresent()) {
      return Known.unknown(what + " (no answer)");
    }
    return switch (question.get()) {
      case Reply.Told<T>(T it) -> Known.is(it);
      case Reply.Denied<T>(String permission) -> {
        notes.add(
            "%s: not known, expected the permission %s, found it denied; what hangs on it is not checked"
                .formatted(what, permission));
        yield Known.unknown("%s (no permission %s)".formatted(what, permission));
      }
      case Reply.Failed<T>(String reason) -> {
        failure = Optional.of(reason);
        yield Known.unknown(what + " (no answer)");
      }
    };
  }

  List<String> notes() {
    return new ArrayList<>(notes);
  }

  /** Why the account could not be asked any more. */
  Optional<String> failure() {
    return failure;
  }
}
