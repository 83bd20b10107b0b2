package ecraccess.lambda.network;

import java.util.function.Supplier;

/** What the function is for: looks at the live network. */
@FunctionalInterface
public interface Lookup {

  /**
   * Answers what a stack asks for its resource. Whatever it throws is told as a bug of ours; after
   * the deadline its answer is dropped.
   */
  LookupOutcome look(LookupQuestion question, WorkDeadline deadline) throws Exception;

  /**
   * Made at once, before the first request; what goes wrong with it is thrown by every look,
   * because a function that does not start answers nobody.
   */
  static Lookup ready(Supplier<Lookup> maker) {
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
