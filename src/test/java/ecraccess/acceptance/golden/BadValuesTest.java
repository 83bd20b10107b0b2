package ecraccess.acceptance.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import ecraccess.Schema;
import ecraccess.core.cfn.Problem;
import ecraccess.core.json.Json;
import ecraccess.core.json.JsonText;
import ecraccess.macro.expand.Expander;
import ecraccess.macro.expand.Expansion;
import ecraccess.macro.expand.plan.DeploymentContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What is said about each wrong value of each property, one message a line: {@code property | value
 * | message}. {@code -Dgolden.update} rewrites the table and fails all the same.
 */
class BadValuesTest {
  private static final Path TABLE = Path.of("src/test/resources/golden-tables/bad-values.txt");

  private static final DeploymentContext DEPLOYMENT =
      new DeploymentContext(
          "eu-west-1", "111122223333", "PrivateEcrAccess", new Json.Obj(Map.of()));

  /** Without any of it, as little as is valid. */
  private static final Json.Obj AROUND =
      object(
          "{\"VpcId\":\"vpc-1\",\"SubnetIds\":[\"subnet-1\"],\"RouteTableIds\":[\"rtb-1\"],\"SecurityGroupIds\":[\"sg-1\"]}");

  /** What a property needs beside it. */
  private static final Map<String, Json.Obj> COMPANIONS =
      Map.of(
          "Repositories", object("{\"EcrPolicy\":\"PullOnly\"}"),
          "AdditionalS3Resources", object("{\"S3Policy\":\"LayersOnly\"}"));

  /** Properties that contradict each other, or that would have no effect together. */
  private static final List<String> TOGETHER =
      List.of(
          "{\"SecurityGroupIds\":[\"sg-1\"],\"ClientSecurityGroupIds\":[\"sg-2\"]}",
          "{\"SecurityGroupIds\":[\"sg-1\"],\"ClientCidrs\":[\"10.0.0.0/16\"]}",
          "{\"ClientCidrs\":[\"10.0.0.0/16\"],\"ClientSecurityGroupIds\":[\"sg-2\"]}",
          "{\"Repositories\":[\"web\"]}",
          "{\"Repositories\":[\"web\"],\"EcrPolicy\":\"FullAccess\"}",
          "{\"AdditionalS3Resources\":[\"arn:aws:s3:::b\"]}",
          "{\"AdditionalS3Resources\":[\"arn:aws:s3:::b\"],\"S3Policy\":\"FullAccess\"}",
          "{\"AdditionalServices\":\"Auto\",\"ExistingServices\":\"Auto\"}",
          "{\"AdditionalServices\":[\"Auto\",\"logs\"]}",
          "{\"AdditionalServices\":[\"s3\"]}",
          "{\"AdditionalServices\":[\"logs\"],\"ExistingServices\":[\"logs\"],\"Overrides\":{\"logs\":{}}}",
          "{\"ExistingServices\":[\"ecr.api\",\"ecr.dkr\",\"s3\"]}",
          "{\"ExistingServices\":[\"ecr.api\",\"ecr.dkr\"],\"EcrPolicy\":\"PullOnly\"}",
          "{\"ExistingServices\":[\"ecr.api\",\"ecr.dkr\"],\"ClientCidrs\":[\"10.0.0.0/16\"]}",
          "{\"ExistingServices\":[\"s3\"],\"S3Policy\":\"LayersOnly\"}",
          "{\"EcrPolicy\":\"PullOnly\",\"Overrides\":{\"ecr.api\":{\"PolicyDocument\":{}}}}",
          "{\"EcrPolicy\":\"PullOnly\",\"Repositories\":[\"arn:aws:ecr:eu-west-1:1:repository/web\",\"Web\",\"team/*\",\"web:latest\",\"1.dkr.ecr.eu-west-1.amazonaws.com/web\"]}",
          "{\"S3Policy\":\"LayersOnly\",\"AdditionalS3Resources\":[\"app\",\"s3://app\",\"*\",\"arn:aws:sqs:::q\",\"arn:aws-cn:s3:::b\"]}",
          "{\"ClientCidrs\":[\"10.0.0.1\",\"10.0.0.0/33\",\"300.0.0.0/8\",\"::/129\",\"fd00::/8\"]}",
          "{\"Tags\":[{\"Key\":\"a\",\"Value\":\"1\"},{\"Key\":\"a\",\"Value\":\"2\"}]}",
          "{\"AdditionalServices\":[\"com.amazonaws.eu-west-1.logs\",\"Logs\",\"log\",\"ecr\",\"a"
              + " b\"]}");

  private static final Json.Obj ANY_OBJECT = object("{\"type\":\"object\"}");

  /** What a gateway endpoint takes otherwise than an interface endpoint. */
  private static final List<String> GATEWAY_DIFFERS =
      List.of("VpcEndpointType", "SubnetIds", "RouteTableIds", "PrivateDnsEnabled");

  @Test
  void eachWrongValueOfEachPropertyGetsItsMessage() throws IOException {
    String table = table();
    if (!Files.exists(TABLE) || !table.equals(Files.readString(TABLE))) {
      if (System.getProperty("golden.update") != null) {
        Files.createDirectories(TABLE.getParent());
        Files.writeString(TABLE, table);
        fail("rewrote " + TABLE + "; read the difference");
      }
      assertThat(table).isEqualTo(Files.readString(TABLE));
    }
  }

  private static String table() {
    Stream<String> properties =
        Schema.properties().entrySet().stream()
            .flatMap(property ->
                rows(
                    property.getKey(),
                    Schema.plain(property.getValue()),
                    List.of(property.getKey())));
    Stream<String> together =
        TOGETHER.stream()
            .map(BadValues::read)
            .flatMap(given -> lines("together", given, (Json.Obj) given));
    return Stream.concat(Stream.concat(properties, inside()), together)
        .collect(Collectors.joining("\n", "", "\n"));
  }

  private static Stream<String> inside() {
    Json.Obj overrides = Schema.plain(Schema.properties().get("Overrides"));
    Json.Obj endpoint =
        (Json.Obj)
            Schema.object(overrides, "patternProperties").members().values().iterator().next();
    Json.Obj dnsOptions = Schema.plain(Schema.properties().get("DnsOptions"));
    Json.Obj tag = Schema.object(Schema.plain(Schema.properties().get("Tags")), "items");
    return Stream.of(
            membersOf("DnsOptions", dnsOptions, List.of("DnsOptions")),
            membersOf("Tags[0]", tag, List.of("Tags")),
            rows("Overrides.s3", ANY_OBJECT, List.of("Overrides", "s3")),
            membersOf("Overrides.ecr.api", endpoint, List.of("Overrides", "ecr.api")),
            membersOf("Overrides.s3", only(endpoint, GATEWAY_DIFFERS), List.of("Overrides", "s3")))
        .flatMap(rows -> rows);
  }

  private static Json.Obj only(Json.Obj schema, List<String> names) {
    Map<String, Json> members = new LinkedHashMap<>(Schema.object(schema, "properties").members());
    members.keySet().retainAll(names);
    return schema.with("properties", new Json.Obj(members));
  }

  private static Stream<String> membersOf(String name, Json.Obj schema, List<String> path) {
    return BadValues.members(schema)
        .flatMap(member ->
            rows(
                name + "." + member.getKey(),
                member.getValue(),
                Stream.concat(path.stream(), Stream.of(member.getKey())).toList()));
  }

  private static Stream<String> rows(String name, Json.Obj schema, List<String> path) {
    return BadValues.of(schema).stream()
        .flatMap(value -> lines(name, value, properties(path, value)));
  }

  /** The properties with one value at that path; one tag is a list of one. */
  private static Json.Obj properties(List<String> path, Json value) {
    Json at = value;
    for (String name : path.subList(1, path.size()).reversed()) {
      at = Json.Obj.of(name, at);
    }
    String property = path.getFirst();
    if (property.equals("Tags") && path.size() > 1) {
      String other = path.getLast().equals("Key") ? "Value" : "Key";
      at = Json.Arr.of(((Json.Obj) at).with(other, new Json.Str("zzzz")));
    }
    return COMPANIONS.getOrDefault(property, new Json.Obj(Map.of())).with(property, at);
  }

  private static Stream<String> lines(String name, Json value, Json.Obj given) {
    Json.Obj properties = AROUND;
    if (given.members().keySet().stream().anyMatch(p -> p.startsWith("Client"))) {
      properties = properties.without("SecurityGroupIds");
    }
    for (Map.Entry<String, Json> property : given.members().entrySet()) {
      properties = properties.with(property.getKey(), property.getValue());
    }
    return messages(properties)
        .map(message -> name + " | " + JsonText.compact(value) + " | " + message);
  }

  private static Stream<String> messages(Json.Obj properties) {
    Json resource =
        Json.Obj.of("Type", new Json.Str("PrivateEcrAccess")).with("Properties", properties);
    Json.Obj template = Json.Obj.of("Resources", Json.Obj.of("EcrAccess", resource));
    return switch (Expander.expand(template, DEPLOYMENT)) {
      case Expansion.Expanded expanded -> Stream.of("taken");
      case Expansion.Rejected(List<Problem> problems) -> problems.stream().map(Problem::toString);
    };
  }

  private static Json.Obj object(String text) {
    return (Json.Obj) BadValues.read(text);
  }
}
