package ecraccess.acceptance.oracle;

import static ecraccess.acceptance.oracle.Tree.list;
import static ecraccess.acceptance.oracle.Tree.map;
import static org.assertj.core.api.Assertions.assertThat;

import ecraccess.acceptance.oracle.ConcretePolicy.Situation;
import ecraccess.acceptance.oracle.Pulls.Call;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The second opinion on policies, held against answers that IAM's guide gives. */
class ConcretePolicyTest {
  private static final Call TOKEN =
      new Call("ecr:GetAuthorizationToken", "*", false, Facts.ACCOUNT);
  private static final Call LAYER =
      new Call("s3:GetObject", "arn:aws:s3:::prod-us-east-1-starport-layer-bucket/a", true, "");

  private static Outcome allows(Call call, Object... statements) {
    return new ConcretePolicy(map("Statement", list(statements)))
        .allows(
            call, new Situation("vpc", "vpce", "10.0.0.4", "us-east-1", false, Optional.empty()));
  }

  private static Map<String, Object> statement(String effect, Object... more) {
    Map<String, Object> statement =
        map("Effect", effect, "Principal", "*", "Action", "*", "Resource", "*");
    statement.putAll(map(more));
    return statement;
  }

  private static Map<String, Object> when(String operator, String key, Object value) {
    return map(operator, map(key, value));
  }

  @Test
  void nothingIsAllowedByItself() {
    assertThat(allows(TOKEN)).isEqualTo(Outcome.LOST);
    assertThat(allows(TOKEN, statement("Deny"))).isEqualTo(Outcome.LOST);
  }

  @Test
  void denyWins() {
    assertThat(allows(TOKEN, statement("Allow"), statement("Deny"))).isEqualTo(Outcome.LOST);
    assertThat(allows(TOKEN, statement("Allow"), statement("Deny", "Action", "ecr:get*")))
        .isEqualTo(Outcome.LOST);
  }

  @Test
  void resourceOfTheTokenIsTheStar() {
    assertThat(
            allows(TOKEN, statement("Allow", "Resource", "arn:aws:ecr:us-east-1:123456789012:*")))
        .isEqualTo(Outcome.LOST);
  }

  @Test
  void keyThatIsNotThereMatchesNegationsOnly() {
    assertThat(
            allows(
                TOKEN,
                statement("Allow", "Condition", when("IpAddress", "aws:SourceIp", "10.0.0.0/8"))))
        .isEqualTo(Outcome.LOST);
    assertThat(
            allows(
                TOKEN,
                statement(
                    "Allow", "Condition", when("NotIpAddress", "aws:SourceIp", "10.0.0.0/8"))))
        .isEqualTo(Outcome.ARRIVES);
    assertThat(
            allows(
                TOKEN,
                statement(
                    "Allow", "Condition", when("IpAddressIfExists", "aws:SourceIp", "10.0.0.0/8"))))
        .isEqualTo(Outcome.ARRIVES);
  }

  @Test
  void keyThatNobodyKnowsLeavesItOpen() {
    assertThat(
            allows(
                TOKEN,
                statement("Allow", "Condition", when("StringEquals", "aws:PrincipalOrgID", "o-1"))))
        .isEqualTo(Outcome.DEPENDS);
  }

  @Test
  void layersAreFetchedByAnAccountOfAws() {
    assertThat(
            allows(
                LAYER,
                statement(
                    "Allow",
                    "Condition",
                    when("StringEquals", "aws:PrincipalAccount", Facts.ACCOUNT))))
        .isEqualTo(Outcome.LOST);
    assertThat(
            allows(
                LAYER,
                statement("Allow"),
                statement(
                    "Deny",
                    "Condition",
                    when("StringNotEquals", "aws:PrincipalAccount", Facts.ACCOUNT))))
        .isEqualTo(Outcome.LOST);
    assertThat(allows(LAYER, statement("Allow", "Principal", map("AWS", Facts.ACCOUNT))))
        .isEqualTo(Outcome.LOST);
  }
}
