package ecraccess.core.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every service of the table of endpoint service names, in every partition. */
class PartitionTest {

  /** The services that carry the prefix somewhere, and those that tasks need besides. */
  private static final List<String> SERVICES =
      List.of(
          "ecr.api",
          "ecr.dkr",
          "s3",
          "dynamodb",
          "sts",
          "logs",
          "secretsmanager",
          "ssm",
          "ssmmessages",
          "kms",
          "ecs",
          "ecs-agent",
          "ecs-telemetry",
          "ec2",
          "eks",
          "lambda",
          "monitoring",
          "elasticfilesystem",
          "elasticfilesystem-fips",
          "autoscaling",
          "cloudformation",
          "execute-api",
          "sqs",
          "sns",
          "states",
          "securityhub",
          "ebs");

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          eu-west-1       | com.amazonaws    | ecr.api ecr.dkr
          us-east-1       | com.amazonaws    | ecr.api ecr.dkr
          cnx-north-1     | com.amazonaws    | ecr.api ecr.dkr
          eu-south-9      | com.amazonaws    | ecr.api ecr.dkr
          us-gov-west-1   | com.amazonaws    | ecr.api ecr.dkr
          us-gov-north-9  | com.amazonaws    | ecr.api ecr.dkr
          cn-north-1      | cn.com.amazonaws | ecr.api ecr.dkr sts ec2 eks lambda monitoring \
          elasticfilesystem autoscaling cloudformation execute-api sqs states
          cn-northwest-1  | cn.com.amazonaws | ecr.api ecr.dkr sts ec2 eks lambda monitoring \
          elasticfilesystem autoscaling cloudformation execute-api sqs states
          cn-southwest-9  | cn.com.amazonaws | ecr.api ecr.dkr sts ec2 eks lambda monitoring \
          elasticfilesystem autoscaling cloudformation execute-api sqs states
          eusc-de-east-1  | eu.amazonaws     | ecr.api ecr.dkr execute-api securityhub
          eusc-fr-north-9 | eu.amazonaws     | ecr.api ecr.dkr execute-api securityhub
          us-iso-east-1   | gov.ic.c2s       | ecr.api ecr.dkr ec2 ebs elasticfilesystem sqs sns
          us-iso-west-1   | gov.ic.c2s       | ecr.api ecr.dkr ec2 ebs elasticfilesystem sqs sns monitoring
          us-iso-south-9  | gov.ic.c2s       | ecr.api ecr.dkr ec2 ebs elasticfilesystem sqs sns
          us-isob-east-1  | gov.sgov.sc2s    | ecr.api ecr.dkr ec2 elasticfilesystem
          us-isob-west-1  | gov.sgov.sc2s    | ecr.api ecr.dkr elasticfilesystem-fips execute-api
          us-isob-south-9 | gov.sgov.sc2s    | ecr.api ecr.dkr
          eu-isoe-west-1  | uk.adc-e.cloud   | ecr.api ecr.dkr ebs
          eu-isoe-south-9 | uk.adc-e.cloud   | ecr.api ecr.dkr ebs
          us-isof-south-1 | gov.ic.hci.csp   | ecr.api ecr.dkr ebs
          us-isof-east-1  | gov.ic.hci.csp   | ecr.api ecr.dkr ebs
          us-isof-west-9  | gov.ic.hci.csp   | ecr.api ecr.dkr ebs
          """)
  void namesServices(String region, String prefix, String prefixed) {
    Set<String> special = Set.copyOf(Arrays.asList(prefixed.split(" ")));
    assertThat(SERVICES).containsAll(special);
    for (String service : SERVICES) {
      assertThat(Partition.of(region).serviceName(new Service(service)))
          .isEqualTo(
              (special.contains(service) ? prefix : "com.amazonaws")
                  + ".${AWS::Region}."
                  + service);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "eu-west-1,aws,amazonaws.com",
    "us-gov-west-1,aws-us-gov,amazonaws.com",
    "cn-north-1,aws-cn,amazonaws.com.cn",
    "eusc-de-east-1,aws-eusc,amazonaws.eu",
    "us-isob-east-1,aws-iso-b,sc2s.sgov.gov",
  })
  void hasANameAndASuffixForHosts(String region, String name, String suffix) {
    assertThat(Partition.of(region).name()).isEqualTo(name);
    assertThat(Partition.of(region).urlSuffix()).isEqualTo(suffix);
  }
}
