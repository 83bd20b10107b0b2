package ecraccess.reach.template;

import static ecraccess.reach.template.Templates.services;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlatformNeedsTest {

  @ParameterizedTest
  @CsvSource({
    "EC2, ecs-agent ecs-telemetry ecs",
    "SPOT, ecs-agent ecs-telemetry ecs",
    "!Ref Given, ecs-agent ecs-telemetry ecs",
    "FARGATE, ''",
    "FARGATE_SPOT, ''"
  })
  void batchOnInstancesNeedsTheAgentsEndpoints(String type, String expected) {
    assertThat(
            services(
                "AWS::Batch::ComputeEnvironment",
                "{Type: MANAGED, ComputeResources: {Type: %s}}".formatted(type)))
        .isEqualTo(expected);
  }

  @Test
  void batchOnKubernetesHasNoEcsAgent() {
    assertThat(
            services(
                "AWS::Batch::ComputeEnvironment",
                "{ComputeResources: {Type: EC2}, EksConfiguration: {EksClusterArn: a}}"))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"AWS::EKS::Cluster", "AWS::EKS::Nodegroup", "AWS::EKS::FargateProfile"})
  void kubernetesNeedsEc2AndSts(String type) {
    assertThat(services(type, "{}")).isEqualTo("ec2 sts");
  }
}
