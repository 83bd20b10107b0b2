package ecraccess.macro.adopt;

import static org.assertj.core.api.Assertions.assertThat;

import ecraccess.core.json.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScreeningTest {
  private static String service(String name) {
    return ServiceNameReader.serviceOf(Given.value(name)).map(Object::toString).orElse("none");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          com.amazonaws.eu-west-1.ecr.dkr | ecr.dkr
          com.amazonaws.us-gov-west-1.logs | logs
          cn.com.amazonaws.cn-north-1.ecr.api | ecr.api
          !Sub "com.amazonaws.${AWS::Region}.ecr.api" | ecr.api
          !Sub "com.amazonaws.${Region}.s3" | s3
          !Sub "${Prefix}.${AWS::Region}.logs" | logs
          !Join ["", [com.amazonaws., !Ref AWS::Region, .sts]] | sts
          !Join [., [com.amazonaws, !Ref AWS::Region, ecr, dkr]] | ecr.dkr
          aws.sagemaker.eu-west-1.notebook | notebook
          com.amazonaws.vpce.eu-west-1.vpce-svc-0123456789abcdef0 | none
          com.example.eu-west-1.logs | none
          com.amazonaws.eu-west-1.ECR.dkr | none
          !Ref Service | none
          !Sub "com.amazonaws.${AWS::Region}.${Service}" | none
          !Sub "${Prefix}.${AWS::Region}.not-heard-of" | none
          logs | none
          [com.amazonaws.eu-west-1.logs] | none
          """)
  void aServiceIsReadFromItsFullName(String name, String service) {
    assertThat(service(name)).isEqualTo(service);
  }

  private static String reason(String endpoint) {
    Json.Obj template = Given.template("Resources:\n" + endpoint);
    return switch (Given.screened(template).getFirst()) {
      case Screening.Fit fit -> "fit";
      case Screening.Unfit(String reason) -> reason;
    };
  }

  @Test
  void whatAShorthandCanCreateIsFit() {
    assertThat(
            reason(
                Given.endpoint(
                    "A", "ecr.api", "VpcEndpointType: Interface, VpcId: v, SubnetIds: [s]", "")))
        .isEqualTo("fit");
    assertThat(reason(Given.endpoint("A", "s3", "VpcId: v, RouteTableIds: [t]", "")))
        .isEqualTo("fit");
  }

  @Test
  void whatNoShorthandCreatesIsNot() {
    assertThat(
            reason(
                Given.endpoint(
                    "A", "s3", "VpcEndpointType: Interface, VpcId: v, SubnetIds: [s]", "")))
        .startsWith("it is an interface endpoint for S3");
    assertThat(
            reason(
                Given.endpoint(
                    "A", "logs", "VpcEndpointType: !Ref T, VpcId: v, SubnetIds: [s]", "")))
        .isEqualTo(
            "a shorthand's endpoint for logs is of type Interface, and this one's is the function"
                + " Ref");
    assertThat(reason(Given.endpoint("A", "logs", "VpcEndpointType: Interface, VpcId: v", "")))
        .isEqualTo("it has no subnet; no shorthand creates such an interface endpoint");
    assertThat(reason(Given.endpoint("A", "s3", "VpcId: v", "")))
        .startsWith("it has no route table");
    assertThat(reason(Given.endpoint("A", "s3", "RouteTableIds: [t]", "")))
        .isEqualTo("it has no VpcId");
    assertThat(
            reason(
                Given.endpoint("A", "s3", "VpcId: v, RouteTableIds: [t]", "UpdatePolicy: {A: b},")))
        .isEqualTo("it has the attribute UpdatePolicy, which no shorthand hands on");
    assertThat(reason("  A: {Type: AWS::EC2::VPCEndpoint}\n"))
        .isEqualTo("its properties are not written out");
  }
}
