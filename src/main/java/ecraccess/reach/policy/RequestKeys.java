package ecraccess.reach.policy;

import ecraccess.core.net.AddressSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The condition keys that a request through an endpoint fixes (IAM User Guide, AWS global condition
 * context keys, read 2026-11-27).
 *
 * @param vpc the ID of the VPC that the endpoint stands in
 * @param endpoint the endpoint's ID
 * @param addresses those that the caller may have in the VPC; empty where they are not known
 * @param region that is called
 */
public record RequestKeys(
    TextPattern vpc, TextPattern endpoint, AddressSet addresses, TextPattern region) {

  /** Only requests that one service makes to another for somebody carry them. */
  private static final List<String> BETWEEN_SERVICES =
      List.of(
          "aws:SourceAccount",
          "aws:SourceArn",
          "aws:SourceOrgID",
          "aws:SourceOrgPaths",
          "aws:CalledVia",
          "aws:CalledViaFirst",
          "aws:CalledViaLast",
          "aws:PrincipalServiceName",
          "aws:PrincipalServiceNamesList");

  /**
   * Of a request that a role signs.
   *
   * @param resourceAccount whose resource it is about; empty where that is not known
   */
  public RequestContext of(Caller.Role role, Optional<TextPattern> resourceAccount) {
    Map<String, KeyValue> keys = ofEndpoint();
    keys.put("aws:PrincipalAccount", KeyValue.of(role.account()));
    keys.put(
        "aws:PrincipalArn",
        new KeyValue.Present(List.of(role.arn()), "the ARN of the role that calls"));
    keys.put("aws:PrincipalType", KeyValue.of("AssumedRole"));
    keys.put("aws:PrincipalIsAWSService", KeyValue.of("false"));
    keys.put("aws:ViaAWSService", KeyValue.of("false"));
    // Users of IAM have a name, roles have none; federated users come through a provider.
    keys.put("aws:username", KeyValue.absent());
    keys.put("aws:FederatedProvider", KeyValue.absent());
    BETWEEN_SERVICES.forEach(key -> keys.put(key, KeyValue.absent()));
    resourceAccount.ifPresent(account -> {
      keys.put("aws:ResourceAccount", KeyValue.of(account));
      keys.put("s3:ResourceAccount", KeyValue.of(account));
    });
    return new RequestContext(keys);
  }

  /**
   * Of a request for an image layer: by a link that ECR signs, to a bucket of AWS's own. Whatever a
   * user writes of accounts and organizations fits neither.
   */
  public RequestContext ofLayers() {
    Map<String, KeyValue> keys = ofEndpoint();
    KeyValue foreign = KeyValue.of(Caller.Aws.ACCOUNT);
    KeyValue perhaps =
        new KeyValue.Perhaps(foreign, "whether Amazon ECR belongs to an organization of AWS");
    for (String key :
        List.of("aws:PrincipalAccount", "aws:ResourceAccount", "s3:ResourceAccount")) {
      keys.put(key, foreign);
    }
    keys.put(
        "aws:PrincipalArn",
        new KeyValue.Present(List.of(Caller.Aws.ARN), "the ARN of ECR's own principal"));
    for (String key :
        List.of(
            "aws:PrincipalOrgID",
            "aws:PrincipalOrgPaths",
            "aws:PrincipalTag/*",
            "aws:ResourceOrgID",
            "aws:ResourceOrgPaths")) {
      keys.put(key, perhaps);
    }
    keys.put("s3:authType", KeyValue.of("REST-QUERY-STRING"));
    keys.put("s3:signatureversion", KeyValue.of("AWS4-HMAC-SHA256"));
    return new RequestContext(keys);
  }

  private Map<String, KeyValue> ofEndpoint() {
    Map<String, KeyValue> keys = new LinkedHashMap<>();
    keys.put("aws:SourceVpc", KeyValue.of(vpc));
    keys.put("aws:SourceVpce", KeyValue.of(endpoint));
    keys.put(
        "aws:VpcSourceIp",
        addresses.isEmpty()
            ? KeyValue.unknown("the address that is called from")
            : new KeyValue.Address(addresses, "the address that is called from"));
    // Not there for requests through an endpoint, whose sender has no public address.
    keys.put("aws:SourceIp", KeyValue.absent());
    keys.put("aws:SecureTransport", KeyValue.of("true"));
    keys.put("aws:RequestedRegion", KeyValue.of(region));
    keys.put("aws:RequestTag/*", KeyValue.absent());
    keys.put("aws:TagKeys", KeyValue.absent());
    for (String key : List.of("s3:prefix", "s3:delimiter", "s3:max-keys", "s3:x-amz-acl")) {
      keys.put(key, KeyValue.absent());
    }
    return keys;
  }
}
