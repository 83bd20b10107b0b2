package ecraccess.live.ecs;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.ecs.EcsClient;
import software.amazon.awssdk.services.ecs.EcsClientBuilder;
import software.amazon.awssdk.services.ecs.model.ClientException;

/**
 * Asks Amazon ECS, with whatever credentials the caller has. The client is made for each question.
 *
 * @param endpoint of a local cloud
 * @param patience how long an answer is waited for
 */
public record Ecs(String region, Optional<URI> endpoint, Duration patience)
    implements TaskDefinitions {
  private static final Set<String> DENIALS = Set.of("AccessDeniedException", "AccessDenied");

  @Override
  public Answer describe(String name) {
    try (EcsClient client = client()) {
      return new Answer.Told(
          SdkJson.of(
              client
                  .describeTaskDefinition(request -> request.taskDefinition(name))
                  .taskDefinition()));
    } catch (ClientException e) {
      return new Answer.Failed(
          "expected a task definition of this account in %s, found none called %s (%s); give family, family:revision or ARN of one, or a file with its JSON"
              .formatted(region, name, found(e)));
    } catch (AwsServiceException e) {
      return DENIALS.contains(code(e))
          ? new Answer.Denied()
          : new Answer.Failed(
              "expected ECS to answer DescribeTaskDefinition, found %s; see ECS's error codes, and try again"
                  .formatted(found(e)));
    } catch (SdkException | IllegalArgumentException e) {
      return new Answer.Failed(
          "expected ECS to answer DescribeTaskDefinition, found no way to it (%s); check credentials, region and network"
              .formatted(brief(e)));
    }
  }

  /**
   * The way out in place of everything that the SDK tried in search of credentials: what speaks to
   * SSO and STS is not among our libraries.
   */
  private static String brief(Exception e) {
    return String.valueOf(e.getMessage())
        .replaceFirst(
            "(?s) in the chain \\w+\\(.*",
            "; those of a profile with SSO or a role \"aws configure export-credentials --format"
                + " env\" prints");
  }

  private static String code(AwsServiceException refusal) {
    return Optional.ofNullable(refusal.awsErrorDetails())
        .map(AwsErrorDetails::errorCode)
        .orElseGet(() -> "HTTP status " + refusal.statusCode());
  }

  private static String found(AwsServiceException refusal) {
    return Optional.ofNullable(refusal.awsErrorDetails())
        .map(AwsErrorDetails::errorMessage)
        .map(message -> code(refusal) + ": " + message)
        .orElseGet(() -> code(refusal));
  }

  private EcsClient client() {
    EcsClientBuilder builder =
        EcsClient.builder()
            .region(Region.of(region))
            .credentialsProvider(DefaultCredentialsProvider.builder().build())
            .httpClientBuilder(UrlConnectionHttpClient.builder())
            .overrideConfiguration(limits -> limits.apiCallTimeout(patience));
    endpoint.ifPresent(builder::endpointOverride);
    return builder.build();
  }
}
