package ecraccess.customresource;

/** What the function is for: looks at the live network. */
@FunctionalInterface
public interface Work {

  /**
   * Answers what a stack asks for its resource. Whatever it throws is told as a bug of ours; after
   * the deadline its answer is dropped.
   */
  Outcome look(Question question, Deadline deadline) throws Exception;
}
