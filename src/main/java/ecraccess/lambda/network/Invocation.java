package ecraccess.lambda.network;

import ecraccess.core.json.Json;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/**
 * One request and its one answer. The work runs in a thread of its own and this one waits for it:
 * so it answers in time even if the work hangs, only it answers, and it ends well. A call that
 * ended badly would be repeated by Lambda, and answered twice.
 */
final class Invocation {
  /** Kept back for the delivery, of a long call; of a short one a quarter. */
  private static final Duration FOR_DELIVERY = Duration.ofSeconds(10);

  /** Kept back for the end of the call itself. */
  private static final Duration FOR_RETURN = Duration.ofMillis(500);

  private final Lookup work;
  private final Consumer<Json.Obj> log;

  /**
   * A conversation.
   *
   * @param log takes one object a request: ids, counts and classes, never a property or the URL
   */
  Invocation(Lookup work, Consumer<Json.Obj> log) {
    this.work = work;
    this.log = log;
  }

  /**
   * Answers a request, if it can be seen where to.
   *
   * @param remaining what Lambda leaves this call
   * @param invocation the call's own id, under which its log is found
   */
  void hold(byte[] utf8, Duration remaining, String invocation) {
    Map<String, Json> entry = new LinkedHashMap<>();
    entry.put("requestId", new Json.Str(invocation));
    WorkDeadline look =
        WorkDeadline.in(remaining.minus(shorter(FOR_DELIVERY, remaining.dividedBy(4))));
    WorkDeadline delivery =
        WorkDeadline.in(remaining.minus(shorter(FOR_RETURN, remaining.dividedBy(8))));
    try {
      ResourceRequest request = ResourceRequest.read(utf8);
      entry.put("requestType", new Json.Str(request.type()));
      entry.put("logicalId", new Json.Str(request.logicalId()));
      if (request.responseUrl().isEmpty()) {
        entry.put("outcome", new Json.Str("no ResponseURL, nobody to answer"));
        return;
      }
      ResourceAnswer answer = answer(request, look, invocation, entry);
      entry.put("outcome", new Json.Str(answer.status()));
      entry.put("reasons", number(answer.reasons()));
      deliver(answer, request.responseUrl().get(), delivery, entry);
    } catch (Throwable e) {
      describe(e, entry);
    } finally {
      log.accept(new Json.Obj(entry));
    }
  }

  private static void deliver(
      ResourceAnswer answer, String url, WorkDeadline end, Map<String, Json> entry)
      throws InterruptedException {
    Delivery.Receipt receipt = Delivery.put(url, answer.bytes(), end);
    entry.put("delivered", new Json.Bool(receipt.delivered()));
    entry.put("attempts", number(receipt.attempts()));
    entry.put("receiver", new Json.Str(receipt.last()));
  }

  private ResourceAnswer answer(
      ResourceRequest request, WorkDeadline look, String invocation, Map<String, Json> entry) {
    try {
      return switch (request.type()) {
        // Before anything else is looked at: a stack that cannot be deleted helps nobody.
        case "Delete" -> ResourceAnswer.success(request, new Json.Obj(Map.of()), List.of());
        case "Create", "Update" -> look(request, look, entry);
        default ->
            request.fault().isPresent()
                ? unreadable(request)
                : ResourceAnswer.failure(
                    request,
                    "expected Create, Update or Delete as RequestType, found "
                        + (request.type().isEmpty() ? "none" : '"' + request.type() + '"'));
      };
    } catch (Throwable e) {
      describe(e, entry);
      return ResourceAnswer.failure(
          request,
          "PrivateEcrAccess failed by a bug of its own, not by an error in the template;"
              + " the log of the network function tells more under request "
              + invocation);
    }
  }

  private ResourceAnswer look(
      ResourceRequest request, WorkDeadline deadline, Map<String, Json> entry) throws Throwable {
    if (request.fault().isPresent()) {
      return unreadable(request);
    }
    LookupQuestion question =
        new LookupQuestion(request.stackId(), request.logicalId(), request.properties());
    return switch (look(question, deadline)) {
      case LookupOutcome.Refused(List<String> reasons) -> ResourceAnswer.refusal(request, reasons);
      case LookupOutcome.Found(Json.Obj data, List<String> notes) -> {
        entry.put("notes", number(notes.size()));
        yield ResourceAnswer.success(request, data, notes);
      }
    };
  }

  private LookupOutcome look(LookupQuestion question, WorkDeadline deadline) throws Throwable {
    FutureTask<LookupOutcome> result = new FutureTask<>(() -> work.look(question, deadline));
    Thread thread = new Thread(result, "look");
    thread.setDaemon(true);
    thread.start();
    try {
      return result.get(deadline.left().toNanos(), TimeUnit.NANOSECONDS);
    } catch (ExecutionException e) {
      throw e.getCause() == null ? e : e.getCause();
    } catch (TimeoutException | CancellationException e) {
      result.cancel(true); // whatever it still finds is dropped
      return new LookupOutcome.Refused(
          List.of(
              "expected the facts of the live network before the function's time was up, found it"
                  + " still waiting for "
                  + deadline.open()
                  + "; deploy again"));
    }
  }

  private static ResourceAnswer unreadable(ResourceRequest request) {
    return ResourceAnswer.failure(
        request,
        "PrivateEcrAccess cannot read the request of its network resource: "
            + request.fault().orElseThrow());
  }

  /** Only classes and lines of code: a message could quote a property or the URL. */
  private static void describe(Throwable bug, Map<String, Json> entry) {
    entry.put("bug", new Json.Str(bug.getClass().getName()));
    entry.put(
        "trace",
        new Json.Arr(
            Arrays.stream(bug.getStackTrace())
                .limit(30)
                .<Json>map(frame -> new Json.Str(frame.toString()))
                .toList()));
  }

  private static Json number(int value) {
    return new Json.Num(Integer.toString(value));
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) <= 0 ? one : other;
  }
}
