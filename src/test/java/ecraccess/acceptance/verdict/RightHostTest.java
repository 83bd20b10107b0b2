package ecraccess.acceptance.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import ecraccess.acceptance.verdict.Judged.Kind;
import ecraccess.core.json.Json;
import ecraccess.reach.verdict.Judgement;
import ecraccess.reach.verdict.Verdict;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every request at a task's start goes to the host it really goes to, and asks the policies on the
 * way for what it really does: one isolated network in eu-west-1, one small change each.
 */
class RightHostTest {
  private static final String TEMPLATE =
      """
      Parameters:
        Unknown: {Type: String}
      Resources:
        Net: {Type: "AWS::EC2::VPC", Properties: {CidrBlock: 10.3.0.0/16, EnableDnsHostnames: true}}
        One: {Type: "AWS::EC2::Subnet", Properties: {VpcId: !Ref Net, CidrBlock: 10.3.1.0/24, AvailabilityZone: eu-west-1a}}
        Two: {Type: "AWS::EC2::Subnet", Properties: {VpcId: !Ref Net, CidrBlock: 10.3.2.0/24, AvailabilityZone: eu-west-1b}}
        Three: {Type: "AWS::EC2::Subnet", Properties: {VpcId: !Ref Net, CidrBlock: 10.3.3.0/24, AvailabilityZone: eu-west-1b}}
        Table: {Type: "AWS::EC2::RouteTable", Properties: {VpcId: !Ref Net}}
        TableOfOne: {Type: "AWS::EC2::SubnetRouteTableAssociation", Properties: {SubnetId: !Ref One, RouteTableId: !Ref Table}}
        TableOfTwo: {Type: "AWS::EC2::SubnetRouteTableAssociation", Properties: {SubnetId: !Ref Two, RouteTableId: !Ref Table}}
        Callers: {Type: "AWS::EC2::SecurityGroup", Properties: {GroupDescription: callers, VpcId: !Ref Net}}
        Called:
          Type: AWS::EC2::SecurityGroup
          Properties: {GroupDescription: called, VpcId: !Ref Net, SecurityGroupIngress: [{IpProtocol: tcp, FromPort: 443, ToPort: 443, SourceSecurityGroupId: !Ref Callers}]}
        S3:
          Type: AWS::EC2::VPCEndpoint
          Properties: {VpcId: !Ref Net, ServiceName: com.amazonaws.eu-west-1.s3, RouteTableIds: [!Ref Table]%S3%}
        EcrApi: {Type: "AWS::EC2::VPCEndpoint", Properties: {ServiceName: com.amazonaws.eu-west-1.ecr.api, %INTERFACE%%ECR%}}
        EcrDkr: {Type: "AWS::EC2::VPCEndpoint", Properties: {ServiceName: com.amazonaws.eu-west-1.ecr.dkr, %INTERFACE%%ECR%}}
        Logs: {Type: "AWS::EC2::VPCEndpoint", Properties: {ServiceName: com.amazonaws.eu-west-1.logs, %INTERFACE%%LOGS%}}
        Secrets: {Type: "AWS::EC2::VPCEndpoint", Properties: {ServiceName: com.amazonaws.eu-west-1.secretsmanager, %INTERFACE%%SECRETS%}}
        Ssm: {Type: "AWS::EC2::VPCEndpoint", Properties: {ServiceName: com.amazonaws.eu-west-1.ssm, %INTERFACE%}}
        Puller: {Type: "AWS::IAM::Role", Properties: {AssumeRolePolicyDocument: {}}}
        Password: {Type: "AWS::SecretsManager::Secret", Properties: {Name: db}}
        Settings: {Type: "AWS::S3::Bucket"}
        Files: {Type: "AWS::EFS::FileSystem"}
        Service:
          Type: AWS::ECS::Service
          Properties:
            LaunchType: FARGATE
            TaskDefinition: !Ref Task
            NetworkConfiguration: {AwsvpcConfiguration: {Subnets: [!Ref One, !Ref Two], SecurityGroups: [!Ref Callers]}}
        Task:
          Type: AWS::ECS::TaskDefinition
          Properties:
            NetworkMode: awsvpc
            RequiresCompatibilities: [FARGATE]
            ExecutionRoleArn: !GetAtt Puller.Arn
            %TASK%
            ContainerDefinitions: [{Name: main, Image: 111122223333.dkr.ecr.eu-west-1.amazonaws.com/hub/app:1, %CONTAINER%}]
        %RESOURCES%
      """
          .replace(
              "%INTERFACE%",
              "VpcEndpointType: Interface, VpcId: !Ref Net, SubnetIds: [!Ref One, !Ref Two],"
                  + " SecurityGroupIds: [!Ref Called], PrivateDnsEnabled: true");

  /** One change, and what is right for it. */
  private record Change(String place, String yaml, Kind right, String reason) {
    @Override
    public String toString() {
      return place + " " + yaml;
    }
  }

  private static Json.Obj template(Change... changes) {
    String text = TEMPLATE;
    for (Change change : changes) {
      text = text.replace("%" + change.place + "%", change.yaml);
    }
    return (Json.Obj) Text.block(text.replaceAll("%[A-Z0-9]+%", "").replaceAll(", }]", "}]"));
  }

  private static Change container(String yaml, Kind right, String reason) {
    return new Change("CONTAINER", yaml, right, reason);
  }

  private static Change logs(String options, Kind right, String reason) {
    return container(
        "LogConfiguration: {LogDriver: awslogs, Options: {awslogs-group: /app, %s}}"
            .formatted(options),
        right,
        reason);
  }

  private static Change secret(String valueFrom, Kind right, String reason) {
    return container("Secrets: [{Name: P, ValueFrom: %s}]".formatted(valueFrom), right, reason);
  }

  private static Change task(String yaml, Kind right, String reason) {
    return new Change("TASK", yaml, right, reason);
  }

  static Stream<Change> changes() {
    return Stream.of(
        container("Essential: true", Kind.CAN, ""),
        logs("awslogs-region: eu-west-1", Kind.CAN, ""),
        logs("awslogs-region: !Ref AWS::Region", Kind.CAN, ""),
        logs("awslogs-region: eu-central-1", Kind.CANNOT, "logs.eu-central-1.amazonaws.com"),
        logs("awslogs-region: !Ref Unknown", Kind.CANNOT_TELL, "the region at"),
        secret("!Ref Password", Kind.CAN, ""),
        secret("plain-name", Kind.CAN, ""),
        secret(
            "\"arn:aws:secretsmanager:us-east-2:111122223333:secret:db-AbCdEf\"",
            Kind.CANNOT,
            "secretsmanager.us-east-2.amazonaws.com"),
        secret(
            "\"arn:aws:ssm:us-east-2:111122223333:parameter/db\"",
            Kind.CANNOT,
            "ssm.us-east-2.amazonaws.com"),
        secret(
            "!Sub \"arn:aws:ssm:${Unknown}:111122223333:parameter/db\"",
            Kind.CANNOT_TELL,
            "the region at"),
        task("RuntimePlatform: {OperatingSystemFamily: LINUX}", Kind.CAN, ""),
        task(
            "RuntimePlatform: {OperatingSystemFamily: WINDOWS_SERVER_2022_CORE}",
            Kind.CANNOT_TELL,
            "Windows base layers"));
  }

  @ParameterizedTest
  @MethodSource("changes")
  void isCalled(Change change) {
    check(change, template(change));
  }

  private static void check(Change change, Json.Obj template) {
    Judged judged = Judged.of(template, "eu-west-1");
    assertThat(judged.kind()).as("%s", judged).isEqualTo(change.right);
    assertThat(reasons(judged)).anySatisfy(reason -> assertThat(reason).contains(change.reason));
  }

  private static Stream<String> reasons(Judged judged) {
    return Stream.of(
            Stream.of(""),
            judged.faults().stream().map(Verdict.Cannot::text),
            judged.doubts().stream().map(Verdict.CannotTell::missing))
        .flatMap(texts -> texts);
  }

  static Stream<Change> cacheRules() {
    return Stream.of(
        new Change("RESOURCES", rule("hub", "public.ecr.aws"), Kind.CANNOT, "public.ecr.aws"),
        new Change("RESOURCES", rule("ROOT", "quay.io"), Kind.CANNOT, "quay.io"),
        new Change("RESOURCES", rule("other", "public.ecr.aws"), Kind.CAN, ""),
        new Change("RESOURCES", rule("hu", "public.ecr.aws"), Kind.CAN, ""));
  }

  private static String rule(String prefix, String upstream) {
    return "Cache: {Type: \"AWS::ECR::PullThroughCacheRule\", Properties: {EcrRepositoryPrefix: %s, UpstreamRegistryUrl: %s}}"
        .formatted(prefix, upstream);
  }

  @ParameterizedTest
  @MethodSource("cacheRules")
  void isCalledByTheFirstPullThroughACacheRule(Change change) {
    check(change, template(change));
  }

  private static final String ALLOW =
      ", PolicyDocument: {Version: \"2012-10-17\", Statement: [{Effect: Allow, Principal: \"*\","
          + " Action: \"*\", Resource: %s}]}";
  private static final String LAYERS = "\"arn:aws:s3:::prod-eu-west-1-starport-layer-bucket/*\"";

  static Stream<Change> filePolicies() {
    return Stream.of(
        new Change("S3", "", Kind.CAN, ""),
        new Change(
            "S3", ALLOW.formatted(LAYERS), Kind.CANNOT, "s3:GetObject on arn:aws:s3:::${Settings}"),
        new Change(
            "S3",
            ALLOW.formatted("[%s, !Sub \"${Settings.Arn}/*\"]".formatted(LAYERS)),
            Kind.CAN,
            ""),
        new Change(
            "S3",
            ALLOW.formatted("[%s, \"arn:aws:s3:::settings/*\"]".formatted(LAYERS)),
            Kind.CANNOT,
            "${Settings}"),
        new Change(
            "S3",
            ALLOW.formatted("[%s, !Ref Unknown]".formatted(LAYERS)),
            Kind.CANNOT_TELL,
            "Unknown"));
  }

  @ParameterizedTest
  @MethodSource("filePolicies")
  void isAskedForEnvironmentFiles(Change change) {
    check(
        change,
        template(
            change,
            container(
                "EnvironmentFiles: [{Type: s3, Value: !Sub \"${Settings.Arn}/app.env\"}]",
                change.right,
                "")));
  }

  @ParameterizedTest
  @MethodSource("filePolicies")
  void isAskedForTheConfigurationOfFireLens(Change change) {
    check(
        change,
        template(
            change,
            container(
                "FirelensConfiguration: {Type: fluentbit, Options: {config-file-type: s3,"
                    + " config-file-value: !Sub \"${Settings.Arn}/fluent.conf\"}}",
                change.right,
                "")));
  }

  static Stream<Change> servicePolicies() {
    return Stream.of(
        new Change(
            "LOGS",
            ALLOW.formatted("\"arn:aws:logs:eu-west-1:111122223333:log-group:/app:*\""),
            Kind.CAN,
            ""),
        new Change(
            "LOGS",
            ALLOW.formatted("\"arn:aws:logs:eu-west-1:111122223333:log-group:/other:*\""),
            Kind.CANNOT,
            "logs:CreateLogStream"),
        new Change("SECRETS", ALLOW.formatted("!Ref Password"), Kind.CAN, ""),
        new Change(
            "SECRETS",
            ALLOW.formatted("\"arn:aws:secretsmanager:*:*:secret:other-*\""),
            Kind.CANNOT,
            "secretsmanager:GetSecretValue"),
        new Change(
            "ECR",
            ALLOW.formatted("\"*\"").replace("\"*\", Action", "{AWS: !GetAtt Puller.Arn}, Action"),
            Kind.CAN,
            ""),
        new Change(
            "ECR",
            ALLOW
                .formatted("\"*\"")
                .replace("\"*\", Action", "{AWS: \"arn:aws:iam::111122223333:user/me\"}, Action"),
            Kind.CANNOT,
            "ecr:GetAuthorizationToken"));
  }

  @ParameterizedTest
  @MethodSource("servicePolicies")
  void isAskedForWhatATaskDoes(Change change) {
    check(
        change,
        template(
            change,
            container(
                "LogConfiguration: {LogDriver: awslogs, Options: {awslogs-group: /app,"
                    + " awslogs-region: eu-west-1}}, Secrets: [{Name: P, ValueFrom: !Ref"
                    + " Password}]",
                change.right,
                "")));
  }

  static Stream<Change> mountTargets() {
    return Stream.of(
        new Change("RESOURCES", "", Kind.CANNOT, "a mount target of Files in the zone of One"),
        new Change("RESOURCES", mount("One", 2049), Kind.CANNOT, "in the zone of Two"),
        new Change("RESOURCES", mount("One", 2049) + mount("Two", 2049), Kind.CAN, ""),
        // Of the same zone as Two.
        new Change("RESOURCES", mount("One", 2049) + mount("Three", 2049), Kind.CAN, ""),
        new Change(
            "RESOURCES", mount("One", 2049) + mount("Two", 443), Kind.CANNOT, "TCP port 2049"));
  }

  private static String mount(String subnet, int port) {
    String files =
        "%1$sFiles: {Type: \"AWS::EFS::MountTarget\", Properties: {FileSystemId: !Ref Files,"
            + " SubnetId: !Ref %1$s, SecurityGroups: [!Ref %1$sGroup]}}";
    String group =
        "%1$sGroup: {Type: \"AWS::EC2::SecurityGroup\", Properties: {GroupDescription: files,"
            + " VpcId: !Ref Net, SecurityGroupIngress: [{IpProtocol: tcp, FromPort: %2$d, ToPort:"
            + " %2$d, CidrIp: 10.3.0.0/16}]}}";
    return (files + "\n  " + group + "\n  ").formatted(subnet, port);
  }

  @ParameterizedTest
  @MethodSource("mountTargets")
  void isTheMountTargetOfTheTasksZone(Change change) {
    check(
        change,
        template(
            change,
            task(
                "Volumes: [{Name: data, EFSVolumeConfiguration: {FilesystemId: !Ref Files}}]",
                change.right,
                "")));
  }

  @Test
  void aFileSystemOfElsewhereMayHaveMountTargets() {
    Change change =
        task(
            "Volumes: [{Name: data, EFSVolumeConfiguration: {FilesystemId: fs-0a1b2c3d}}]",
            Kind.CANNOT_TELL,
            "the mount targets of fs-0a1b2c3d");
    check(change, template(change));
  }

  /** No pull goes through it, so its policy is worth a note and no verdict. */
  @Test
  void anEndpointThatNobodyCallsIsNoted() {
    Change change =
        new Change(
            "RESOURCES",
            "Tables: {Type: \"AWS::EC2::VPCEndpoint\", Properties: {VpcId: !Ref Net, ServiceName:"
                + " com.amazonaws.eu-west-1.dynamodb, RouteTableIds: [!Ref Table], PolicyDocument:"
                + " {Statement: [{Effect: Deny, Principal: \"*\", Action: \"*\", Resource:"
                + " \"*\"}]}}}",
            Kind.CAN,
            "");
    check(change, template(change));
    assertThat(
            Judged.of(template(change), "eu-west-1")
                .judgement()
                .map(Judgement::notes)
                .orElseThrow())
        .anySatisfy(note -> assertThat(note.text()).contains("found Deny only"));
  }

  /** One task has one set of groups: what reaches the endpoints has to reach S3 too. */
  @Test
  void oneGroupHasToReachAllHosts() {
    String open =
        TEMPLATE.substring(0, TEMPLATE.indexOf("  Service:")).replaceAll("%[A-Z0-9]+%", "");
    assertThat(Judged.of((Json.Obj) Text.block(open), "eu-west-1").kind()).isEqualTo(Kind.CAN);
    String closed =
        open.replace(
            "GroupDescription: callers, VpcId: !Ref Net",
            "GroupDescription: callers, VpcId: !Ref Net, SecurityGroupEgress: [{IpProtocol: tcp,"
                + " FromPort: 443, ToPort: 443, CidrIp: 10.3.0.0/16}]");
    Judged judged = Judged.of((Json.Obj) Text.block(closed), "eu-west-1");
    assertThat(judged.kind()).isEqualTo(Kind.CANNOT_TELL);
    assertThat(judged.misses("which security groups the tasks have")).isTrue();
  }
}
