package ecraccess.acceptance.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import ecraccess.core.cfn.Template;
import ecraccess.core.json.Json;
import ecraccess.reach.template.Need;
import ecraccess.reach.template.Needs;
import ecraccess.reach.template.Survey;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code Auto} adds is at least what the judge will ask for. */
class AutoTest {
  private static final Set<String> OF_A_PULL = Set.of("ecr.api", "ecr.dkr", "s3");

  static Stream<Healthy> healthy() {
    return Healthy.written().stream();
  }

  @ParameterizedTest
  @MethodSource("healthy")
  void healthyTemplates(Healthy healthy) {
    assertCovered(healthy.template(), healthy.region());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Cluster: !Ref A",
        "Cluster: !Ref B",
        "Cluster: beta",
        "Cluster: !GetAtt A.Arn",
        "LaunchType: EC2, Cluster: !Ref B",
        "LaunchType: FARGATE, Cluster: !Ref A",
        "CapacityProviderStrategy: [{CapacityProvider: !Ref Own}], Cluster: !Ref B",
        "CapacityProviderStrategy: [{CapacityProvider: FARGATE}], Cluster: !Ref A",
        "Cluster: !Ref A, ServiceConnectConfiguration: {Enabled: true}",
      })
  void servicesInOneOfTwoClusters(String settings) {
    Json.Obj template =
        (Json.Obj)
            Text.block(
                """
                Resources:
                  A: {Type: AWS::ECS::Cluster}
                  B:
                    Type: AWS::ECS::Cluster
                    Properties:
                      ClusterName: beta
                      DefaultCapacityProviderStrategy: [{CapacityProvider: FARGATE}]
                  Own:
                    Type: AWS::ECS::CapacityProvider
                    Properties: {AutoScalingGroupProvider: {AutoScalingGroupArn: !Ref Fleet}}
                  Fleet:
                    Type: AWS::AutoScaling::AutoScalingGroup
                    Properties: {VPCZoneIdentifier: [subnet-1], LaunchTemplate: {LaunchTemplateId: !Ref M}}
                  M:
                    Type: AWS::EC2::LaunchTemplate
                    Properties: {LaunchTemplateData: {UserData: {"Fn::Base64": !Sub "ECS_CLUSTER=${A}"}}}
                  Web: {Type: AWS::ECS::Service, Properties: {TaskDefinition: t, %s}}
                """
                    .formatted(settings));

    assertCovered(template, "eu-west-1");
  }

  private static void assertCovered(Json.Obj template, String region) {
    Survey.Context context =
        new Survey.Context(
            region,
            "111122223333",
            Judged.deployment(template, region).parameterValues(),
            UnaryOperator.identity(),
            Map.of());
    List<String> asked =
        Survey.of(new Template(template), context).stream()
            .flatMap(network -> network.workloads().stream())
            .flatMap(workload -> workload.demands().stream())
            .filter(demand -> demand.certain())
            .map(demand -> demand.service().name())
            .filter(service -> !OF_A_PULL.contains(service))
            .distinct()
            .toList();
    Set<String> added =
        Needs.of(new Template(template), context).stream()
            .map(Need::service)
            .map(service -> service.name())
            .collect(Collectors.toSet());

    assertThat(added).containsAll(asked);
  }
}
