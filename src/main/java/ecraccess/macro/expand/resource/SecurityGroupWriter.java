package ecraccess.macro.expand.resource;

import static ecraccess.core.cfn.Cfn.object;
import static ecraccess.core.cfn.Cfn.text;

import ecraccess.core.json.Json;
import ecraccess.macro.expand.plan.ClientRules;
import ecraccess.macro.expand.plan.GeneratedIds;
import ecraccess.macro.shorthand.Shorthand;
import java.util.LinkedHashMap;
import java.util.Map;

/** Writes the security group that the interface endpoints share. */
final class SecurityGroupWriter {
  static final String TYPE = "AWS::EC2::SecurityGroup";

  /** Frozen: another description replaces the group. */
  private static final String DESCRIPTION = "HTTPS to the VPC endpoints of private ECR access";

  private SecurityGroupWriter() {}

  static Json.Obj properties(Shorthand shorthand, ClientRules rules) {
    Map<String, Json> properties = new LinkedHashMap<>();
    properties.put("GroupDescription", text(DESCRIPTION));
    properties.put("VpcId", shorthand.vpcId());
    properties.put("SecurityGroupIngress", new Json.Arr(rules.rules()));
    properties.put("SecurityGroupEgress", Json.Arr.of(loopback()));
    Tags.of(shorthand, GeneratedIds.id(shorthand.resource(), GeneratedIds.SECURITY_GROUP))
        .ifPresent(tags -> properties.put("Tags", tags));
    return new Json.Obj(properties);
  }

  /**
   * Endpoints open no connections; with no rule at all EC2 would add one that allows everything.
   */
  private static Json loopback() {
    return object("IpProtocol", text("-1"), "CidrIp", text("127.0.0.1/32"));
  }
}
