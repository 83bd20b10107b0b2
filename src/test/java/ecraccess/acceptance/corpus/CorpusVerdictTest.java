package ecraccess.acceptance.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import ecraccess.acceptance.verdict.Judged;
import ecraccess.acceptance.verdict.Judged.Kind;
import ecraccess.core.json.Json;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Real templates that deploy and work: none is found fault with. What is expected was told from the
 * templates by hand, before the judge saw them.
 */
@NeedsCorpus
class CorpusVerdictTest {

  /**
   * What can be said.
   *
   * @param missing what a doubt has to name; empty where there is none
   */
  private record Expected(Kind all, Kind pulls, String missing) {
    static Expected can() {
      return new Expected(Kind.CAN, Kind.CAN, "");
    }

    static Expected open(String missing) {
      return new Expected(Kind.CANNOT_TELL, Kind.CANNOT_TELL, missing);
    }
  }

  private static Map<String, Expected> expected() {
    Map<String, Expected> all = new LinkedHashMap<>();
    // The VPC is another stack's; whether it has a gateway for S3 is not to be seen.
    all.put(
        "Noppy__ECS-Fargate-CrossRegionTest__VPCE_EcrVPC",
        Expected.open("FargetePoC-EcrVPC-VpcId"));
    // One group that admits itself, on endpoints and tasks.
    all.put("aws-samples__amazon-mwaa-examples__template", Expected.can());
    // An S3 policy in a text, with the layer bucket.
    all.put(
        "aws-samples__amazon-sagemaker-studio-secure-data-science-workshop__ds_shared_sagemaker_network",
        Expected.can());
    // The gateway has no route table, but the VPC is a parameter: there may be another way to S3.
    all.put("aws-samples__eks-airgapped-cluster__vpc-endpoints", Expected.open("pVPCID"));
    // Through NAT or the endpoints, but to whom?
    all.put("aws-samples__serverless-patterns__template", Expected.open("ECRImageURI"));
    // The endpoints admit the VPC's default group.
    all.put("aws-samples__serverless-patterns__vpc", Expected.can());
    // No endpoint for S3, so layers come through NAT; a task definition shows an image of a
    // parameter.
    all.put("aws__aws-app-mesh-examples__appmesh-baseline", Expected.open("EnvoyImage"));
    // 10.0.0.0/0 is everything.
    all.put("aws__copilot-cli__vpc", Expected.can());
    // An image of ECR Public, through NAT.
    all.put("awslabs__aws-solutions-constructs__albfar-all-existing-private-http", Expected.can());
    all.put("cometadata__comet-data-infrastructure__endpoints", Expected.open("VpcId"));
    // A group that is written out as an ID.
    all.put("eksctl-io__eksctl__vpc_private", Expected.open("sg-test"));
    all.put("eksctl-io__eksctl__vpc_private_china", Expected.open("sg-test"));
    // One endpoint is for a service that a parameter names; no pull goes there.
    all.put(
        "jpbarto__private-eks-cluster__network",
        new Expected(Kind.CANNOT_TELL, Kind.CAN, "HttpProxyServiceName"));
    return all;
  }

  static Stream<Arguments> templates() {
    Map<String, Expected> expected = expected();
    return Reproduction.all().stream()
        .flatMap(reproduction -> {
          Expected verdict = expected.get(Corpus.nameOf(Path.of(reproduction.source().name())));
          return Stream.of(
              arguments(
                  reproduction + " as it is",
                  reproduction.original(),
                  reproduction.region(),
                  verdict),
              arguments(
                  reproduction + " with shorthands",
                  reproduction.written(),
                  reproduction.region(),
                  // Its shorthand says that there is a gateway for S3, of which nobody knows more.
                  reproduction.toString().contains("appmesh")
                      ? Expected.open("the endpoint of s3 that ExistingServices")
                      : verdict));
        });
  }

  @Test
  void everyTemplateHasAnExpectation() {
    assertThat(List.copyOf(expected().keySet())).isEqualTo(Corpus.names());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("templates")
  void nothingThatWorksIsRefused(String name, Json.Obj template, String region, Expected expected) {
    assertThat(Judged.of(template, region).faults()).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("templates")
  void theVerdictIsTheOneByHand(String name, Json.Obj template, String region, Expected expected) {
    Judged judged = Judged.of(template, region);

    assertThat(judged.kind()).as(judged.toString()).isEqualTo(expected.all());
    assertThat(judged.pulls()).isEqualTo(expected.pulls());
    if (!expected.missing().isEmpty()) {
      assertThat(judged.doubts()).anyMatch(doubt -> doubt.missing().contains(expected.missing()));
    }
  }

  /** The literal names of services are those of one region. */
  @Test
  void inAnotherRegionItsEndpointsAreRefused() {
    Reproduction cdk =
        Reproduction.all().stream()
            .filter(reproduction -> reproduction.toString().startsWith("awslabs"))
            .findFirst()
            .orElseThrow();

    assertThat(Judged.of(cdk.original(), "eu-west-1").faults())
        .anyMatch(fault -> fault.text().contains("com.amazonaws.us-east-1.ecr.dkr"));
  }
}
