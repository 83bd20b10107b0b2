package ecraccess.reach.model;

import ecraccess.core.json.JsonPath;
import ecraccess.core.logic.Known;

/**
 * What VPC Block Public Access keeps away from a subnet, exclusions considered (VPC User Guide,
 * block public access to VPCs and subnets).
 *
 * @param path where it is set
 * @param name what sets it, as it is shown
 */
public record InternetBlock(Known<Mode> mode, JsonPath path, String name) {
  /** Where nothing was seen that blocks anything. */
  public static final InternetBlock NONE =
      new InternetBlock(Known.is(Mode.OPEN), JsonPath.ROOT, "");

  /** Which traffic to and from internet gateways passes. */
  public enum Mode {
    /** All of it. */
    OPEN,
    /** That of NAT gateways and egress-only internet gateways: connections from inside only. */
    EGRESS_ONLY,
    /** None. */
    CLOSED
  }
}
