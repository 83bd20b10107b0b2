package ecraccess.reach.template;

import static org.assertj.core.api.Assertions.assertThat;

import ecraccess.core.cfn.Branch;
import ecraccess.core.cfn.Resource;
import ecraccess.core.cfn.Template;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TemplateTasksTest {

  /** What the task definition called R calls in eu-west-1, those in doubt with a question mark. */
  private static String needs(String container) {
    Template template =
        Templates.template(
            "Resources: {R: {Type: AWS::ECS::TaskDefinition, Properties: {ContainerDefinitions: [%s]}}}"
                .formatted(container));
    Resource definition = template.resources().getFirst();
    TemplateTasks workload = new TemplateTasks(template, Branch::of, Optional.of("eu-west-1"));
    return TemplateTasks.eachServiceOnce(workload.ofTask(definition)).stream()
        .map(need -> need.service() + (need.certain() ? "" : "?") + region(need))
        .collect(Collectors.joining(" "));
  }

  private static String region(Need need) {
    return need.target().otherRegion().map(it -> " in " + it.value().orElse("?")).orElse("");
  }

  @ParameterizedTest
  @CsvSource({
    "eu-west-1, logs",
    "!Ref AWS::Region, logs",
    "us-east-1, logs in us-east-1",
    "!Ref Region, logs in ?",
    "'!Sub \"${AWS::Region}\"', logs",
  })
  void logsAreCalledInTheRegionThatTheyName(String region, String expected) {
    assertThat(
            needs(
                "{LogConfiguration: {LogDriver: awslogs, Options: {awslogs-region: %s}}}"
                    .formatted(region)))
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "arn:aws:secretsmanager:eu-west-1:111122223333:secret:a, secretsmanager",
    "arn:aws:secretsmanager:us-east-1:111122223333:secret:a, secretsmanager in us-east-1",
    "'!Sub \"arn:aws:secretsmanager:${AWS::Region}:111122223333:secret:a\"', secretsmanager",
    "arn:aws:ssm:us-east-1:111122223333:parameter/a, ssm in us-east-1",
    "'!Sub \"arn:aws:ssm:${Region}:111122223333:parameter/a\"', ssm in ?",
    "!Ref Secret, secretsmanager? ssm?",
    "/a, ssm",
  })
  void secretsAreCalledInTheRegionOfTheirArn(String valueFrom, String expected) {
    assertThat(needs("{Secrets: [{ValueFrom: %s}]}".formatted(valueFrom))).isEqualTo(expected);
  }

  @Test
  void certainNeedGoesBeforeAPossibleOneOfTheSameService() {
    assertThat(
            needs(
                "{LogConfiguration: {LogDriver: !Ref Given}}, {LogConfiguration: {LogDriver:"
                    + " awslogs}}"))
        .isEqualTo("logs");
  }

  @Test
  void imagesAreThoseOfTheContainers() {
    Template template =
        Templates.template(
            "Resources: {R: {Type: AWS::ECS::TaskDefinition, Properties: {ContainerDefinitions:"
                + " [{Image: a}, {}, {Image: !If [A, b, c]}]}}}");
    TemplateTasks workload = new TemplateTasks(template, Branch::of, Optional.empty());

    assertThat(workload.images(template.resources().getFirst()))
        .extracting(place -> place.path().toString())
        .containsExactly(
            "Resources.R.Properties.ContainerDefinitions[0].Image",
            "Resources.R.Properties.ContainerDefinitions[2].Image.Fn::If[1]",
            "Resources.R.Properties.ContainerDefinitions[2].Image.Fn::If[2]");
  }
}
