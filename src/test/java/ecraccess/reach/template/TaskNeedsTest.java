package ecraccess.reach.template;

import static ecraccess.reach.template.Templates.needs;
import static ecraccess.reach.template.Templates.services;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TaskNeedsTest {
  private static final String RESOURCES =
      """
      Parameters:
        Given: {Type: String}
        ParameterName: {Type: "AWS::SSM::Parameter::Name"}
        Looked: {Type: "AWS::SSM::Parameter::Value<String>"}
      Resources:
        Secret: {Type: AWS::SecretsManager::Secret}
        Attached: {Type: AWS::SecretsManager::SecretTargetAttachment, Properties: {SecretId: !Ref Secret}}
        Parameter: {Type: AWS::SSM::Parameter}
        Database: {Type: AWS::RDS::DBInstance}
        Queue: {Type: AWS::SQS::Queue}
        Task:
          Type: AWS::ECS::TaskDefinition
          Properties:
            ContainerDefinitions:
              - Secrets: [{Name: A, ValueFrom: VALUE}]
      """;

  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      quoteCharacter = '`',
      value = {
        "arn:aws:secretsmanager:eu-west-1:111122223333:secret:db => secretsmanager",
        "!Sub 'arn:${AWS::Partition}:secretsmanager:${AWS::Region}:${AWS::AccountId}:secret:db' =>"
            + " secretsmanager",
        "!Join [':', [arn, !Ref AWS::Partition, secretsmanager, !Ref AWS::Region, x]] =>"
            + " secretsmanager",
        "!Join ['', [!Ref Secret, ':password::']] => secretsmanager",
        "!Ref Secret => secretsmanager",
        "!GetAtt Secret.Id => secretsmanager",
        "{'Fn::GetAtt': [Secret, Id]} => secretsmanager",
        "!Sub '${Secret}:password::' => secretsmanager",
        "!Sub ['${S}:password::', {S: !Ref Secret}] => secretsmanager",
        "!Ref Attached => secretsmanager",
        "!Sub '${Database.MasterUserSecret.SecretArn}:password::' => secretsmanager",
        "arn:aws:ssm:eu-west-1:111122223333:parameter/db => ssm",
        "!Sub 'arn:${AWS::Partition}:ssm:${AWS::Region}:${AWS::AccountId}:parameter/db' => ssm",
        "/db/password => ssm",
        "password => ssm",
        "!Sub '/${Given}/password' => ssm",
        "!Ref Parameter => ssm",
        "!Ref ParameterName => ssm",
        "!Ref Given => secretsmanager ssm",
        "!Ref Looked => secretsmanager ssm",
        "!Sub '${Given}/password' => secretsmanager ssm",
        "!Sub 'arn:aws:${Given}:eu-west-1' => secretsmanager ssm",
        "!ImportValue db-secret => secretsmanager ssm",
        "!GetAtt Queue.Arn => secretsmanager ssm",
        "'{{resolve:ssm:/db/arn}}' => secretsmanager ssm",
      })
  void secretIsKeptWhereItsExpressionSays(String valueFrom, String expected) {
    assertThat(services(RESOURCES.replace("VALUE", valueFrom))).isEqualTo(expected);
  }

  @Test
  void arnOfAnotherServiceIsNoSecret() {
    assertThat(services(RESOURCES.replace("VALUE", "arn:aws:sqs:eu-west-1:1:q"))).isEmpty();
  }

  @Test
  void doubtIsPartOfTheReason() {
    assertThat(needs(RESOURCES.replace("VALUE", "!Ref Given")))
        .extracting(Need::reason)
        .containsOnly(
            "Resources.Task.Properties.ContainerDefinitions[0].Secrets[0].ValueFrom may name a"
                + " secret of Secrets Manager or a parameter of Systems Manager, the template does"
                + " not tell");
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      quoteCharacter = '`',
      value = {
        "LogDriver: awslogs => logs",
        "LogDriver: !Ref Driver => logs",
        "LogDriver: splunk => ``",
        "LogDriver: splunk, SecretOptions: [{Name: splunk-token, ValueFrom: /token}] => ssm",
        "LogDriver: awsfirelens => ``",
        "LogDriver: awsfirelens, Options: {Name: cloudwatch} => logs",
        "LogDriver: awsfirelens, Options: {Name: cloudwatch_logs} => logs",
        "LogDriver: awsfirelens, Options: {'@type': cloudwatch_logs} => logs",
        "LogDriver: awsfirelens, Options: {Name: kinesis_firehose} => kinesis-firehose",
        "LogDriver: awsfirelens, Options: {Name: firehose} => kinesis-firehose",
        "LogDriver: awsfirelens, Options: {Name: kinesis_streams} => kinesis-streams",
        "LogDriver: awsfirelens, Options: {Name: s3} => ``",
        "LogDriver: awsfirelens, Options: {Name: !Ref Output} => ``",
        "LogDriver: json-file, Options: {Name: cloudwatch} => ``",
      })
  void logsGoWhereTheDriverSends(String configuration, String expected) {
    String container = "{LogConfiguration: {%s}}".formatted(configuration);

    assertThat(services("AWS::ECS::TaskDefinition", "{ContainerDefinitions: [" + container + "]}"))
        .isEqualTo(expected);
  }

  @Test
  void passwordOfARegistryIsASecret() {
    assertThat(
            services(
                "AWS::ECS::TaskDefinition",
                "{ContainerDefinitions: [{RepositoryCredentials: {CredentialsParameter: !Ref"
                    + " Given}}]}"))
        .isEqualTo("secretsmanager");
  }

  @Test
  void environmentFilesComeFromS3WhichIsThereAnyway() {
    assertThat(
            services(
                "AWS::ECS::TaskDefinition",
                "{ContainerDefinitions: [{EnvironmentFiles: [{Type: s3, Value:"
                    + " 'arn:aws:s3:::b/f'}]}]}"))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "!Ref Key, secretsmanager kms",
    "!Ref GivenKey, secretsmanager kms",
    "alias/aws/secretsmanager, secretsmanager"
  })
  void keyOfASecretIsNeededUnlessItIsAwsOwn(String key, String expected) {
    String template = RESOURCES.replace("VALUE", "!Ref Attached");

    assertThat(
            services(
                template.replace(
                    "Secret: {Type: AWS::SecretsManager::Secret}",
                    "Secret: {Type: AWS::SecretsManager::Secret, Properties: {KmsKeyId: %s}}"
                        .formatted(key))))
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      quoteCharacter = '`',
      value = {
        "{ContainerProperties: {Image: x}} => logs",
        "{ContainerProperties: {LogConfiguration: {LogDriver: awslogs}}} => logs",
        "{ContainerProperties: {LogConfiguration: {LogDriver: splunk}}} => ``",
        "{ContainerProperties: {LogConfiguration: !If [A, {LogDriver: splunk}, !Ref AWS::NoValue]}}"
            + " => logs",
        "{ContainerProperties: {Secrets: [{Name: A, ValueFrom: /a}]}} => logs ssm",
        "{ContainerProperties: {EnableExecuteCommand: true}} => logs ssmmessages",
        "{ContainerProperties: {Volumes: [{EfsVolumeConfiguration: {FileSystemId: f}}]}} => logs"
            + " elasticfilesystem",
        "{NodeProperties: {NodeRangeProperties: [{Container: {Image: x}}]}} => logs",
        "{EcsProperties: {TaskProperties: [{EnableExecuteCommand: true, Containers: [{Image:"
            + " x}]}]}} => logs ssmmessages",
        "{EksProperties: {PodProperties: {Containers: [{Image: x}]}}} => ``",
      })
  void jobsLogToCloudWatchUnlessToldOtherwise(String properties, String expected) {
    assertThat(services("AWS::Batch::JobDefinition", properties)).isEqualTo(expected);
  }
}
