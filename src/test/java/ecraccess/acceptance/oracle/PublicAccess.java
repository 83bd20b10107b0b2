package ecraccess.acceptance.oracle;

import ecraccess.acceptance.oracle.Facts.Resource;

/**
 * VPC Block Public Access.
 *
 * @see <a href="https://docs.aws.amazon.com/vpc/latest/userguide/security-vpc-bpa.html">VPC guide,
 *     block public access</a>
 */
record PublicAccess(Facts facts) {

  /**
   * Whether traffic between the subnet and an internet gateway is cut.
   *
   * @param straight without a NAT gateway
   */
  boolean isBlocked(Resource subnet, boolean straight) {
    return facts
        .all("AWS::EC2::VPCBlockPublicAccessOptions")
        .map(options -> options.text("InternetGatewayBlockMode"))
        .anyMatch(mode ->
            switch (mode) {
              case "block-bidirectional" -> !isExcluded(subnet, straight);
              case "block-ingress" -> straight && !isExcluded(subnet, true);
              default -> false;
            });
  }

  private boolean isExcluded(Resource subnet, boolean straight) {
    return facts
        .all("AWS::EC2::VPCBlockPublicAccessExclusion")
        .filter(one ->
            one.text("VpcId", "").equals(subnet.text("VpcId"))
                || one.text("SubnetId", "").equals(subnet.token()))
        .map(one -> one.text("InternetGatewayExclusionMode"))
        .anyMatch(mode ->
            mode.equals("allow-bidirectional") || (mode.equals("allow-egress") && !straight));
  }
}
