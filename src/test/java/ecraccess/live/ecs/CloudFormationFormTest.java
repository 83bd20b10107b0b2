package ecraccess.live.ecs;

import static org.assertj.core.api.Assertions.assertThat;

import ecraccess.core.json.Json;
import ecraccess.core.json.JsonText;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.protocol.MarshallingType;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.services.ecs.model.Compatibility;
import software.amazon.awssdk.services.ecs.model.ContainerDefinition;
import software.amazon.awssdk.services.ecs.model.TaskDefinition;

class CloudFormationFormTest {

  @Test
  void namesBeginWithACapitalAndMapsKeepTheirKeys() throws Exception {
    assertThat(
            JsonText.compact(
                CloudFormationForm.of(
                    JsonText.read(
                        """
                        {"family": "web", "cpu": null, "containerDefinitions": [{"essential": true,
                         "memory": 512, "logConfiguration": {"options": {"region": "r"}}}],
                         "volumes": [{"efsVolumeConfiguration": {}}]}
                        """))))
        .isEqualTo(
            "{\"Family\":\"web\",\"Cpu\":null,\"ContainerDefinitions\":[{\"Essential\":true,\"Memory\":512,\"LogConfiguration\":{\"Options\":{\"region\":\"r\"}}}],\"Volumes\":[{\"EFSVolumeConfiguration\":{}}]}");
  }

  @Test
  void theMapsAreThoseOfEcs() {
    Set<String> maps = new TreeSet<>();
    collectMaps(TaskDefinition.builder().build(), maps);
    assertThat(CloudFormationForm.MAPS).containsExactlyInAnyOrderElementsOf(maps);
  }

  private static void collectMaps(SdkPojo structure, Set<String> maps) {
    for (SdkField<?> field : structure.sdkFields()) {
      if (field.marshallingType() == MarshallingType.MAP) {
        maps.add(field.locationName());
      }
      SdkField<?> part =
          field.marshallingType() == MarshallingType.LIST
              ? field.getTrait(ListTrait.class).memberFieldInfo()
              : field;
      if (part.marshallingType() == MarshallingType.SDK_POJO) {
        collectMaps(part.constructor().get(), maps);
      }
    }
  }

  @Test
  void whatTheSdkReadsIsTheJsonThatItWas() {
    TaskDefinition definition =
        TaskDefinition.builder()
            .family("web")
            .revision(3)
            .requiresCompatibilities(Compatibility.FARGATE)
            .containerDefinitions(
                ContainerDefinition.builder()
                    .image("nginx")
                    .essential(true)
                    .logConfiguration(log -> log.options(Map.of("region", "r")))
                    .build())
            .build();
    assertThat(SdkJson.of(definition).members().keySet())
        .containsExactlyInAnyOrder(
            "family", "revision", "requiresCompatibilities", "containerDefinitions");
    assertThat(SdkJson.of(definition).get("containerDefinitions"))
        .map(JsonText::compact)
        .contains(
            "[{\"image\":\"nginx\",\"essential\":true,\"logConfiguration\":{\"options\":{\"region\":\"r\"}}}]");
    assertThat(SdkJson.of(definition).get("revision")).contains(new Json.Num("3"));
  }
}
