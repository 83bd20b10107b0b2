package ecraccess.macro.adopt;

import static org.assertj.core.api.Assertions.assertThat;

import ecraccess.core.cfn.Expressions;
import ecraccess.core.cfn.Template;
import ecraccess.core.json.Json;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class GroupingTest {
  private static final String IN_VPC =
      "VpcEndpointType: Interface, VpcId: vpc-1, SubnetIds: [a, b], SecurityGroupIds: [g]";

  private static Grouping grouping(String... endpoints) {
    Json.Obj template = Given.template("Resources:\n" + String.join("", endpoints));
    return Grouping.of(Given.candidates(template), new Expressions(new Template(template)));
  }

  private static String endpoint(String name, String service) {
    return Given.endpoint(name, service, IN_VPC, "");
  }

  private static String gateway(String name, String vpc) {
    return Given.endpoint(name, "s3", "VpcId: " + vpc + ", RouteTableIds: [t]", "");
  }

  private static String groups(Grouping grouping) {
    return grouping.groups().stream()
        .map(group ->
            group.members().stream().map(Candidate::logicalId).collect(Collectors.joining("+")))
        .collect(Collectors.joining(" "));
  }

  private static Map<String, String> left(Grouping grouping) {
    Map<String, String> left = new TreeMap<>();
    grouping.left().forEach((candidate, reason) -> left.put(candidate.logicalId(), reason));
    return left;
  }

  @Test
  void endpointsOfOneVpcStandTogetherInTheOrderOfTheTemplate() {
    Grouping grouping =
        grouping(
            endpoint("Logs", "logs"),
            gateway("S3", "vpc-1"),
            endpoint("Api", "ecr.api"),
            endpoint("Dkr", "ecr.dkr"));

    assertThat(groups(grouping)).isEqualTo("Logs+S3+Api+Dkr");
    assertThat(grouping.groups().getFirst().base().logicalId()).isEqualTo("Dkr");
    assertThat(left(grouping)).isEmpty();
  }

  @Test
  void vpcsAreComparedByMeaning() {
    String vpc = "VpcEndpointType: Interface, SubnetIds: [a], SecurityGroupIds: [g], VpcId: ";

    assertThat(
            groups(
                grouping(
                    "  Vpc: {Type: AWS::EC2::VPC}\n",
                    Given.endpoint("Dkr", "ecr.dkr", vpc + "!Ref Vpc", ""),
                    Given.endpoint("Api", "ecr.api", vpc + "!GetAtt Vpc.VpcId", ""),
                    Given.endpoint("Other", "ecr.api", vpc + "!Ref Another", ""))))
        .isEqualTo("Dkr+Api Other");
  }

  @Test
  void whereNoEndpointOfEcrIsNoShorthandIs() {
    Grouping grouping = grouping(gateway("S3", "vpc-1"), endpoint("Logs", "logs"));

    assertThat(grouping.groups()).isEmpty();
    assertThat(left(grouping).keySet()).containsExactly("Logs", "S3");
    assertThat(left(grouping))
        .containsValue("no endpoint of ECR that can be adopted is in its VPC");
  }

  @Test
  void attributesAreComparedToTheLetter() {
    Grouping grouping =
        grouping(
            Given.endpoint("DkrA", "ecr.dkr", IN_VPC, "Condition: A,"),
            Given.endpoint("DkrB", "ecr.dkr", IN_VPC, "Condition: B,"),
            Given.endpoint("ApiB", "ecr.api", IN_VPC, "Condition: B,"),
            Given.endpoint("Logs", "logs", IN_VPC, "DeletionPolicy: Retain,"));

    assertThat(groups(grouping)).isEqualTo("DkrA DkrB+ApiB");
    assertThat(left(grouping).get("Logs")).startsWith("its attributes, such as Condition");
  }

  @Test
  void aServiceIsThereOnceInEachGroup() {
    Grouping grouping =
        grouping(endpoint("Dkr", "ecr.dkr"), endpoint("One", "logs"), endpoint("Two", "logs"));

    assertThat(groups(grouping)).isEqualTo("Dkr+One");
    assertThat(left(grouping))
        .isEqualTo(Map.of("Two", "another endpoint of logs comes from the same shorthand"));
  }

  @Test
  void furtherServicesShareSubnetsOrGroupsWithEcr() {
    String elsewhere =
        "VpcEndpointType: Interface, VpcId: vpc-1, SubnetIds: [%s], SecurityGroupIds: [%s]";
    Grouping grouping =
        grouping(
            endpoint("Dkr", "ecr.dkr"),
            Given.endpoint("OneSubnet", "logs", elsewhere.formatted("b", "x"), ""),
            Given.endpoint("SameGroup", "sts", elsewhere.formatted("x", "g"), ""),
            Given.endpoint("Neither", "kms", elsewhere.formatted("x", "x"), ""));

    assertThat(groups(grouping)).isEqualTo("Dkr+OneSubnet+SameGroup");
    assertThat(left(grouping))
        .isEqualTo(
            Map.of(
                "Neither", "it shares neither subnets nor security groups with ECR's endpoints"));
  }

  @Test
  void ofTwoGroupsInOneVpcTheNearerTakesAnEndpoint() {
    String other =
        "VpcEndpointType: Interface, VpcId: vpc-1, SubnetIds: [z], SecurityGroupIds: [g]";

    assertThat(
            groups(
                grouping(
                    endpoint("Dkr1", "ecr.dkr"),
                    Given.endpoint("Dkr2", "ecr.dkr", other, ""),
                    Given.endpoint("Api2", "ecr.api", other, ""),
                    endpoint("Api1", "ecr.api"))))
        .isEqualTo("Dkr1+Api1 Dkr2+Api2");
  }

  @Test
  void loopsAreGroupsOfTheirOwn() {
    List<Candidate> candidates =
        Given.candidates(
            Given.template(
                "Resources:\n"
                    + endpoint("Api", "ecr.api")
                    + "  Fn::ForEach::L:\n  - X\n  - [A]\n  -\n    "
                    + endpoint("Dkr${X}", "ecr.dkr").replace("Dkr${X}:", "'Dkr${X}':")));

    assertThat(
            groups(
                Grouping.of(
                    candidates, new Expressions(new Template(Given.template("Resources: {}"))))))
        .isEqualTo("Api Dkr${X}");
  }
}
