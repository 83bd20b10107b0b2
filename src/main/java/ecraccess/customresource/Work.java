package ecraccess.customresource;

import java.util.function.Supplier;

/** What the function is for: looks at the live network. */
@FunctionalInterface
public interface Work {

  /**
   * Answers what a stack asks for its resource. Whatever it throws is told as a bug of ours; after
   * the deadline its answer is dropped.
   */
  Outcome look(Question question, Deadline deadline) throws Exception;

  /**
   * Made at once, before the first request; what goes wrong with it is thrown by every look,
   * because a function that does not start answers nobody.
   */
  static Work ready(Supplier<Work> maker) {
    try {
      return maker.get();
    } catch (RuntimeException e) {
      return (question, deadline) -> {
        throw e;
      };
    } catch (LinkageError e) {
      return (question, deadline) -> {
        throw e;
      };
    }
  }
}
