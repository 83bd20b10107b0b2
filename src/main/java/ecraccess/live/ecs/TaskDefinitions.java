package ecraccess.live.ecs;

import ecraccess.core.json.Json;

/** The task definitions of an account in one region, as a read-only question. */
@FunctionalInterface
public interface TaskDefinitions {
  /** What whoever asks must be allowed to do. */
  String PERMISSION = "ecs:DescribeTaskDefinition";

  /**
   * The task definition of that name.
   *
   * @param name {@code family}, {@code family:revision} or an ARN
   */
  Answer describe(String name);

  /** What comes back. */
  sealed interface Answer {

    /**
     * It is told.
     *
     * @param definition as ECS has it: {@code containerDefinitions} and the like
     */
    record Told(Json.Obj definition) implements Answer {}

    /** Whoever asks has no {@link #PERMISSION}. */
    record Denied() implements Answer {}

    /**
     * It does not exist, or there is no answer.
     *
     * @param reason expected, found, and the way out
     */
    record Failed(String reason) implements Answer {}
  }
}
