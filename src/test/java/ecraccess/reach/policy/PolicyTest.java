package ecraccess.reach.policy;

import static org.assertj.core.api.Assertions.assertThat;

import ecraccess.core.json.Json;
import ecraccess.core.json.JsonText;
import ecraccess.core.json.MalformedJson;
import ecraccess.reach.policy.Decision.Part;
import ecraccess.reach.policy.TextPattern.Kind;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicyTest {
  private static final TextPattern ACCOUNT =
      TextPattern.hole("AWS::AccountId", "the account", Kind.ACCOUNT);
  private static final Caller ROLE =
      new Caller.Role(
          ACCOUNT,
          TextPattern.literal("arn:aws:iam::").then(ACCOUNT).then(TextPattern.glob(":role/*")));

  private static Call call(boolean throughGateway) {
    return new Call(
        TextPattern.literal("s3:GetObject"),
        TextPattern.literal("arn:aws:s3:::b/k"),
        ROLE,
        throughGateway,
        new RequestContext(
            Map.of("aws:SecureTransport", KeyValue.of("true"), "aws:SourceIp", KeyValue.absent())));
  }

  private static Policy policy(String statements) {
    String text =
        "{\"Version\":\"2012-10-17\",\"Statement\":" + statements.replace('\'', '"') + "}";
    try {
      return Policy.of(JsonText.read(text), PolicyTest::function);
    } catch (MalformedJson e) {
      throw new AssertionError(text, e);
    }
  }

  private static TextPattern function(Json function) {
    return function.equals(Json.Obj.of("Ref", new Json.Str("AWS::AccountId")))
        ? ACCOUNT
        : PolicyTexts.Functions.open(function);
  }

  private static String allow(String rest) {
    return "{'Effect':'Allow','Principal':'*','Action':'s3:*','Resource':'*'" + rest + "}";
  }

  private static String deny(String rest) {
    return "{'Effect':'Deny','Principal':'*','Action':'*','Resource':'*'" + rest + "}";
  }

  @Test
  void oneStatementMayStandAlone() {
    assertThat(policy(allow("")).decide(call(false))).isEqualTo(new Decision.Allowed(1));
  }

  @Test
  void nothingIsAllowedByItself() {
    assertThat(policy("[]").decide(call(false)))
        .isEqualTo(new Decision.NotAllowed(Optional.empty()));
    assertThat(
            policy("[" + deny(",'Condition':{'Bool':{'aws:SecureTransport':'false'}}") + "]")
                .decide(call(false)))
        .isEqualTo(new Decision.NotAllowed(Optional.empty()));
  }

  @Test
  void aDenyWinsAndNamesItsKeys() {
    assertThat(
            policy(
                    "[%s,%s]"
                        .formatted(
                            allow(""),
                            deny(",'Condition':{'NotIpAddress':{'aws:SourceIp':'10.0.0.0/8'}}")))
                .decide(call(false)))
        .isEqualTo(new Decision.Denied(2, Set.of("aws:SourceIp")));
  }

  @Test
  void namesTheStatementThatLacksLeast() {
    assertThat(
            policy(
                    """
                    [{'Effect':'Allow','Principal':'*','Action':'ecr:*','Resource':'*'},
                     {'Effect':'Allow','Principal':'*','Action':'s3:*','Resource':'arn:aws:s3:::b'},
                     {'Effect':'Deny','Principal':'*','Action':'s3:Put*','Resource':'*'}]\
                    """)
                .decide(call(false)))
        .isEqualTo(
            new Decision.NotAllowed(Optional.of(new Decision.Nearest(2, Part.RESOURCE, ""))));
    assertThat(
            policy(allow(",'Condition':{'Bool':{'aws:SecureTransport':'false'}}"))
                .decide(call(false)))
        .isEqualTo(
            new Decision.NotAllowed(
                Optional.of(new Decision.Nearest(1, Part.CONDITION, "aws:SecureTransport"))));
  }

  @Test
  void namesEverythingThatIsMissing() {
    assertThat(
            policy(
                    allow(
                        ",'Condition':{'StringEquals':{'aws:PrincipalOrgID':'o-1','aws:PrincipalTag/t':'x'}}"))
                .decide(call(false)))
        .isEqualTo(
            new Decision.Unknown(
                Set.of("the value of aws:PrincipalOrgID", "the value of aws:PrincipalTag/t")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'*' | false | Allowed",
        "{'AWS':'*'} | false | Allowed",
        "{'AWS':['x','*']} | true | Allowed",
        "{'AWS':{'Ref':'AWS::AccountId'}} | false | Allowed",
        "{'AWS':{'Fn::Join':['',['arn:aws:iam::',{'Ref':'AWS::AccountId'},':root']]}} | false |"
            + " Allowed",
        // Only the root user passes a gateway under such a name.
        "{'AWS':{'Fn::Join':['',['arn:aws:iam::',{'Ref':'AWS::AccountId'},':root']]}} | true |"
            + " NotAllowed",
        "{'AWS':'111122223333'} | false | Unknown",
        "{'AWS':'arn:aws:iam::111122223333:role/web'} | false | Unknown",
        "{'AWS':'arn:aws:iam::111122223333:user/me'} | false | NotAllowed",
        "{'Service':'ecs-tasks.amazonaws.com'} | false | NotAllowed",
        "{'AWS':{'Ref':'Somebody'}} | false | Unknown",
      })
  void principals(String principal, boolean throughGateway, String expected) {
    assertThat(
            policy(allow("").replace("'Principal':'*'", "'Principal':" + principal))
                .decide(call(throughGateway))
                .getClass()
                .getSimpleName())
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'Action':'s3:*' | 'NotAction':'s3:Get*' | NotAllowed",
        "'Action':'s3:*' | 'NotAction':['iam:*','S3:PUT*'] | Allowed",
        "'Resource':'*' | 'NotResource':'arn:aws:s3:::b/*' | NotAllowed",
        "'Resource':'*' | 'NotResource':'arn:aws:s3:::c/*' | Allowed",
        "'Resource':'*' | 'NotResource':{'Ref':'Arn'} | Unknown",
        "'Principal':'*' | 'NotPrincipal':{'AWS':'arn:aws:iam::111122223333:user/me'} | Allowed",
        "'Principal':'*' | 'NotPrincipal':'*' | NotAllowed",
        "'Principal':'*' | 'Sid':'x' | Unknown",
        "'Effect':'Allow' | 'Effect':{'Ref':'Effect'} | Unknown",
      })
  void whatAStatementLeavesOut(String written, String instead, String expected) {
    assertThat(
            policy(allow("").replace(written, instead))
                .decide(call(false))
                .getClass()
                .getSimpleName())
        .isEqualTo(expected);
  }

  @Test
  void variablesCameWithTheNewVersion() {
    String statement =
        allow("").replace("'Resource':'*'", "'Resource':'arn:aws:s3:::${aws:SecureTransport}*'");
    Json.Obj old =
        Json.Obj.of(
            "Statement",
            policy(statement.replace("${aws:SecureTransport}*", "${aws:SecureTransport}/*"))
                .statements()
                .orElseThrow()
                .getFirst());
    assertThat(Policy.of(old).decide(call(false))).isInstanceOf(Decision.NotAllowed.class);
    assertThat(policy(statement).decide(call(false))).isInstanceOf(Decision.NotAllowed.class);
    assertThat(
            policy(statement.replace("aws:SecureTransport", "aws:PrincipalTag/bucket"))
                .decide(call(false)))
        .isInstanceOf(Decision.Unknown.class);
  }

  @Test
  void readsJsonInAText() {
    assertThat(
            Policy.of(new Json.Str("{\"Statement\":" + allow("").replace('\'', '"') + "}"))
                .decide(call(false)))
        .isEqualTo(new Decision.Allowed(1));
    assertThat(Policy.of(new Json.Str("{")).decide(call(false)))
        .isInstanceOf(Decision.Unknown.class);
    assertThat(Policy.of(new Json.Null()).decide(call(false))).isInstanceOf(Decision.Unknown.class);
  }

  @Test
  void tellsAPolicyThatOnlyDenies() {
    assertThat(policy("[" + deny("") + "]").isDenyOnly().isYes()).isTrue();
    assertThat(policy("[" + deny("") + "," + allow("") + "]").isDenyOnly().isNo()).isTrue();
    assertThat(policy("{'Effect':{'Ref':'E'}}").isDenyOnly().isOpen()).isTrue();
  }
}
