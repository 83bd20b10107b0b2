package ecraccess.macro.expand.reference;

import static org.assertj.core.api.Assertions.assertThat;

import ecraccess.Schema;
import ecraccess.core.aws.Service;
import ecraccess.core.cfn.Resource;
import ecraccess.core.json.Json;
import ecraccess.core.json.JsonPath;
import ecraccess.macro.shorthand.EndpointSpec;
import ecraccess.macro.shorthand.Selection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What linters take for the shorthand's attributes is what references to it may name. */
class PartsSchemaTest {
  private static final Json.Obj NONE = new Json.Obj(Map.of());
  private static final String FURTHER = "[A-Z][A-Za-z0-9]*Endpoint";

  @Test
  void theSchemaNamesEveryAttributeOfEveryPart() {
    Parts parts = parts(List.of(Service.ECR_DKR, Service.ECR_API, Service.S3));
    List<String> pointers = new ArrayList<>();
    parts.byName().values().forEach(part -> pointers.addAll(pointers(part.name(), part)));
    parts.maybe().values().forEach(part -> pointers.addAll(pointers(part.name(), part)));
    pointers.addAll(pointers(FURTHER, parts.part("S3Endpoint").orElseThrow()));
    assertThat(Schema.readOnly()).containsExactlyElementsOf(pointers);
  }

  @Test
  void everyAttributeLeadsToItsType() {
    Json.Obj properties = Schema.object(Schema.ALL, "properties");
    for (String pointer : Schema.readOnly()) {
      String[] steps = pointer.split("/", -1);
      Json.Obj part = Schema.plain(Schema.object(properties, steps[2]));
      Json.Obj attributes = Schema.object(part, "properties");
      assertThat(Schema.object(attributes, steps[3]).has("type")).as(pointer).isTrue();
    }
  }

  @Test
  void noPartHasAnAttributeThatIsNotNamed() {
    Json.Obj properties = Schema.object(Schema.ALL, "properties");
    for (String name : Schema.parts()) {
      Json.Obj part = Schema.plain(Schema.object(properties, name));
      for (String attribute : Schema.object(part, "properties").members().keySet()) {
        assertThat(Schema.readOnly()).contains("/properties/" + name + "/" + attribute);
      }
    }
  }

  @Test
  void furtherServicesHaveNamesOfThePattern() {
    List<Service> known = Service.known().stream().map(Service::new).toList();
    assertThat(parts(known).byName().keySet())
        .hasSize(known.size())
        .allMatch(n -> n.matches(FURTHER));
  }

  private static List<String> pointers(String name, Part part) {
    return part.attributes().stream().map(a -> "/properties/" + name + "/" + a).toList();
  }

  private static Parts parts(List<Service> services) {
    Resource shorthand = new Resource(JsonPath.of("Resources", "E"), "E", NONE, false);
    List<EndpointSpec> endpoints =
        services.stream()
            .map(s -> new EndpointSpec(s, "E" + s.partName(), NONE, Optional.empty()))
            .toList();
    return Parts.of(shorthand, new Selection(endpoints, List.of(), true), Optional.empty());
  }
}
