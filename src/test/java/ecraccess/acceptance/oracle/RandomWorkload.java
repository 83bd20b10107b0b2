package ecraccess.acceptance.oracle;

import static ecraccess.acceptance.oracle.Tree.getAtt;
import static ecraccess.acceptance.oracle.Tree.list;
import static ecraccess.acceptance.oracle.Tree.map;
import static ecraccess.acceptance.oracle.Tree.ref;
import static ecraccess.acceptance.oracle.Tree.sub;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes an ECS service, its task definition, and the instances that it may run on. */
record RandomWorkload(Dice dice, RandomNetwork network) {
  private static final String REGION = RandomNetwork.REGION;

  void write(List<String> subnets) {
    boolean fargate = dice.percent(80);
    task(fargate);
    List<Object> places = subnets.stream().map(Tree::ref).collect(Collectors.toList());
    boolean isPublic = subnets.contains("Public") ? dice.percent(80) : dice.percent(5);
    if (fargate) {
      fargate(places, isPublic);
    } else {
      instances(places, isPublic);
    }
  }

  /** A Fargate service that calls every service that starts call, in {@code SubnetA}. */
  void sound() {
    Map<String, Object> container =
        map(
            "Name",
            "web",
            "Image",
            dice.percent(70)
                ? "123456789012.dkr.ecr." + REGION + ".amazonaws.com/app:1"
                : "210987654321.dkr.ecr." + REGION + ".amazonaws.com/team/app:1",
            "LogConfiguration",
            logs("web", REGION),
            "Secrets",
            list(
                map("Name", "A", "ValueFrom", secret("secretsmanager", REGION)),
                map("Name", "B", "ValueFrom", secret("ssm", REGION))));
    define(list(container), true);
    network.add(
        "Service",
        "AWS::ECS::Service",
        "LaunchType",
        "FARGATE",
        "TaskDefinition",
        ref("Task"),
        "NetworkConfiguration",
        map("AwsvpcConfiguration", map("Subnets", list(ref("SubnetA")))));
  }

  private void fargate(List<Object> subnets, boolean isPublic) {
    Map<String, Object> vpc = map("Subnets", subnets);
    List<Object> groups = groups();
    if (!groups.isEmpty()) {
      vpc.put("SecurityGroups", groups);
    }
    if (isPublic || dice.percent(40)) {
      vpc.put("AssignPublicIp", isPublic ? "ENABLED" : "DISABLED");
    }
    network.add(
        "Service",
        "AWS::ECS::Service",
        "LaunchType",
        "FARGATE",
        "TaskDefinition",
        ref("Task"),
        "NetworkConfiguration",
        map("AwsvpcConfiguration", vpc));
    if (dice.percent(4)) {
      network.properties("Service").put("PlatformVersion", dice.one("1.3.0", "1.4.0", "LATEST"));
    }
  }

  private List<Object> groups() {
    if (dice.percent(4)) {
      return List.of();
    }
    List<Object> groups = list(getAtt("TaskGroup", "GroupId"));
    if (dice.percent(15)) {
      groups.add(ref("OtherGroup"));
    }
    return groups;
  }

  private void instances(List<Object> subnets, boolean isPublic) {
    Map<String, Object> launch =
        map("ImageId", "ami-0a1b2c3d4e5f60718", "InstanceType", "m5.large");
    List<Object> groups = groups();
    Map<String, Object> inFull = map("DeviceIndex", 0, "AssociatePublicIpAddress", true);
    boolean full = isPublic && dice.percent(70);
    if (!groups.isEmpty()) {
      (full ? inFull : launch).put(full ? "Groups" : "SecurityGroupIds", groups);
    }
    if (full) {
      launch.put("NetworkInterfaces", list(inFull));
    }
    launch.put(
        "UserData",
        map("Fn::Base64", sub("#!/bin/bash\necho ECS_CLUSTER=${Cluster} >> /etc/ecs/ecs.config")));
    network.add("Launch", "AWS::EC2::LaunchTemplate", "LaunchTemplateData", launch);
    network.add(
        "Fleet",
        "AWS::AutoScaling::AutoScalingGroup",
        "MinSize",
        "1",
        "MaxSize",
        "2",
        "VPCZoneIdentifier",
        subnets,
        "LaunchTemplate",
        map("LaunchTemplateId", ref("Launch"), "Version", getAtt("Launch", "LatestVersionNumber")));
    network.add("Cluster", "AWS::ECS::Cluster", "ClusterName", "cluster");
    network.add(
        "Provider",
        "AWS::ECS::CapacityProvider",
        "AutoScalingGroupProvider",
        map("AutoScalingGroupArn", ref("Fleet")));
    network.add(
        "Providers",
        "AWS::ECS::ClusterCapacityProviderAssociations",
        "Cluster",
        ref("Cluster"),
        "CapacityProviders",
        list(ref("Provider")),
        "DefaultCapacityProviderStrategy",
        list(map("CapacityProvider", ref("Provider"), "Weight", 1)));
    network.add(
        "Service",
        "AWS::ECS::Service",
        "Cluster",
        ref("Cluster"),
        "CapacityProviderStrategy",
        list(map("CapacityProvider", ref("Provider"), "Weight", 1)),
        "TaskDefinition",
        ref("Task"));
  }

  private void task(boolean fargate) {
    List<Object> containers = list(container("web", fargate));
    if (dice.percent(15)) {
      containers.add(container("side", fargate));
    }
    define(containers, fargate);
  }

  private void define(List<Object> containers, boolean fargate) {
    network.add(
        "Task",
        "AWS::ECS::TaskDefinition",
        "Cpu",
        "256",
        "Memory",
        "512",
        "NetworkMode",
        fargate ? "awsvpc" : "bridge",
        "RequiresCompatibilities",
        list(fargate ? "FARGATE" : "EC2"),
        "ExecutionRoleArn",
        "arn:aws:iam::123456789012:role/exec",
        "ContainerDefinitions",
        containers);
  }

  private Map<String, Object> container(String name, boolean fargate) {
    Map<String, Object> container = map("Name", name, "Image", image());
    if (dice.percent(40)) {
      container.put(
          "LogConfiguration",
          logs(name, isHere() ? dice.one(REGION, ref("AWS::Region")) : "eu-west-1"));
    }
    if (dice.percent(15)) {
      container.put("Secrets", list(map("Name", "SECRET", "ValueFrom", secret())));
    }
    if (fargate && dice.percent(8)) {
      network.add("Bucket", "AWS::S3::Bucket", "BucketName", "env-files-of-app");
      container.put(
          "EnvironmentFiles", list(map("Type", "s3", "Value", sub("${Bucket.Arn}/app.env"))));
    }
    return container;
  }

  private static Map<String, Object> logs(String name, Object region) {
    return map(
        "LogDriver",
        "awslogs",
        "Options",
        map("awslogs-group", "app", "awslogs-region", region, "awslogs-stream-prefix", name));
  }

  private boolean isHere() {
    return dice.percent(91);
  }

  private String secret() {
    return secret(dice.percent(60) ? "secretsmanager" : "ssm", isHere() ? REGION : "eu-west-1");
  }

  private static String secret(String service, String region) {
    String name = service.equals("ssm") ? "parameter/app" : "secret:app-AbCdEf";
    return "arn:aws:" + service + ":" + region + ":123456789012:" + name;
  }

  private Object image() {
    int chance = dice.number(0, 99);
    if (chance < 50) {
      return "123456789012.dkr.ecr." + REGION + ".amazonaws.com/app:1";
    }
    if (chance < 70) {
      return sub("${AWS::AccountId}.dkr.ecr.${AWS::Region}.amazonaws.com/app:1");
    }
    if (chance < 80) {
      network.add("Repository", "AWS::ECR::Repository", "RepositoryName", "app");
      return sub("${Repository.RepositoryUri}:1");
    }
    if (chance < 90) {
      return "210987654321.dkr.ecr."
          + REGION
          + ".amazonaws.com/team/app@sha256:"
          + "0123456789abcdef".repeat(4);
    }
    List<String> elsewhere =
        new ArrayList<>(
            List.of(
                "123456789012.dkr.ecr.eu-west-1.amazonaws.com/app:1",
                "nginx:1.27",
                "public.ecr.aws/nginx/nginx:1.27",
                "ghcr.io/team/app:1"));
    return dice.one(elsewhere);
  }
}
