package ecraccess.live.lookup;

/** What comes back when an account is asked. */
public sealed interface Reply<T> {

  record Told<T>(T it) implements Reply<T> {}

  /**
   * Whoever asks may not.
   *
   * @param permission what is missing: {@code ec2:DescribeVpcs}
   */
  record Denied<T>(String permission) implements Reply<T> {}

  /**
   * There is no answer, and asking for anything else would be in vain.
   *
   * @param reason expected, found, and the way out
   */
  record Failed<T>(String reason) implements Reply<T> {}
}
