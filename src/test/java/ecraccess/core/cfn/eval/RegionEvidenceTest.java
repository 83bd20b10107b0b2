package ecraccess.core.cfn.eval;

import static org.assertj.core.api.Assertions.assertThat;

import ecraccess.core.cfn.Template;
import ecraccess.core.json.Json;
import ecraccess.core.json.JsonText;
import ecraccess.core.json.MalformedJson;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RegionEvidenceTest {
  private static Template template(String... resources) throws MalformedJson {
    return new Template(
        (Json.Obj) JsonText.read("{\"Resources\": {" + String.join(",", resources) + "}}"));
  }

  private static String endpoint(String name, String serviceName) {
    return "\"%s\": {\"Type\": \"AWS::EC2::VPCEndpoint\", \"Properties\": {\"ServiceName\": %s}}"
        .formatted(name, serviceName);
  }

  private static final Json.Obj NONE = new Json.Obj(Map.of());

  @Test
  void theNamesOfEndpointServicesFitOneRegion() throws MalformedJson {
    assertThat(RegionEvidence.of(template(endpoint("A", "\"com.amazonaws.eu-west-1.s3\"")), NONE))
        .contains("eu-west-1");
  }

  @Test
  void aParametersValueCountsLikeALiteral() throws MalformedJson {
    Template template = template(endpoint("A", "{\"Fn::Sub\": \"com.amazonaws.${Where}.s3\"}"));
    assertThat(RegionEvidence.of(template, Json.Obj.of("Where", new Json.Str("eu-west-3"))))
        .contains("eu-west-3");
    assertThat(RegionEvidence.of(template, NONE)).isEmpty();
  }

  @Test
  void soDoAvailabilityZones() throws MalformedJson {
    assertThat(
            RegionEvidence.of(
                template(
                    "\"S\": {\"Type\": \"AWS::EC2::Subnet\", \"Properties\": {\"AvailabilityZone\":"
                        + " \"us-east-2c\"}}"),
                NONE))
        .contains("us-east-2");
  }

  @Test
  void whatDisagreesTellsNothing() throws MalformedJson {
    assertThat(
            RegionEvidence.of(
                template(
                    endpoint("A", "\"com.amazonaws.eu-west-1.s3\""),
                    endpoint("B", "\"com.amazonaws.eu-west-2.s3\"")),
                NONE))
        .isEmpty();
  }

  @Test
  void anEndpointThatAsksForAnotherRegionTellsNothing() throws MalformedJson {
    assertThat(
            RegionEvidence.of(
                template(
                    "\"A\": {\"Properties\": {\"ServiceName\": \"com.amazonaws.eu-west-1.s3\","
                        + " \"ServiceRegion\": \"eu-west-1\"}}"),
                NONE))
        .isEmpty();
  }

  @Test
  void anImageOrALogMayBeOfAnotherRegion() throws MalformedJson {
    Template template =
        template(
            "\"T\": {\"Properties\": {\"Image\": \"1.dkr.ecr.eu-west-1.amazonaws.com/a\","
                + " \"Options\": {\"awslogs-region\": \"us-east-1\"}}}");
    assertThat(RegionEvidence.of(template, NONE)).isEmpty();
    assertThat(RegionEvidence.named(template)).containsExactlyInAnyOrder("eu-west-1", "us-east-1");
  }
}
