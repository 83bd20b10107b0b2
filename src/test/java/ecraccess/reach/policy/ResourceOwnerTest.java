package ecraccess.reach.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whose a resource is stands in its ARN, if anywhere. */
class ResourceOwnerTest {

  @ParameterizedTest
  @CsvSource({
    "arn:aws:ssm:us-east-1:123456789012:parameter/app, 123456789012",
    "arn:aws:secretsmanager:us-east-1:210987654321:secret:app-AbCdEf, 210987654321",
    "arn:aws:s3:::bucket/file, -",
    "/app/name, -",
    "*, -",
  })
  void isTheAccountInTheArn(String arn, String owner) {
    assertThat(new ArnPattern(TextPattern.literal(arn)).account().map(TextPattern::toString))
        .isEqualTo(Optional.of(owner).filter(text -> !text.equals("-")));
  }
}
