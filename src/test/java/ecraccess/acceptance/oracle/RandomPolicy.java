package ecraccess.acceptance.oracle;

import static ecraccess.acceptance.oracle.Tree.list;
import static ecraccess.acceptance.oracle.Tree.map;
import static ecraccess.acceptance.oracle.Tree.ref;
import static ecraccess.acceptance.oracle.Tree.sub;

import java.util.List;
import java.util.Map;

/** Writes random endpoint policies: one to three statements that each nearly fit. */
record RandomPolicy(Dice dice) {
  private static final String REGION = RandomNetwork.REGION;

  static final List<String> SERVICES =
      List.of("ecr.api", "ecr.dkr", "s3", "logs", "secretsmanager", "ssm");

  /** A sound network in which one endpoint has a random policy. */
  static Map<String, Object> network(long seed) {
    Dice dice = new Dice(seed);
    Map<String, Object> resources =
        map(
            "Vpc",
            resource("AWS::EC2::VPC", "CidrBlock", "10.0.0.0/16", "EnableDnsHostnames", true),
            "SubnetA",
            resource(
                "AWS::EC2::Subnet",
                "VpcId",
                ref("Vpc"),
                "CidrBlock",
                "10.0.0.0/24",
                "AvailabilityZone",
                REGION + "a"),
            "Routes",
            resource("AWS::EC2::RouteTable", "VpcId", ref("Vpc")),
            "TableOfSubnetA",
            resource(
                "AWS::EC2::SubnetRouteTableAssociation",
                "SubnetId",
                ref("SubnetA"),
                "RouteTableId",
                ref("Routes")));
    RandomNetwork network = new RandomNetwork(dice, resources);
    for (String service : SERVICES) {
      network.soundEndpoint(service);
    }
    new RandomWorkload(dice, network).sound();
    String service = dice.percent(40) ? "s3" : dice.one(SERVICES);
    String id = RandomNetwork.endpointId(service);
    network
        .properties(id)
        .put("PolicyDocument", new RandomPolicy(dice).forService(service, "Vpc", id));
    return map("Resources", resources);
  }

  private static Map<String, Object> resource(String type, Object... properties) {
    return map("Type", type, "Properties", map(properties));
  }

  /**
   * @param service as in the endpoint's name: {@code ecr.api}
   * @param vpc the logical ID of its VPC
   * @param endpoint its own logical ID
   */
  Map<String, Object> forService(String service, String vpc, String endpoint) {
    List<Object> statements = list(statement(service, vpc, endpoint, "Allow"));
    if (dice.percent(20)) {
      statements.add(statement(service, vpc, endpoint, "Allow"));
    }
    if (dice.percent(35)) {
      statements.add(statement(service, vpc, endpoint, "Deny"));
    }
    if (dice.percent(2)) {
      statements.removeFirst();
      statements.add(statement(service, vpc, endpoint, "Deny"));
    }
    return map("Version", "2012-10-17", "Statement", statements);
  }

  private Map<String, Object> statement(
      String service, String vpc, String endpoint, String effect) {
    boolean allow = effect.equals("Allow");
    Map<String, Object> statement = map("Effect", effect);
    element(statement, "Principal", principal(allow), allow ? 3 : 15);
    element(statement, "Action", actions(service, allow), allow ? 4 : 25);
    element(statement, "Resource", resources(service, allow), allow ? 3 : 25);
    if (dice.percent(allow ? 35 : 75)) {
      statement.put("Condition", condition(vpc, endpoint, allow));
    }
    return statement;
  }

  private void element(Map<String, Object> statement, String name, Object value, int negated) {
    boolean all = value.equals("*");
    statement.put((!all && dice.percent(negated) ? "Not" : "") + name, value);
  }

  private Object principal(boolean allow) {
    return dice.percent(allow ? 75 : 60)
        ? dice.one((Object) "*", map("AWS", "*"), map("AWS", list("*")))
        : map(
            "AWS",
            dice.one(
                ref("AWS::AccountId"),
                "123456789012",
                sub("arn:${AWS::Partition}:iam::${AWS::AccountId}:root"),
                list("arn:aws:iam::123456789012:role/exec", "arn:aws:iam::123456789012:role/other"),
                "arn:aws:iam::123456789012:role/other",
                "210987654321"));
  }

  private Object actions(String service, boolean allow) {
    if (dice.percent(allow ? 45 : 35)) {
      return "*";
    }
    String prefix = service.startsWith("ecr") ? "ecr" : service.startsWith("ecs") ? "ecs" : service;
    if (dice.percent(allow ? 35 : 20)) {
      return dice.one(prefix + ":*", prefix.toUpperCase(java.util.Locale.ROOT) + ":*");
    }
    return switch (service) {
      case "ecr.api", "ecr.dkr" ->
          dice.one(
              list("ecr:GetAuthorizationToken", "ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"),
              list("ecr:GetAuthorizationToken", "ecr:BatchGetImage"),
              list("ecr:Get*", "ecr:Batch*"),
              list("ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"),
              list("ecr:PutImage", "ecr:InitiateLayerUpload"),
              "ecr:Get*");
      case "s3" ->
          dice.one(
              "s3:GetObject",
              "s3:Get*",
              list("s3:GetObject", "s3:PutObject"),
              "s3:PutObject",
              "s3:Get?bject",
              list("s3:List*", "s3:DeleteObject"));
      case "logs" ->
          dice.one(
              list("logs:CreateLogStream", "logs:PutLogEvents"),
              list("logs:CreateLogStream"),
              "logs:*Log*",
              "logs:Describe*");
      case "secretsmanager" ->
          dice.one(
              "secretsmanager:GetSecretValue",
              "secretsmanager:Get*",
              "secretsmanager:DescribeSecret");
      case "ssm" -> dice.one("ssm:GetParameters", "ssm:GetParameter", "ssm:GetParameter*");
      default -> dice.one(prefix + ":*", "sqs:*");
    };
  }

  private Object resources(String service, boolean allow) {
    if (dice.percent(allow ? 55 : 40)) {
      return "*";
    }
    String account = "123456789012";
    return switch (service) {
      case "ecr.api", "ecr.dkr" ->
          dice.one(
              "arn:aws:ecr:" + REGION + ":" + account + ":repository/app",
              sub("arn:${AWS::Partition}:ecr:${AWS::Region}:${AWS::AccountId}:repository/*"),
              "arn:aws:ecr:*:*:repository/*",
              "arn:aws:ecr:" + REGION + ":" + account + ":repository/other",
              "arn:aws:ecr:" + REGION + ":210987654321:repository/team/*");
      case "s3" ->
          dice.one(
              "arn:aws:s3:::prod-" + REGION + "-starport-layer-bucket/*",
              sub("arn:aws:s3:::prod-${AWS::Region}-starport-layer-bucket/*"),
              list(
                  "arn:aws:s3:::prod-" + REGION + "-starport-layer-bucket/*", "arn:aws:s3:::env-*"),
              "arn:aws:s3:::prod-" + REGION + "-starport-layer-bucket",
              "arn:aws:s3:::prod-*-starport-layer-bucket/*",
              "arn:aws:s3:::my-own-bucket/*",
              "arn:aws:s3:::*");
      case "logs" ->
          dice.one(
              "arn:aws:logs:" + REGION + ":" + account + ":*",
              "arn:aws:logs:" + REGION + ":" + account + ":log-group:app:*",
              "arn:aws:logs:" + REGION + ":210987654321:*");
      case "secretsmanager" ->
          dice.one(
              "arn:aws:secretsmanager:" + REGION + ":" + account + ":secret:app-??????",
              "arn:aws:secretsmanager:" + REGION + ":" + account + ":secret:other-*");
      case "ssm" ->
          dice.one(
              "arn:aws:ssm:" + REGION + ":" + account + ":parameter/app",
              "arn:aws:ssm:" + REGION + ":" + account + ":parameter/other");
      default -> "*";
    };
  }

  private Map<String, Object> condition(String vpc, String endpoint, boolean allow) {
    Map<String, Object> condition = one(vpc, endpoint, allow);
    if (dice.percent(20)) {
      one(vpc, endpoint, allow).forEach(condition::putIfAbsent);
    }
    return condition;
  }

  private Map<String, Object> one(String vpc, String endpoint, boolean allow) {
    boolean not = dice.percent(allow ? 10 : 70);
    String ifExists = dice.percent(12) ? "IfExists" : "";
    String string = (not ? "StringNotEquals" : "StringEquals") + ifExists;
    String like = (not ? "StringNotLike" : "StringLike") + ifExists;
    return switch (dice.number(0, 13)) {
      case 0 -> map(string, map(key("aws:SourceVpc"), ref(vpc)));
      case 1 ->
          map(
              string,
              map("aws:SourceVpce", dice.one(ref(endpoint), list(ref(endpoint), "vpce-0a1b2c3d"))));
      case 2 ->
          map(
              (not ? "NotIpAddress" : "IpAddress") + ifExists,
              map(
                  "aws:VpcSourceIp",
                  dice.one(
                      "10.0.0.0/16",
                      "10.0.0.0/8",
                      list("10.0.0.0/17", "10.0.128.0/17"),
                      "10.0.0.0/25")));
      case 3 ->
          map((not ? "NotIpAddress" : "IpAddress") + ifExists, map("aws:SourceIp", "10.0.0.0/8"));
      case 4 ->
          map(
              "Bool" + ifExists,
              map(key("aws:SecureTransport"), dice.one((Object) "true", "false", true)));
      case 5, 6 ->
          map(
              string,
              map(
                  key("aws:PrincipalAccount"),
                  dice.one(ref("AWS::AccountId"), list("123456789012"), "210987654321")));
      case 7 ->
          map(
              string,
              map(
                  key("aws:ResourceAccount"),
                  dice.one("123456789012", list("123456789012", "210987654321"))));
      case 8 -> map(string, map("aws:PrincipalOrgID", "o-a1b2c3d4e5"));
      case 9 ->
          map(
              (not ? "ArnNotLike" : "ArnLike") + ifExists,
              map(
                  "aws:PrincipalArn",
                  dice.one(
                      "arn:aws:iam::123456789012:role/*",
                      "arn:aws:iam::123456789012:role/exec",
                      "arn:aws:iam::123456789012:role/other")));
      case 10 -> map(like, map("aws:PrincipalArn", dice.one("arn:aws:iam::*:role/ex*", "*")));
      case 11 ->
          map(
              "Null",
              map(
                  dice.one("aws:SourceVpce", "aws:SourceIp", "aws:PrincipalOrgID"),
                  dice.one("true", "false")));
      case 12 -> map(string, map("aws:RequestedRegion", dice.one(REGION, "eu-west-1")));
      default ->
          map(
              dice.one("ForAnyValue:", "ForAllValues:") + string,
              map("aws:PrincipalTag/team", "a"));
    };
  }

  /** Keys do not care about case. */
  private String key(String name) {
    return dice.percent(85) ? name : name.toLowerCase(java.util.Locale.ROOT);
  }
}
