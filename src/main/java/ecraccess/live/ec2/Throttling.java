package ecraccess.live.ec2;

import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttribute;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;

/** Tells a call whose time ran out between refusals, by its message, from an unanswered one. */
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
        ? ApiCallTimeoutException.builder().message(CODE).cause(failed.exception()).build()
        : failed.exception();
  }
}
