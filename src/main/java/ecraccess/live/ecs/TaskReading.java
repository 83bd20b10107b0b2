package ecraccess.live.ecs;

/** What came of reading a task definition. */
public sealed interface TaskReading {

  record Done(TaskDefinition definition) implements TaskReading {}

  /**
   * It is none.
   *
   * @param reason expected, found, and the way out
   */
  record Failed(String reason) implements TaskReading {}
}
