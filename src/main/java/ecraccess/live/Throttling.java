package ecraccess.live;

import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttribute;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.ec2.model.Ec2Exception;

/** Tells a call whose time ran out between refusals from one that nobody answered. */
final class Throttling implements ExecutionInterceptor {
  static final String CODE = "RequestLimitExceeded";

  /** EC2 answers with it where it throttles. */
  private static final int SERVICE_UNAVAILABLE = 503;

  private static final ExecutionAttribute<Integer> STATUS =
      new ExecutionAttribute<>("LastStatusOfEc2");

  @Override
  public void afterTransmission(Context.AfterTransmission sent, ExecutionAttributes call) {
    call.putAttribute(STATUS, sent.httpResponse().statusCode());
  }

  @Override
  public Throwable modifyException(Context.FailedExecution failed, ExecutionAttributes call) {
    Integer status = call.getAttribute(STATUS);
    return failed.exception() instanceof ApiCallTimeoutException
            && status != null
            && status == SERVICE_UNAVAILABLE
        ? Ec2Exception.builder()
            .statusCode(SERVICE_UNAVAILABLE)
            .awsErrorDetails(AwsErrorDetails.builder().errorCode(CODE).build())
            .build()
        : failed.exception();
  }
}
