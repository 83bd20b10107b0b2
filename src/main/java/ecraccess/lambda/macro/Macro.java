package ecraccess.lambda.macro;

import ecraccess.core.cfn.Found;
import ecraccess.core.cfn.Problem;
import ecraccess.core.cfn.ProblemReport;
import ecraccess.core.json.Json;
import ecraccess.core.json.JsonPath;
import ecraccess.core.json.JsonText;
import ecraccess.core.json.MalformedJson;
import ecraccess.macro.expand.AddedService;
import ecraccess.macro.expand.Expander;
import ecraccess.macro.expand.Expansion;
import ecraccess.reach.verdict.Note;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The macro as a function from request to answer. Whatever arrives, it answers; an exception would
 * show the user no more than "malformed response".
 */
final class Macro {
  private final Consumer<Json.Obj> log;

  /**
   * A macro that logs outcomes.
   *
   * @param log takes one object a request: ids and counts, never the template or a value
   */
  Macro(Consumer<Json.Obj> log) {
    this.log = log;
  }

  /**
   * Answers a request.
   *
   * @param fallbackId the answer's request id where the request has none that can be read
   */
  byte[] answer(byte[] request, String fallbackId) {
    String requestId = fallbackId;
    try {
      Json json;
      try {
        json = JsonText.read(request);
      } catch (MalformedJson e) {
        requestId = new MacroEvent(e.partial()).requestId().orElse(fallbackId);
        return unreadable(requestId, e.describe()).bytes();
      }
      if (!(json instanceof Json.Obj members)) {
        return unreadable(requestId, "expected an object, found " + Found.describe(json)).bytes();
      }
      MacroEvent event = new MacroEvent(members);
      requestId = event.requestId().orElse(fallbackId);
      return answer(event, requestId).bytes();
    } catch (Throwable e) {
      return bug(requestId, e).bytes();
    }
  }

  private MacroAnswer answer(MacroEvent event, String requestId) {
    if (!event.params().members().isEmpty()) {
      String found = String.join(", ", event.params().members().keySet());
      return rejected(
          requestId,
          List.of(
              new Problem(
                  JsonPath.of("Transform"),
                  "PrivateEcrAccess takes no parameters, found " + found)));
    }
    if (!(event.fragment().orElse(null) instanceof Json.Obj template)) {
      String found = event.fragment().map(Found::describe).orElse("none");
      return unreadable(requestId, "expected a template as its fragment, found " + found);
    }
    return switch (Expander.expand(template, event.deployment())) {
      case Expansion.Expanded(
              Json.Obj expanded,
              List<String> shorthands,
              List<AddedService> notes,
              List<Note> findings) -> {
        Json.Obj entry = outcome(requestId, "expanded", "shorthands", strings(shorthands));
        log.accept(findings.isEmpty() ? entry : entry.with("notes", number(findings.size())));
        yield MacroAnswer.success(requestId, expanded);
      }
      case Expansion.Rejected(List<Problem> problems) -> rejected(requestId, problems);
    };
  }

  private MacroAnswer rejected(String requestId, List<Problem> problems) {
    log.accept(outcome(requestId, "rejected", "problems", number(problems.size())));
    return MacroAnswer.failure(requestId, ProblemReport.text(problems));
  }

  private MacroAnswer unreadable(String requestId, String why) {
    log.accept(outcome(requestId, "unreadable", "problems", number(1)));
    return MacroAnswer.failure(
        requestId, "PrivateEcrAccess cannot read the request as a macro event: " + why);
  }

  /** Only classes and lines of our own code go to the log: a message could quote the template. */
  private MacroAnswer bug(String requestId, Throwable bug) {
    List<String> trace = Arrays.stream(bug.getStackTrace()).limit(30).map(String::valueOf).toList();
    log.accept(outcome(requestId, "bug: " + bug.getClass().getName(), "trace", strings(trace)));
    return MacroAnswer.failure(
        requestId,
        "PrivateEcrAccess failed by a bug of its own, not by an error in the template;"
            + " the log of the macro's function tells more under request "
            + requestId);
  }

  private static Json.Obj outcome(String requestId, String outcome, String name, Json detail) {
    Map<String, Json> entry = new LinkedHashMap<>();
    entry.put("requestId", new Json.Str(requestId));
    entry.put("outcome", new Json.Str(outcome));
    entry.put(name, detail);
    return new Json.Obj(entry);
  }

  private static Json strings(List<String> texts) {
    return new Json.Arr(texts.stream().<Json>map(Json.Str::new).toList());
  }

  private static Json number(int value) {
    return new Json.Num(String.valueOf(value));
  }
}
