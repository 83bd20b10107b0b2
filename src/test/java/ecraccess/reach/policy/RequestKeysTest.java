package ecraccess.reach.policy;

import static org.assertj.core.api.Assertions.assertThat;

import ecraccess.core.json.Json;
import ecraccess.core.json.JsonText;
import ecraccess.core.json.MalformedJson;
import ecraccess.core.logic.Ternary;
import ecraccess.reach.policy.TextPattern.Kind;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What conditions of the usual perimeters come to, for a role's calls and for image layers. */
class RequestKeysTest {
  private static final TextPattern ACCOUNT =
      TextPattern.hole("AWS::AccountId", "the account", Kind.ACCOUNT);
  private static final TextPattern VPC = TextPattern.hole("Vpc", "the VPC", Kind.NEW_NAME);
  private static final RequestKeys KEYS =
      new RequestKeys(
          VPC,
          TextPattern.literal("vpce-0a1b"),
          PolicyConditions.addresses("10.0.0.0/24").orElseThrow(),
          TextPattern.literal("eu-west-1"));
  private static final Caller.Role ROLE =
      new Caller.Role(
          ACCOUNT,
          TextPattern.literal("arn:aws:iam::")
              .then(ACCOUNT)
              .then(TextPattern.literal(":role/exec")));

  private static TextPattern function(Json function) {
    return function.equals(Json.Obj.of("Ref", new Json.Str("AWS::AccountId")))
        ? ACCOUNT
        : function.equals(Json.Obj.of("Ref", new Json.Str("Vpc")))
            ? VPC
            : PolicyTexts.Functions.open(function);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'StringEquals':{'aws:SourceVpc':{'Ref':'Vpc'}}} | YES | YES",
        "{'StringNotEquals':{'aws:SourceVpc':'vpc-0123'}} | YES | YES",
        "{'StringEquals':{'aws:sourcevpce':'vpce-0a1b'}} | YES | YES",
        "{'StringEquals':{'aws:SourceVpc':{'Ref':'Other'}}} | UNKNOWN | UNKNOWN",
        "{'Bool':{'aws:SecureTransport':'false'}} | NO | NO",
        "{'IpAddress':{'aws:SourceIp':'10.0.0.0/8'}} | NO | NO",
        "{'NotIpAddress':{'aws:SourceIp':'10.0.0.0/8'}} | YES | YES",
        "{'IpAddress':{'aws:VpcSourceIp':'10.0.0.0/8'}} | YES | YES",
        "{'StringEquals':{'aws:PrincipalAccount':{'Ref':'AWS::AccountId'}}} | YES | NO",
        "{'StringNotEquals':{'aws:PrincipalAccount':{'Ref':'AWS::AccountId'}}} | NO | YES",
        "{'StringEquals':{'aws:PrincipalAccount':'111122223333'}} | UNKNOWN | NO",
        "{'StringEquals':{'aws:PrincipalAccount':['111122223333','444455556666']}} | UNKNOWN | NO",
        "{'StringLike':{'aws:PrincipalAccount':'*'}} | YES | YES",
        "{'StringEquals':{'aws:ResourceAccount':{'Ref':'AWS::AccountId'}}} | YES | NO",
        "{'StringNotEquals':{'s3:ResourceAccount':{'Ref':'AWS::AccountId'}}} | NO | YES",
        "{'StringEquals':{'aws:PrincipalOrgID':'o-abc'}} | UNKNOWN | NO",
        "{'StringNotEquals':{'aws:PrincipalOrgID':'o-abc'}} | UNKNOWN | YES",
        "{'StringNotEqualsIfExists':{'aws:PrincipalOrgID':'o-abc'}} | UNKNOWN | YES",
        "{'StringEqualsIfExists':{'aws:PrincipalOrgID':'o-abc'}} | UNKNOWN | UNKNOWN",
        "{'StringEquals':{'aws:ResourceOrgID':'${aws:PrincipalOrgID}'}} | UNKNOWN | UNKNOWN",
        "{'Bool':{'aws:PrincipalIsAWSService':'false'}} | YES | UNKNOWN",
        "{'Bool':{'aws:ViaAWSService':'false'}} | YES | UNKNOWN",
        "{'ArnLike':{'aws:PrincipalArn':'arn:aws:iam::*:role/*'}} | YES | UNKNOWN",
        "{'StringEquals':{'aws:PrincipalType':'User'}} | NO | UNKNOWN",
        "{'StringEquals':{'aws:RequestedRegion':'eu-west-1'}} | YES | YES",
        "{'Null':{'aws:SourceVpce':'true'}} | NO | NO",
        "{'Null':{'aws:username':'true'}} | YES | UNKNOWN",
        "{'StringEquals':{'aws:PrincipalTag/team':'x'}} | UNKNOWN | NO",
      })
  void fixes(String condition, String forRole, String forLayers) throws MalformedJson {
    Json block = JsonText.read(condition.replace('\'', '"'));
    assertThat(kind(block, KEYS.of(ROLE, Optional.of(ACCOUNT)))).isEqualTo(forRole);
    assertThat(kind(block, KEYS.ofLayers())).isEqualTo(forLayers);
  }

  private static String kind(Json block, RequestContext context) {
    Ternary holds =
        new PolicyConditions(
                new PolicyTexts(RequestKeysTest::function, Optional.of(context)), context)
            .of(block)
            .getFirst()
            .holds();
    return holds.isYes() ? "YES" : holds.isNo() ? "NO" : "UNKNOWN";
  }
}
