package ecraccess.task;

/** What came of reading a task definition. */
public sealed interface Reading {

  record Done(TaskDefinition definition) implements Reading {}

  /**
   * It is none.
   *
   * @param reason expected, found, and the way out
   */
  record Failed(String reason) implements Reading {}
}
