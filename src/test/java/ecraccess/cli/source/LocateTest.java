package ecraccess.cli.source;

import static org.assertj.core.api.Assertions.assertThat;

import ecraccess.core.json.JsonPath;
import org.junit.jupiter.api.Test;

class LocateTest {
  private static final String TEXT =
      """
      Resources:
        EcrAccess: # ours
          Type: PrivateEcrAccess
          Properties:
            VpcID: !Ref Vpc
            SubnetIds: !Split [",", !Sub "😀${A}"]
            Tags:
              # first
              - Key: !GetAtt A.B
      """;

  private static Position locate(JsonPath path) {
    return Sources.file(TEXT).locate(path);
  }

  @Test
  void memberIsAtItsName() {
    assertThat(locate(JsonPath.of("Resources", "EcrAccess", "Properties", "VpcID")))
        .isEqualTo(new Position(5, 7));
  }

  @Test
  void missingMemberIsWhereItWouldBe() {
    assertThat(locate(JsonPath.of("Resources", "EcrAccess", "Properties", "VpcId")))
        .isEqualTo(new Position(4, 5));
    assertThat(locate(JsonPath.of("Transform"))).isEqualTo(new Position(1, 1));
    assertThat(locate(JsonPath.ROOT)).isEqualTo(new Position(1, 1));
  }

  @Test
  void elementIsAtItsValue() {
    JsonPath tags = JsonPath.of("Resources", "EcrAccess", "Properties", "Tags");

    assertThat(locate(tags.element(0))).isEqualTo(new Position(9, 11));
    assertThat(locate(tags.element(1))).isEqualTo(new Position(7, 7));
  }

  @Test
  void functionOfShortFormIsAtItsTagOrInside() {
    JsonPath subnets =
        JsonPath.of("Resources", "EcrAccess", "Properties", "SubnetIds").member("Fn::Split");

    assertThat(locate(subnets)).isEqualTo(new Position(6, 7));
    assertThat(locate(subnets.element(1).member("Fn::Sub"))).isEqualTo(new Position(6, 31));
  }

  @Test
  void stepsIntoTheShortFormOfGetAttStayOnIt() {
    JsonPath key =
        JsonPath.of("Resources", "EcrAccess", "Properties", "Tags").element(0).member("Key");

    assertThat(locate(key.member("Fn::GetAtt").element(1))).isEqualTo(new Position(9, 11));
  }
}
