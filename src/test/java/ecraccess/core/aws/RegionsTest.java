package ecraccess.core.aws;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RegionsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {"eu-west-1", "us-gov-east-1", "cn-north-1", "ap-southeast-5", "eusc-de-east-1"})
  void takesRegions(String text) {
    assertThat(Regions.isName(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "eu-west",
        "eu-west-1a",
        "eu-west-12",
        "my-app-vpc-1-x",
        "EU-WEST-1",
        "-west-1",
        "eu--1"
      })
  void takesNothingElse(String text) {
    assertThat(Regions.isName(text)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "arn:aws:logs:eu-west-1:123:x, eu-west-1",
    "123.dkr.ecr.us-east-1.amazonaws.com/web:1, us-east-1",
    "us-west-2b, us-west-2",
    "prod-ap-south-1-starport-layer-bucket, ap-south-1"
  })
  void findsThemInTexts(String text, String region) {
    assertThat(Regions.in(text)).containsExactly(region);
  }

  @Test
  void aTextWithoutARegionHasNone() {
    assertThat(Regions.in("com.amazonaws.${AWS::Region}.ecr.dkr")).isEmpty();
    assertThat(Regions.in("a-web-app")).isEmpty();
  }
}
