package ecraccess.reach.model;

import ecraccess.core.logic.Answer;

/** The TCP ports that a rule is about; none where it is about another protocol. */
public record Ports(int first, int last) {
  public static final Ports ALL = new Ports(0, 65_535);
  public static final Ports NONE = new Ports(1, 0);

  /** Where endpoints and registries listen. */
  public static final Ports HTTPS = new Ports(443, 443);

  /**
   * Where answers come back to: Linux picks from this range (ip_local_port_range, as shipped), and
   * Amazon Linux does not change it.
   */
  public static final Ports EPHEMERAL = new Ports(32_768, 60_999);

  /** Whether every one of the other ports is among these; {@code MAYBE} where some are. */
  public Answer covers(Ports other) {
    if (first <= other.first && other.last <= last) {
      return Answer.YES;
    }
    return first <= other.last && other.first <= last ? Answer.MAYBE : Answer.NO;
  }
}
