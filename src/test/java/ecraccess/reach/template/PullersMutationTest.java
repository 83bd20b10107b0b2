package ecraccess.reach.template;

import static org.assertj.core.api.Assertions.assertThatCode;

import ecraccess.cli.source.SourceFile;
import ecraccess.cli.source.SourceReading;
import ecraccess.core.cfn.Template;
import ecraccess.core.json.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** CloudFormation has checked nothing yet: anything may stand anywhere. */
class PullersMutationTest {
  private static final int TEMPLATES = 400;

  private static final List<Json> ANYTHING =
      List.of(
          new Json.Null(),
          new Json.Bool(true),
          new Json.Num("0"),
          new Json.Str(""),
          new Json.Str("/"),
          new Json.Str("\ufffc/\ufffc"),
          new Json.Str("x.dkr.ecr.\ufffc/x"),
          new Json.Str("FARGATE"),
          new Json.Str("EC2"),
          new Json.Str("${A}.dkr.ecr.${B}"),
          new Json.Str("{{resolve:ssm:/x}}/y"),
          new Json.Arr(List.of()),
          new Json.Obj(Map.of()),
          Json.Arr.of(new Json.Null(), new Json.Num("1"), new Json.Arr(List.of())),
          Json.Obj.of("Ref", new Json.Str("Cluster")),
          Json.Obj.of("Ref", new Json.Str("AWS::NoValue")),
          Json.Obj.of("Ref", new Json.Num("1")),
          Json.Obj.of("Fn::If", new Json.Arr(List.of())),
          Json.Obj.of("Fn::If", Json.Arr.of(new Json.Num("1"), new Json.Str("x"), new Json.Null())),
          Json.Obj.of("Fn::Sub", new Json.Str("${Web}.dkr.ecr.${Fleet}.${Task}/${Job}")),
          Json.Obj.of("Fn::GetAtt", new Json.Str("Cluster")),
          Json.Obj.of("Fn::Select", Json.Arr.of(new Json.Num("3"))),
          Json.Obj.of("Fn::Join", new Json.Str("x")));

  private static final String WHOLE =
      """
      Resources:
        Cluster:
          Type: AWS::ECS::Cluster
          Properties:
            CapacityProviders: [!Ref Provider]
            DefaultCapacityProviderStrategy: [{CapacityProvider: !Ref Provider, Weight: 1, Base: 0}]
            Configuration: {ExecuteCommandConfiguration: {KmsKeyId: k}}
        Provider:
          Type: AWS::ECS::CapacityProvider
          Properties: {AutoScalingGroupProvider: {AutoScalingGroupArn: !Ref Fleet}}
        Fleet:
          Type: AWS::AutoScaling::AutoScalingGroup
          Properties:
            VPCZoneIdentifier: [subnet-1]
            MixedInstancesPolicy: {LaunchTemplate: {LaunchTemplateSpecification: {LaunchTemplateId: !Ref Machine}}}
        Machine:
          Type: AWS::EC2::LaunchTemplate
          Properties:
            LaunchTemplateData:
              NetworkInterfaces: [{DeviceIndex: 0, Groups: [sg-1], AssociatePublicIpAddress: false}]
              UserData: !Sub "${Cluster} ${Kubernetes}"
        Task:
          Type: AWS::ECS::TaskDefinition
          Properties:
            RequiresCompatibilities: [FARGATE]
            ContainerDefinitions:
              - Image: !Join ["", [!Select [4, !Split [":", !GetAtt Repo.Arn]], .dkr.ecr., !Select [3, !Split [":", !GetAtt Repo.Arn]], /x]]
                LogConfiguration: {LogDriver: awslogs, Options: {awslogs-region: eu-west-1}}
                Secrets: [{ValueFrom: !Ref Secret}]
        Repo: {Type: AWS::ECR::Repository}
        Secret: {Type: AWS::SecretsManager::Secret, Properties: {KmsKeyId: k}}
        Web:
          Type: AWS::ECS::Service
          Condition: Prod
          Properties:
            Cluster: !Ref Cluster
            LaunchType: !If [Prod, FARGATE, EC2]
            TaskDefinition: !Ref Task
            EnableExecuteCommand: true
            ServiceConnectConfiguration: {Enabled: true}
            NetworkConfiguration: {AwsvpcConfiguration: {Subnets: [subnet-1], SecurityGroups: [sg-1], AssignPublicIp: ENABLED}}
        Worker: {Type: AWS::ECS::Service, Properties: {Cluster: !Ref Cluster, TaskDefinition: !Ref Task}}
        Rule:
          Type: AWS::Events::Rule
          Properties: {Targets: [{Arn: !GetAtt Cluster.Arn, EcsParameters: {LaunchType: FARGATE, TaskDefinitionArn: !Ref Task}}]}
        Jobs:
          Type: AWS::Batch::ComputeEnvironment
          Properties: {ComputeResources: {Type: FARGATE, Subnets: [subnet-1], SecurityGroupIds: [sg-1]}}
        Job:
          Type: AWS::Batch::JobDefinition
          Properties: {PlatformCapabilities: [FARGATE], ContainerProperties: {Image: nginx, NetworkConfiguration: {AssignPublicIp: ENABLED}}}
        Kubernetes: {Type: AWS::EKS::Cluster, Properties: {ResourcesVpcConfig: {SubnetIds: [subnet-1]}}}
        Nodes: {Type: AWS::EKS::Nodegroup, Properties: {ClusterName: !Ref Kubernetes, LaunchTemplate: {Id: !Ref Machine}}}
        Pods: {Type: AWS::EKS::FargateProfile, Properties: {ClusterName: !Ref Kubernetes}}
      """;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void nothingThatStandsAnywhereStopsTheSearch(long seed) {
    Random random = new Random(seed);
    Json healthy =
        switch (SourceFile.parse("template.yaml", WHOLE)) {
          case SourceReading.Done(SourceFile file) -> file.json();
          case SourceReading.Failed failed -> throw new AssertionError(failed);
        };
    for (int i = 0; i < TEMPLATES; i++) {
      Json mutated = healthy;
      for (int changes = 1 + random.nextInt(3); changes > 0; changes--) {
        mutated = changed(mutated, random);
      }
      Template template =
          new Template(mutated instanceof Json.Obj root ? root : new Json.Obj(Map.of()));

      assertThatCode(() -> WorkloadReader.of(Given.of(template), List.of()))
          .as("seed %d, template %s", seed, template)
          .doesNotThrowAnyException();
    }
  }

  /** The value with another in one place of it. */
  private static Json changed(Json value, Random random) {
    if (random.nextInt(6) == 0) {
      return ANYTHING.get(random.nextInt(ANYTHING.size()));
    }
    return switch (value) {
      case Json.Obj(Map<String, Json> members) when !members.isEmpty() -> {
        Map<String, Json> changed = new LinkedHashMap<>(members);
        List<String> names = new ArrayList<>(members.keySet());
        changed.computeIfPresent(
            names.get(random.nextInt(names.size())), (name, member) -> changed(member, random));
        yield new Json.Obj(changed);
      }
      case Json.Arr(List<Json> elements) when !elements.isEmpty() -> {
        List<Json> changed = new ArrayList<>(elements);
        int index = random.nextInt(changed.size());
        changed.set(index, changed(changed.get(index), random));
        yield new Json.Arr(changed);
      }
      default -> ANYTHING.get(random.nextInt(ANYTHING.size()));
    };
  }
}
