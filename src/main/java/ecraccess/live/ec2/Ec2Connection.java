package ecraccess.live.ec2;

import ecraccess.live.lookup.Account;
import ecraccess.live.lookup.CallDeadline;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.EnvironmentVariableCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.regions.providers.DefaultAwsRegionProviderChain;
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.Ec2ClientBuilder;

/** The way to Amazon EC2. Making one takes a second of a cold start; it serves many questions. */
public final class Ec2Connection implements AutoCloseable {
  /** More than fit into any time that is left: the deadline ends the attempts. */
  private static final int ATTEMPTS = 30;

  /** Somebody waits, and a wrong region or no network does not mend. */
  private static final int ATTEMPTS_OF_CALLER = 5;

  /** EC2 refills its buckets within seconds. */
  private static final BackoffStrategy BACKOFF =
      BackoffStrategy.exponentialDelay(Duration.ofMillis(500), Duration.ofSeconds(8));

  private static final Duration CONNECT = Duration.ofSeconds(3);
  private static final Duration READ = Duration.ofSeconds(15);

  private final String region;
  private final Ec2Client client;

  private Ec2Connection(
      String region, AwsCredentialsProvider credentials, Optional<URI> endpoint, int attempts) {
    this.region = region;
    Ec2ClientBuilder builder =
        Ec2Client.builder()
            .region(Region.of(region))
            .credentialsProvider(credentials)
            .httpClientBuilder(
                UrlConnectionHttpClient.builder().connectionTimeout(CONNECT).socketTimeout(READ))
            .overrideConfiguration(configuration(attempts));
    endpoint.ifPresent(builder::endpointOverride);
    this.client = builder.build();
  }

  private static ClientOverrideConfiguration configuration(int attempts) {
    return ClientOverrideConfiguration.builder()
        .retryStrategy(
            AwsRetryStrategy.standardRetryStrategy().toBuilder()
                .maxAttempts(attempts)
                .throttlingBackoffStrategy(BACKOFF)
                .build())
        .addExecutionInterceptor(new Throttling())
        .build();
  }

  /** With the credentials of a Lambda function. */
  public static Ec2Connection ofFunction(String region) {
    return new Ec2Connection(
        region, EnvironmentVariableCredentialsProvider.create(), Optional.empty(), ATTEMPTS);
  }

  /**
   * With whatever credentials the caller has: environment, profile, container, instance.
   *
   * @param region empty for the one of environment or profile
   * @param endpoint of a local cloud
   * @throws IllegalStateException where no region is set anywhere, or what is set is malformed
   */
  public static Ec2Connection ofCaller(Optional<String> region, Optional<URI> endpoint) {
    try {
      return new Ec2Connection(
          region.orElseGet(Ec2Connection::defaultRegion),
          DefaultCredentialsProvider.builder().build(),
          endpoint,
          ATTEMPTS_OF_CALLER);
    } catch (IllegalArgumentException | SdkClientException e) {
      throw new IllegalStateException(
          "expected settings for AWS's SDK, found malformed ones (%s); correct the environment's AWS_... variables or the files in ~/.aws"
              .formatted(e.getMessage()),
          e);
    }
  }

  private static String defaultRegion() {
    try {
      return new DefaultAwsRegionProviderChain().getRegion().id();
    } catch (SdkClientException e) {
      throw new IllegalStateException(
          "expected a region, found none; give --region or set AWS_REGION", e);
    }
  }

  public String region() {
    return region;
  }

  /** The account behind the credentials, whose answers are of use until then. */
  public Account until(CallDeadline deadline) {
    return new Ec2Account(client, deadline);
  }

  @Override
  public void close() {
    client.close();
  }
}
