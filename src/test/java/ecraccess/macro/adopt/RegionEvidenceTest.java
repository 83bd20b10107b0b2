package ecraccess.macro.adopt;

import static org.assertj.core.api.Assertions.assertThat;

import ecraccess.core.cfn.Template;
import ecraccess.core.json.Json;
import org.junit.jupiter.api.Test;

class RegionEvidenceTest {
  private static Json.Obj named(String... names) {
    StringBuilder template = new StringBuilder("Resources:\n");
    for (String name : names) {
      template.append(
          "  E%d: {Type: AWS::EC2::VPCEndpoint, Properties: {ServiceName: %s}}\n"
              .formatted(template.length(), name));
    }
    return Given.template(template.toString());
  }

  @Test
  void mostEndpointsNamesDecide() {
    assertThat(RegionEvidence.namedIn(named("!Sub 'com.amazonaws.${AWS::Region}.logs'"))).isEmpty();
    assertThat(
            RegionEvidence.namedIn(
                named(
                    "com.amazonaws.us-east-1.s3",
                    "com.amazonaws.eu-west-1.logs",
                    "com.amazonaws.eu-west-1.sts")))
        .contains("eu-west-1");
  }

  @Test
  void aShorthandsOverridesNameRegionsToo() {
    assertThat(
            RegionEvidence.namedIn(
                Given.template(
                    """
                    Resources:
                      E:
                        Type: PrivateEcrAccess
                        Properties: {Overrides: {logs: {ServiceName: com.amazonaws.eu-west-1.logs}, sts: {}}}
                    """)))
        .contains("eu-west-1");
  }

  @Test
  void namesOfAnotherPartitionAreElsewhere() {
    Template china =
        new Template(
            named(
                "!Sub 'cn.com.amazonaws.${AWS::Region}.ecr.api'",
                "!Sub 'com.amazonaws.${AWS::Region}.s3'"));

    assertThat(RegionEvidence.elsewhere(china, "eu-west-1")).hasSize(1);
    assertThat(RegionEvidence.elsewhere(china, "cn-north-1")).isEmpty();
  }
}
