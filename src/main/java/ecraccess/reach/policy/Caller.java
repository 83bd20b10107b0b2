package ecraccess.reach.policy;

/** Who makes a call. */
public sealed interface Caller {

  /**
   * A role of IAM: a task's execution role, a task role, an instance's role.
   *
   * @param account that it belongs to
   * @param arn its ARN; a wildcard stands for what is unknown
   */
  record Role(TextPattern account, TextPattern arn) implements Caller {}

  /** A principal of AWS's own, as that which signs the links to ECR's layers. */
  record Aws() implements Caller {}
}
