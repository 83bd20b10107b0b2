package ecraccess.reach.template;

import static org.assertj.core.api.Assertions.assertThat;

import ecraccess.core.cfn.Branch;
import ecraccess.core.json.Json;
import ecraccess.core.logic.Known;
import ecraccess.reach.model.Image;
import ecraccess.reach.model.Image.Registry;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImageReaderTest {
  private static final String TEMPLATE =
      """
      Parameters: {Tag: {Type: String}, Host: {Type: String}}
      Resources:
        Repo: {Type: AWS::ECR::Repository}
        Bucket: {Type: AWS::S3::Bucket}
        R:
          Type: AWS::ECS::TaskDefinition
          Properties: {Image: %s}
      """;

  private static Image image(String yaml) {
    Scenario scenario = Given.of(TEMPLATE.formatted(yaml));
    return new ImageReader(scenario).read(Given.place(scenario, "Image"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      value = {
        "111122223333.dkr.ecr.eu-west-1.amazonaws.com/app => ECR in eu-west-1",
        "111122223333.dkr.ecr.eu-west-1.amazonaws.com/team/app:1.0 => ECR in eu-west-1",
        "111122223333.dkr.ecr.eu-west-1.amazonaws.com/app@sha256:0123 => ECR in eu-west-1",
        "111122223333.DKR.ECR.EU-WEST-1.AMAZONAWS.COM/app => ECR in eu-west-1",
        "602401143452.dkr.ecr.us-west-2.amazonaws.com/eks/pause:3.5 => ECR in us-west-2",
        "111122223333.dkr.ecr.us-gov-west-1.amazonaws.com/app => ECR in us-gov-west-1",
        "111122223333.dkr.ecr.cn-north-1.amazonaws.com.cn/app => ECR in cn-north-1",
        "111122223333.dkr.ecr.eusc-de-east-1.amazonaws.eu/app => ECR in eusc-de-east-1",
        "111122223333.dkr.ecr.us-iso-east-1.c2s.ic.gov/app => ECR in us-iso-east-1",
        "111122223333.dkr.ecr-fips.us-east-1.amazonaws.com/app => ECR's FIPS host",
        "111122223333.dkr-ecr.eu-west-1.on.aws/app => ECR's dual-stack host",
        "111122223333.dkr-ecr-fips.us-east-1.on.aws/app => ECR's FIPS host",
        "nginx => docker.io",
        "nginx:1.27 => docker.io",
        "nginx@sha256:0123 => docker.io",
        "library/nginx:1 => docker.io",
        "amazon/amazon-ecs-sample => docker.io",
        "docker.io/library/nginx => docker.io",
        "Docker.IO/library/nginx => docker.io",
        "index.docker.io/library/nginx => index.docker.io",
        "public.ecr.aws/nginx/nginx:latest => public.ecr.aws",
        "quay.io/prometheus/node-exporter => quay.io",
        "ghcr.io/owner/app:1 => ghcr.io",
        "registry.k8s.io/pause:3.9 => registry.k8s.io",
      })
  void hostOfALiteralTellsTheRegistry(String text, String registry) {
    assertThat(Given.image(image("'" + text + "'"))).isEqualTo(text + " from " + registry);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "localhost:5000/x",
        "localhost/x",
        "registry:5000/team/x",
        "10.0.0.5:5000/x",
        "registry.example.com/x:1",
        "Registry/x",
        "111122223333.dkr.ecr.cn-north-1.amazonaws.com/x",
        "111122223333.dkr.ecr.eu-west-1/x",
        "111122223333.dkr.ecr.eu-west-1.amazonaws.com:5000/x"
      })
  void registryThatMayStandInTheSameVpcIsNotTakenForTheInternet(String text) {
    assertThat(Given.image(image("'" + text + "'")))
        .isEqualTo("%s from ?where the registry of %s is", text, text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      quoteCharacter = '`',
      value = {
        "!GetAtt Repo.RepositoryUri => !GetAtt Repo.RepositoryUri",
        "{'Fn::GetAtt': [Repo, RepositoryUri]} => !GetAtt Repo.RepositoryUri",
        "!Sub '${Repo.RepositoryUri}:${Tag}' => ${Repo.RepositoryUri}:${Tag}",
        "!Sub '${Repo.RepositoryUri}@sha256:0123' => ${Repo.RepositoryUri}@sha256:0123",
        "!Join [':', [!GetAtt Repo.RepositoryUri, latest]] => ${Repo.RepositoryUri}:latest",
        "!Sub '${AWS::AccountId}.dkr.ecr.${AWS::Region}.${AWS::URLSuffix}/app:${Tag}' =>"
            + " ${AWS::AccountId}.dkr.ecr.${AWS::Region}.${AWS::URLSuffix}/app:${Tag}",
        "!Sub '${AWS::AccountId}.dkr.ecr.${AWS::Region}.amazonaws.com/${Repo}' =>"
            + " ${AWS::AccountId}.dkr.ecr.${AWS::Region}.amazonaws.com/${Repo}",
        "!Join ['', ['111122223333.dkr.ecr.', !Ref AWS::Region, '.amazonaws.com/app']] =>"
            + " 111122223333.dkr.ecr.${AWS::Region}.amazonaws.com/app",
        "!Join ['', [!Select [4, !Split [':', !GetAtt Repo.Arn]], .dkr.ecr., !Select [3, !Split"
            + " [':', !GetAtt Repo.Arn]], ., !Ref AWS::URLSuffix, /, !Ref Repo]] =>"
            + " ….dkr.ecr.….${AWS::URLSuffix}/${Repo}",
      })
  void repositoryOfTheTemplateOrOfItsRegionIsHere(String yaml, String shown) {
    Image image = image(yaml);

    assertThat(image.text()).isEqualTo(shown);
    assertThat(((Registry.PrivateEcr) image.registry()).region()).isEqualTo(ownRegion());
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      quoteCharacter = '`',
      value = {
        "'111122223333.dkr.ecr.eu-west-1.amazonaws.com/team/web:1' => Is[it=111122223333/team/web]",
        "'111122223333.dkr.ecr.eu-west-1.amazonaws.com/web@sha256:0a' => Is[it=111122223333/web]",
        "!Sub '111122223333.dkr.ecr.eu-west-1.amazonaws.com/${Host}' => Unknown[open=the repository"
            + " of 111122223333.dkr.ecr.eu-west-1.amazonaws.com/${Host}]",
        "!GetAtt Repo.RepositoryUri => Unknown[open=the name of repository !GetAtt"
            + " Repo.RepositoryUri]",
      })
  void aRepositoryIsKnownByAccountAndName(String yaml, String repository) {
    assertThat(((Registry.PrivateEcr) image(yaml).registry()).repository()).hasToString(repository);
  }

  private static Known<String> ownRegion() {
    Scenario scenario = Given.of(TEMPLATE.formatted("x"));
    Branch place = Given.place(scenario, "Image");
    return scenario.text(
        new Branch(
            place.path(), Json.Obj.of("Ref", new Json.Str("AWS::Region")), place.conditions()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      quoteCharacter = '`',
      value = {
        "!Sub '111122223333.dkr.ecr.${Host}.amazonaws.com/x' => ECR in ",
        "!Sub '111122223333.dkr.ecr.${Host}/x' => ECR in ",
        "!Sub '111122223333.dkr.ecr.eu-${Host}-1.amazonaws.com/x' => ECR in ",
        "!Sub '${Tag}.dkr.ecr.${Host}.amazonaws.com/x' => ECR in ",
        "!Ref Host => ?",
        "!Sub '${Host}:1' => ?",
        "!Sub '${Host}/nginx' => ?",
        "!Sub 'registry.${Host}/nginx' => ?",
        "!Sub 'nginx${Host}' => ?",
      })
  void whatTheDeploymentFillsInIsOpen(String yaml, String registry) {
    Image image = image(yaml);

    assertThat(Given.image(image)).contains(" from " + registry);
    assertThat(
            image.registry() instanceof Registry.PrivateEcr(var region, var repository)
                ? region.missing()
                : Optional.of(((Registry.Unknown) image.registry()).missing()))
        .hasValueSatisfying(
            missing -> assertThat(missing).startsWith("the value of ").endsWith(" Host"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      quoteCharacter = '`',
      value = {
        "!Sub 'nginx:${Tag}' => docker.io",
        "!Sub 'nginx@${Tag}' => docker.io",
        "!Sub 'library/${Host}' => docker.io",
        "!Sub 'public.ecr.aws/${Host}:${Tag}' => public.ecr.aws",
        "!Sub '${Tag}.dkr.ecr.eu-west-1.amazonaws.com/${Host}' => ECR in eu-west-1",
        "!Sub '${Tag}.dkr.ecr.eu-west-1.${Host}/x' => ECR in eu-west-1",
        "!Sub '${Tag}.dkr.ecr-fips.${Host}.amazonaws.com/x' => ECR's FIPS host",
      })
  void whatIsOpenBehindTheHostDoesNotMatter(String yaml, String registry) {
    assertThat(Given.image(image(yaml))).endsWith(" from " + registry);
  }

  @ParameterizedTest
  @ValueSource(strings = {"!GetAtt Bucket.RepositoryUri", "!ImportValue image", "[nginx]", "{}"})
  void whatIsNoImageIsOpen(String yaml) {
    assertThat(image(yaml).registry()).isInstanceOf(Registry.Unknown.class);
  }

  @Test
  void emptyNameIsOpen() {
    assertThat(image("''").registry()).isEqualTo(new Registry.Unknown("the image "));
  }

  @Test
  void dynamicReferenceMayHoldAHost() {
    assertThat(image("'{{resolve:ssm:/app/image}}'").registry())
        .isInstanceOf(Registry.Unknown.class);
    assertThat(Given.image(image("'nginx:{{resolve:ssm:/app/tag}}'"))).endsWith(" from docker.io");
  }

  @Test
  void placeIsThatOfTheName() {
    assertThat(image("nginx").path()).hasToString("Resources.R.Properties.Image");
  }

  /** What templates write where the user is to put a name. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "REPOSITORY_URI:TAG",
        "<your image>",
        "https://111122223333.dkr.ecr.eu-west-1.amazonaws.com/x",
        "/x",
        "Image/Name",
        "app:",
        "app:tag with blanks",
      })
  void whatIsNoReferenceStandsForAnImageThatIsNotNamedYet(String text) {
    assertThat(Given.image(image("'" + text + "'"))).startsWith(text + " from ?");
  }
}
