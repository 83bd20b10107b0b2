package ecraccess.reach.model;

import ecraccess.core.json.JsonPath;

/**
 * Something that runs containers or may run them, of which nothing is judged.
 *
 * @param name as it is shown: a logical ID
 */
public record Unjudged(String name, JsonPath path, Reason reason) {

  /** Why nothing is judged of it. */
  public enum Reason {
    /** Lambda pulls a function's image from its own network. */
    LAMBDA_IMAGE,
    /** App Runner pulls a service's image from its own network. */
    APP_RUNNER,
    /** CodeBuild pulls a build's image from its own network; what a build pulls is in its steps. */
    CODE_BUILD,
    /** SageMaker pulls the images of notebooks and of Studio from its own network. */
    SAGEMAKER,
    /** Nothing in the template starts instances of the launch template. */
    LAUNCH_TEMPLATE,
    /** Pods, of which no template shows what they pull. */
    PODS
  }
}
