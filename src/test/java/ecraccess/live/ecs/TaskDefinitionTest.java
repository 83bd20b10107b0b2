package ecraccess.live.ecs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import ecraccess.core.json.Json;
import ecraccess.core.json.JsonText;
import ecraccess.core.json.MalformedJson;
import ecraccess.core.logic.Known;
import ecraccess.reach.model.Image;
import ecraccess.reach.model.Workload;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TaskDefinitionTest {
  private static final String IMAGE = "123456789012.dkr.ecr.eu-west-1.amazonaws.com/web:1";

  private static final String WEB =
      """
      {"family": "web", "revision": 3, "status": "ACTIVE",
       "containerDefinitions": [
         {"name": "app", "image": "%s",
          "dockerLabels": {"logConfiguration": "a label"},
          "logConfiguration": {"logDriver": "awslogs", "options": {"awslogs-region": "eu-west-1"}},
          "secrets": [
            {"name": "DB", "valueFrom": "arn:aws:secretsmanager:eu-west-1:123456789012:secret:db"},
            {"name": "KEY", "valueFrom": "/web/key"}]},
         {"name": "proxy", "image": "nginx:1.27",
          "logConfiguration": {"logDriver": "awsfirelens", "options": {"Name": "firehose"}}}],
       "volumes": [{"name": "data", "efsVolumeConfiguration": {"fileSystemId": "fs-1"}}]}
      """
          .formatted(IMAGE);

  private static Json json(String text) {
    try {
      return JsonText.read(text);
    } catch (MalformedJson e) {
      throw new IllegalArgumentException(text, e);
    }
  }

  private static TaskDefinition read(String text) {
    assertThat(TaskDefinition.read(json(text), "task.json", "eu-west-1"))
        .isInstanceOf(TaskReading.Done.class);
    return ((TaskReading.Done) TaskDefinition.read(json(text), "task.json", "eu-west-1"))
        .definition();
  }

  private static List<String> services(TaskDefinition definition) {
    return definition.demands().stream().map(demand -> demand.service().name()).toList();
  }

  @Test
  void imagesAreNamedByTheirContainers() {
    assertThat(read(WEB).images())
        .extracting(image -> image.path().toString(), Image::text, Image::registry)
        .containsExactly(
            tuple(
                "web:3.ContainerDefinitions.app.Image",
                IMAGE,
                new Image.Registry.PrivateEcr(Known.is("eu-west-1"), Known.is("123456789012/web"))),
            tuple(
                "web:3.ContainerDefinitions.proxy.Image",
                "nginx:1.27",
                new Image.Registry.Internet("docker.io")));
  }

  @Test
  void whatIsCalledIsToldWithItsPlace() {
    assertThat(read(WEB).demands())
        .extracting(
            demand -> demand.service().name(), Workload.Demand::reason, Workload.Demand::certain)
        .containsExactly(
            tuple(
                "logs",
                "web:3.ContainerDefinitions.app.LogConfiguration uses the awslogs driver",
                true),
            tuple(
                "secretsmanager",
                "web:3.ContainerDefinitions.app.Secrets[0].ValueFrom reads a secret of Secrets"
                    + " Manager",
                true),
            tuple(
                "ssm",
                "web:3.ContainerDefinitions.app.Secrets[1].ValueFrom reads a parameter of Systems"
                    + " Manager",
                true),
            tuple(
                "elasticfilesystem",
                "web:3.Volumes[0].EFSVolumeConfiguration mounts an EFS file system",
                true),
            tuple(
                "kinesis-firehose",
                "web:3.ContainerDefinitions.proxy.LogConfiguration.Options.Name makes FireLens"
                    + " write to Firehose",
                true));
    assertThat(read(WEB).demands())
        .allSatisfy(demand -> assertThat(demand.reason()).startsWith(demand.path() + " "));
  }

  @Test
  void whatIsAroundItChangesNothing() {
    assertThat(read("{\"taskDefinition\": " + WEB + ", \"tags\": []}")).isEqualTo(read(WEB));
  }

  @Test
  void oneThatIsNotRegisteredYetHasNoRevision() {
    String text = "{\"family\": \"web\", \"containerDefinitions\": [{\"image\": \"nginx\"}]}";
    assertThat(read(text).name()).isEqualTo("web");
    assertThat(read(text).images())
        .extracting(image -> image.path().toString())
        .containsExactly("web.ContainerDefinitions[0].Image");
    assertThat(read("{\"containerDefinitions\": [{\"image\": \"nginx\"}]}").name())
        .isEqualTo("task.json");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[]                   | []                    | ''",
        "['FARGATE']          | ['EC2', 'FARGATE']    | ''",
        "['EC2', 'FARGATE']   | ['EC2', 'FARGATE']    | ''",
        "[]                   | ['EC2', 'FARGATE']    | ''",
        "['EC2']              | ['EC2', 'FARGATE']    | ecs-agent, ecs-telemetry, ecs",
        "[]                   | ['EXTERNAL', 'EC2']   | ecs-agent, ecs-telemetry, ecs"
      })
  void tasksThatNeedInstancesNeedWhatTheseCall(String required, String fit, String services) {
    String text =
        "{'family': 'web', 'requiresCompatibilities': %s, 'compatibilities': %s, 'containerDefinitions': [{'image': 'nginx'}]}"
            .formatted(required, fit)
            .replace('\'', '"');
    assertThat(String.join(", ", services(read(text)))).isEqualTo(services);
    assertThat(read(text).demands())
        .allSatisfy(
            demand -> assertThat(demand.reason()).isEqualTo("web runs tasks on EC2 instances"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "[]",
        "\"web\"",
        "{\"containerDefinitions\": []}",
        "{\"containerDefinitions\": {}}",
        "{\"taskDefinition\": {}}",
        "{\"Resources\": {}}"
      })
  void whatHasNoContainersIsNoTaskDefinition(String text) {
    assertThat(TaskDefinition.read(json(text), "task.json", "eu-west-1"))
        .isEqualTo(
            new TaskReading.Failed(
                "expected a task definition with containerDefinitions, found none; give what \"aws"
                    + " ecs describe-task-definition\" prints, or \"register-task-definition"
                    + " --cli-input-json\" takes"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "[]", "{\"image\": \"\"}", "{\"image\": 1}", "null"})
  void everyContainerNeedsAnImage(String container) {
    String text = "{\"containerDefinitions\": [{\"image\": \"nginx\"}, %s]}".formatted(container);
    assertThat(TaskDefinition.read(json(text), "task.json", "eu-west-1"))
        .isInstanceOfSatisfying(
            TaskReading.Failed.class,
            failed ->
                assertThat(failed.reason())
                    .startsWith(
                        "containerDefinitions[1].image: expected the name of an image, found none;"
                            + " give"));
  }

  /** Whatever stands where: users edit such files by hand. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"logConfiguration\": []",
        "\"logConfiguration\": {\"logDriver\": {\"Ref\": \"X\"}, \"options\": 1}",
        "\"secrets\": {\"valueFrom\": 1}",
        "\"secrets\": [{\"valueFrom\": {\"Fn::If\": [\"C\", \"a\", \"b\"]}}]",
        "\"repositoryCredentials\": null",
        "\"dockerLabels\": {\"Ref\": \"X\"}",
        "\"\": \"\""
      })
  void malformedMembersArePassedOver(String member) {
    assertThat(read("{\"containerDefinitions\": [{\"image\": \"nginx\", %s}]}".formatted(member)))
        .satisfies(read -> assertThat(read.images()).hasSize(1));
  }

  @Test
  void nothingIsKnownOfOneThatWasNotRead() {
    TaskDefinition unread = TaskDefinition.unread("web:3", "no permission x");
    assertThat(unread.demands()).isEmpty();
    assertThat(unread.images())
        .extracting(Image::registry)
        .containsExactly(new Image.Registry.Unknown("the images of web:3 (no permission x)"));
  }
}
