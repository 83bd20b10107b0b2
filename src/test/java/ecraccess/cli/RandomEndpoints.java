package ecraccess.cli;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Templates with endpoints as people might write them: the same seed gives the same one. */
final class RandomEndpoints {
  private static final List<String> SERVICES =
      List.of(
          "ecr.dkr",
          "ecr.api",
          "s3",
          "logs",
          "sts",
          "kms",
          "ssm",
          "dynamodb",
          "ecs-agent",
          "bedrock-runtime",
          "ecr.dkr",
          "ecr.api",
          "s3");

  private final Random random;
  private final String step;
  private final StringBuilder text = new StringBuilder();

  RandomEndpoints(long seed) {
    random = new Random(seed);
    step = one("  ", "    ", "   ");
  }

  String write() {
    text.append(one("", "# Licence é\n", "---\n", "AWSTemplateFormatVersion: '2010-09-09'\n"));
    text.append(
        one(
            "",
            "",
            "Transform: AWS::Serverless-2016-10-31 # SAM\n",
            "Transform: ['AWS::LanguageExtensions']\n",
            "Transform:\n  - AWS::LanguageExtensions\n",
            "Transform:\n- Name: AWS::Include\n  Parameters: {Location: s3://a/b}\n"));
    text.append("Conditions: {A: !Equals [a, b]}\nResources:\n");
    int count = 1 + random.nextInt(8);
    for (int i = 0; i < count; i++) {
      text.append(
          one("", "", "\n", "\n\n", "   \n", step + "# about " + i + "\n", "# at the left\n"));
      if (random.nextInt(4) == 0) {
        text.append(step).append("Other").append(i).append(": {Type: AWS::SNS::Topic} # other\n");
      }
      endpoint(i, one(SERVICES));
    }
    text.append(one("", "\n", "\n\n", "  # end\n"));
    text.append("Outputs:\n  One: {Value: !Sub '${E0} ${E0.CreationTimestamp}'}\n");
    return one("\n", "\n", "\r\n").equals("\n")
        ? text.toString()
        : text.toString().replace("\n", "\r\n");
  }

  private void endpoint(int number, String service) {
    List<String> properties = properties(service);
    Collections.shuffle(properties, random);
    text.append(step).append("E").append(number).append(":").append(one("", " # " + service));
    text.append('\n').append(step).append(step).append("Type: AWS::EC2::VPCEndpoint\n");
    text.append(step).append(step).append("Properties:\n");
    properties.forEach(property ->
        text.append(step.repeat(3))
            .append(property.replace("\n", "\n" + step.repeat(3)))
            .append('\n'));
    text.append(
        one(
                "",
                "",
                "",
                "",
                "Condition: A\n",
                "DependsOn: X\n",
                "DeletionPolicy: Retain\n",
                "UpdatePolicy: {}\n")
            .replaceFirst("(?=.)", step + step));
  }

  private List<String> properties(String service) {
    List<String> properties = new ArrayList<>();
    boolean gateway = service.matches("s3|dynamodb") && random.nextInt(8) > 0;
    properties.add("ServiceName: " + serviceName(service));
    properties.add(
        "VpcId: " + one("vpc-1", "!Ref Vpc", "!Ref Vpc", "{Ref: Vpc}", "!Ref 'Vpc' # it"));
    add(
        properties,
        gateway
            ? one("", "VpcEndpointType: Gateway")
            : "VpcEndpointType: "
                + one("Interface", "'Interface'", "Interface", "Interface", "!Ref T"));
    if (gateway) {
      add(
          properties,
          one(
              "",
              "RouteTableIds: [rtb-1]",
              "RouteTableIds:\n- rtb-1\n- !Ref Table",
              "RouteTableIds: !Ref Tables"));
    } else {
      add(
          properties,
          one(
              "SubnetIds: [subnet-1, subnet-2]",
              "SubnetIds:\n  # zones\n  - subnet-1\n  - \"subnet-2\"",
              "SubnetIds:\n- subnet-2\n- subnet-1",
              "SubnetIds: !Ref Subnets",
              "SubnetIds: [subnet-1, subnet-2]",
              ""));
      add(
          properties,
          one(
              "SecurityGroupIds: [sg-1]",
              "SecurityGroupIds:\n- 'sg-1'",
              "SecurityGroupIds: [!GetAtt G.GroupId]",
              "",
              "SecurityGroupIds: !If [A, [sg-1], !Ref AWS::NoValue]"));
      add(
          properties,
          one(
              "PrivateDnsEnabled: true",
              "PrivateDnsEnabled: True",
              "PrivateDnsEnabled: 'true'",
              "PrivateDnsEnabled: false",
              "",
              "PrivateDnsEnabled: !Ref Dns"));
    }
    add(
        properties,
        one(
            "",
            "",
            "",
            "PolicyDocument: {Statement: [{Effect: Allow, Principal: '*', Action: '*', Resource: '*'}]}",
            "PolicyDocument: |\n  {\"Statement\": [\n\n    {\"Effect\": \"Allow\"}]}",
            "PolicyDocument: !Sub >-\n  {\"Statement\": [{\"Effect\": \"Allow\",\n  \"Resource\": \"arn:${AWS::Partition}:s3:::x\"}]}",
            "PolicyDocument: {Statement: [{Effect: Deny}]}"));
    add(
        properties,
        one(
            "",
            "",
            "Tags: [{Key: a, Value: b}]",
            "Tags:\n- Key: Name\n  Value: x",
            "Tags: []",
            "Nope: 1"));
    return properties;
  }

  private String serviceName(String service) {
    return one(
        "!Sub com.amazonaws.${AWS::Region}." + service,
        "!Sub 'com.amazonaws.${AWS::Region}." + service + "'",
        "{'Fn::Sub': \"com.amazonaws.${AWS::Region}." + service + "\"}",
        "!Join ['', [com.amazonaws., !Ref AWS::Region, '." + service + "']]",
        "com.amazonaws.eu-west-1." + service,
        "com.amazonaws.us-east-1." + service,
        "!Sub ['${P}.${AWS::Region}." + service + "', {P: com.amazonaws}]",
        "!Sub com.amazonaws.${AWS::Region}." + service,
        "!Ref Service");
  }

  private void add(List<String> properties, String property) {
    if (!property.isEmpty()) {
      properties.add(property);
    }
  }

  private String one(List<String> choice) {
    return choice.get(random.nextInt(choice.size()));
  }

  private String one(String... choice) {
    return choice[random.nextInt(choice.length)];
  }
}
