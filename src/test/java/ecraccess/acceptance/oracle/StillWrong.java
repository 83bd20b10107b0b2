package ecraccess.acceptance.oracle;

/**
 * What the product is known to judge wrongly, and the generator therefore leaves out, so that the
 * test tells of new mistakes. {@code -Decraccess.open=true} brings all of it back.
 */
enum StillWrong {
  /** Which role of AWS fetches layers is not published; taken for none that a policy names. */
  ROLE_OF_AWS,

  /** A secret, a parameter or a log group of another region is taken for one of this region. */
  OTHER_REGION,

  /** A route to a part of S3's addresses wins against the gateway's route; not looked at. */
  ROUTE_WITHIN_S3,

  /** A route to the subnet of an interface wins against the local route; not looked at. */
  ROUTE_WITHIN_VPC,

  /** EC2 refuses routes to an internet gateway that is not attached; not looked at. */
  DETACHED_GATEWAY,

  /** EC2 refuses a public NAT gateway without an address; not looked at. */
  NAT_WITHOUT_ADDRESS,

  /** An endpoint that nothing calls counts as a fault where it is closed. */
  CLOSED_BUT_UNUSED,

  /** The policy of the S3 gateway is not asked about environment files. */
  ENVIRONMENT_FILE;

  private static final boolean ALL = Boolean.getBoolean("ecraccess.open");

  /** Whether networks may have this. */
  boolean isIn() {
    return ALL;
  }
}
