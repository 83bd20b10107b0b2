package ecraccess.macro.shorthand;

import static org.assertj.core.api.Assertions.assertThat;

import ecraccess.Schema;
import ecraccess.core.cfn.Expressions;
import ecraccess.core.cfn.Problems;
import ecraccess.core.cfn.Resource;
import ecraccess.core.cfn.Template;
import ecraccess.core.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The schema and the validator's table say the same; neither has anything that the other lacks. */
class SchemaTest {

  @Test
  void bothNameTheSamePropertiesInTheSameOrder() {
    assertThat(Schema.properties().keySet()).containsExactlyElementsOf(Property.keys());
    assertThat(Schema.text(Schema.ALL, "typeName")).isEqualTo(Shorthand.TYPE);
    assertThat(Schema.ALL.get("additionalProperties")).contains(new Json.Bool(false));
  }

  @ParameterizedTest
  @EnumSource(Property.class)
  void bothTakeTheSameValues(Property property) {
    Json.Obj schema = Schema.properties().get(property.key());
    Json.Obj expected =
        property == Property.OVERRIDES
            ? ShapeSchema.ofOverrides()
            : ShapeSchema.of(property.shape());
    assertThat(Schema.plain(schema)).isEqualTo(expected);
  }

  @Test
  void bothNameEndpointPropertiesTagsAndDnsOptionsInTheSameOrder() {
    assertThat(names("EndpointOverrides"))
        .containsExactlyElementsOf(ShapeSchema.overridable().keySet());
    assertThat(names("DnsOptions"))
        .containsExactlyElementsOf(members(Property.DNS_OPTIONS.shape()));
    assertThat(names("Tag"))
        .containsExactlyElementsOf(members(((ValueShape.ListOf) Property.TAGS.shape()).item()));
  }

  /** Everything else that may be missing depends on which endpoints are created. */
  @Test
  void requiredIsWhatIsMissedEvenWithoutAnInterfaceEndpoint() {
    Json existing = Json.Arr.of(new Json.Str("ecr.api"), new Json.Str("ecr.dkr"));
    Json.Obj body = Json.Obj.of("Properties", Json.Obj.of("ExistingServices", existing));
    Template template =
        new Template(
            Json.Obj.of(
                "Resources", Json.Obj.of("E", body.with("Type", new Json.Str(Shorthand.TYPE)))));
    Problems problems = new Problems();
    ShorthandReader reader = new ShorthandReader(new Expressions(template), problems);
    for (Resource resource : template.resources()) {
      assertThat(reader.read(resource, reader.select(resource, List::of))).isEmpty();
    }
    assertThat(problems.inOrderOf(template.root()).stream().map(p -> p.path().toString()))
        .containsExactlyElementsOf(
            Schema.texts(Schema.ALL, "required").stream()
                .map(name -> "Resources.E.Properties." + name)
                .toList());
  }

  @Test
  void everyPropertyIsDescribed() {
    Schema.properties()
        .forEach((name, schema) -> assertThat(schema.has("description")).as(name).isTrue());
  }

  /** The schema cannot say where no function may stand; README does. */
  @Test
  void theReadmeNamesThePropertiesThatTakeNoFunction() throws IOException {
    String readme = Files.readString(Path.of("README.md"));
    String sentences = readme.replaceFirst("(?s).*\n### Properties\n(.*?)\n\\|.*", "$1");
    assertThat(Pattern.compile("`(\\w+)`").matcher(sentences).results().map(m -> m.group(1)))
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(Property.values())
                .filter(p ->
                    p.shape() instanceof ValueShape.Literal
                        || p.shape() instanceof ValueShape.Written)
                .map(Property::key)
                .toList());
  }

  private static Iterable<String> names(String definition) {
    Json.Obj definitions = Schema.object(Schema.ALL, "definitions");
    return Schema.object(Schema.object(definitions, definition), "properties").members().keySet();
  }

  private static Iterable<String> members(ValueShape shape) {
    Map<String, ValueShape> members = ((ValueShape.Members) shape).members();
    return members.keySet();
  }
}
