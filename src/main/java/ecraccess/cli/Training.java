package ecraccess.cli;

import java.io.ByteArrayInputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * Runs the commands once on a small template and throws away what they print.
 *
 * <p>A program of its own: a JVM that is told to make a cache of classes puts those into it that
 * are loaded here, so that each later run of {@code ecr-access} starts faster. Asks no AWS service.
 */
final class Training {
  private static final String TEMPLATE =
      """
      AWSTemplateFormatVersion: "2010-09-09"
      Transform: PrivateEcrAccess
      Parameters:
        Image: {Type: String, Default: 123456789012.dkr.ecr.eu-west-1.amazonaws.com/app:1}
      Conditions:
        Live: !Not [!Equals [!Ref Image, ""]]
      Resources:
        Vpc:
          Type: AWS::EC2::VPC
          Properties: {CidrBlock: 10.0.0.0/16, EnableDnsSupport: true, EnableDnsHostnames: true}
        SubnetA:
          Type: AWS::EC2::Subnet
          Properties: {VpcId: !Ref Vpc, CidrBlock: 10.0.0.0/24, AvailabilityZone: !Select [0, !GetAZs ""]}
        Routes: {Type: AWS::EC2::RouteTable, Properties: {VpcId: !Ref Vpc}}
        RoutesA:
          Type: AWS::EC2::SubnetRouteTableAssociation
          Properties: {SubnetId: !Ref SubnetA, RouteTableId: !Ref Routes}
        # The shorthand: three endpoints.
        EcrAccess:
          Type: PrivateEcrAccess
          Properties:
            VpcId: !Ref Vpc
            SubnetIds: [!Ref SubnetA]
            AdditionalServices: Auto
            Tags: [{Key: Stack, Value: !Sub "${AWS::StackName}-net"}]
        Tasks: {Type: AWS::EC2::SecurityGroup, Properties: {GroupDescription: Tasks, VpcId: !Ref Vpc}}
        Role:
          Type: AWS::IAM::Role
          Properties:
            AssumeRolePolicyDocument: {Version: "2012-10-17", Statement: [{Effect: Allow, Principal: {Service: ecs-tasks.amazonaws.com}, Action: "sts:AssumeRole"}]}
        Log: {Type: AWS::Logs::LogGroup}
        Task:
          Type: AWS::ECS::TaskDefinition
          Properties:
            RequiresCompatibilities: [FARGATE]
            NetworkMode: awsvpc
            Cpu: "256"
            Memory: "512"
            ExecutionRoleArn: !GetAtt Role.Arn
            ContainerDefinitions:
              - Name: app
                Image: !Ref Image
                LogConfiguration:
                  LogDriver: awslogs
                  Options: {awslogs-group: !Ref Log, awslogs-region: !Ref AWS::Region, awslogs-stream-prefix: app}
        Cluster: {Type: AWS::ECS::Cluster}
        Service:
          Type: AWS::ECS::Service
          Condition: Live
          Properties:
            Cluster: !Ref Cluster
            LaunchType: FARGATE
            DesiredCount: 1
            TaskDefinition: !Ref Task
            NetworkConfiguration: {AwsvpcConfiguration: {Subnets: [!Ref SubnetA], SecurityGroups: [!Ref Tasks]}}
      Outputs:
        Endpoint: {Value: !GetAtt EcrAccess.EcrApiEndpoint.Id}
      """;

  private static final List<List<String>> COMMANDS =
      List.of(
          List.of("--help"),
          List.of("check", "--help"),
          List.of("expand", "-"),
          List.of("check", "--region", "eu-west-1", "-"),
          List.of("check", "--region", "eu-west-1", "--format", "json", "-"),
          List.of("adopt", "--dry-run", "-"));

  private Training() {}

  public static void main(String[] args) {
    for (List<String> command : COMMANDS) {
      new Main(console()).run(command.toArray(String[]::new));
    }
  }

  private static Console console() {
    return new Console(
        new ByteArrayInputStream(TEMPLATE.getBytes(StandardCharsets.UTF_8)),
        OutputStream.nullOutputStream(),
        new PrintWriter(Writer.nullWriter()),
        Map.of(),
        false);
  }
}
