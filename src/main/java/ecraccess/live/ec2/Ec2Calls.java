package ecraccess.live.ec2;

import ecraccess.live.lookup.CallDeadline;
import ecraccess.live.lookup.Reply;
import ecraccess.live.lookup.Scope;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.pagination.sync.SdkIterable;
import software.amazon.awssdk.services.ec2.model.Filter;

/** Calls of EC2 inside the time that is left, and what becomes of their errors. */
record Ec2Calls(CallDeadline deadline) {
  private static final Set<String> DENIALS =
      Set.of("UnauthorizedOperation", "AccessDenied", "AccessDeniedException");

  <T> Reply<T> ask(String operation, Function<AwsRequestOverrideConfiguration, T> question) {
    deadline.waitsFor("EC2's answer to " + operation);
    Duration left = deadline.left();
    if (!left.isPositive()) {
      return new Reply.Failed<>(late(operation));
    }
    try {
      return new Reply.Told<>(
          question.apply(AwsRequestOverrideConfiguration.builder().apiCallTimeout(left).build()));
    } catch (ApiCallTimeoutException e) {
      return new Reply.Failed<>(
          Throttling.CODE.equals(e.getMessage()) ? throttled(operation) : late(operation));
    } catch (AwsServiceException e) {
      return refused(operation, e);
    } catch (SdkException e) {
      return new Reply.Failed<>(
          "expected EC2 to answer %s, found no way to it (%s); check credentials, region and network"
              .formatted(operation, brief(e)));
    }
  }

  /**
   * The way out in place of everything that the SDK tried in search of credentials: what speaks to
   * SSO and STS is not among our libraries.
   */
  private static String brief(SdkException e) {
    return String.valueOf(e.getMessage())
        .replaceFirst(
            "(?s) in the chain \\w+\\(.*",
            "; those of a profile with SSO or a role \"aws configure export-credentials --format"
                + " env\" prints");
  }

  /** The items of all pages. */
  <P, T> List<T> all(SdkIterable<P> pages, Function<P, Stream<T>> items) {
    List<T> all = new ArrayList<>();
    for (P page : pages) {
      items.apply(page).forEach(all::add);
      inTime();
    }
    return all;
  }

  /** The SDK counts the time of one call; many pages are many calls. */
  boolean inTime() {
    if (!deadline.left().isPositive()) {
      throw ApiCallTimeoutException.create(0);
    }
    return true;
  }

  private static <T> Reply<T> refused(String operation, AwsServiceException refusal) {
    String code = code(refusal);
    if (DENIALS.contains(code)) {
      return new Reply.Denied<>("ec2:" + operation);
    }
    if (code.equals(Throttling.CODE)) {
      return new Reply.Failed<>(throttled(operation));
    }
    String found =
        Optional.ofNullable(refusal.awsErrorDetails())
            .map(AwsErrorDetails::errorMessage)
            .map(message -> code + ": " + message)
            .orElse(code);
    return new Reply.Failed<>(
        "expected EC2 to answer %s, found %s; see EC2's error codes, and try again"
            .formatted(operation, found));
  }

  /** EC2's code for an error; the HTTP status where the answer has none. */
  static String code(AwsServiceException refusal) {
    return Optional.ofNullable(refusal.awsErrorDetails())
        .map(AwsErrorDetails::errorCode)
        .orElseGet(() -> status(refusal));
  }

  /** The JDK's client loses the body of a 401, which is how EC2 refuses credentials. */
  private static String status(AwsServiceException refusal) {
    return refusal.statusCode() == 401
        ? "AuthFailure, credentials that it does not take"
        : "HTTP status " + refusal.statusCode();
  }

  private static String throttled(String operation) {
    return "expected EC2 to answer %s, found %s until the time ran out; try again in a few minutes"
        .formatted(operation, Throttling.CODE);
  }

  private static String late(String operation) {
    return "expected EC2 to answer %s, found no answer until the time ran out; try again"
        .formatted(operation);
  }

  static Filter filter(Scope scope, String idFilter) {
    return switch (scope) {
      case Scope.InVpc(String vpc) -> filter("vpc-id", List.of(vpc));
      case Scope.Ids(List<String> ids) -> filter(idFilter, ids);
    };
  }

  static Filter filter(String name, List<String> values) {
    return Filter.builder().name(name).values(values).build();
  }
}
