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

  /**
   * A principal of AWS's own, as that which signs the links to ECR's layers. Its account is not
   * published, so nothing that a user writes out names it.
   */
  record Aws() implements Caller {
    static final TextPattern ACCOUNT =
        TextPattern.secret(
            "the account and organization of Amazon ECR, which AWS does not publish");

    static final TextPattern ARN =
        TextPattern.glob("arn:*:iam::").then(ACCOUNT).then(TextPattern.glob(":*"));
  }
}
