package ecraccess.reach.model;

import java.util.List;

/** The types of resources that change a network which is there already. */
public final class Additions {
  public static final String GROUP_INGRESS = "AWS::EC2::SecurityGroupIngress";
  public static final String GROUP_EGRESS = "AWS::EC2::SecurityGroupEgress";
  public static final String ROUTE = "AWS::EC2::Route";
  public static final String ACL_ENTRY = "AWS::EC2::NetworkAclEntry";
  public static final String ACL_ASSOCIATION = "AWS::EC2::SubnetNetworkAclAssociation";
  public static final String TABLE_ASSOCIATION = "AWS::EC2::SubnetRouteTableAssociation";
  public static final String ENDPOINT = "AWS::EC2::VPCEndpoint";
  public static final String DHCP_ASSOCIATION = "AWS::EC2::VPCDHCPOptionsAssociation";

  /**
   * Of any other type that is told as one, a nested stack for example, nobody knows what it adds.
   */
  public static final List<String> KNOWN =
      List.of(
          GROUP_INGRESS,
          GROUP_EGRESS,
          ROUTE,
          ACL_ENTRY,
          ACL_ASSOCIATION,
          TABLE_ASSOCIATION,
          ENDPOINT,
          DHCP_ASSOCIATION);

  private Additions() {}
}
