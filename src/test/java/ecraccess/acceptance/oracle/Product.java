package ecraccess.acceptance.oracle;

import ecraccess.cli.Run;
import ecraccess.core.json.Json;
import ecraccess.core.json.JsonText;
import ecraccess.core.json.MalformedJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Asks {@code ecr-access check}, as a user does. */
final class Product {
  private Product() {}

  /**
   * Its answer.
   *
   * @param verdict {@code can}, {@code cannot} or {@code cannot tell}; something else where it gave
   *     none
   * @param pulls the verdict of each that pulls
   * @param objections what it finds wrong or does not know, first what stands first
   */
  record Answer(String verdict, Map<String, String> pulls, List<String> objections) {
    String cause() {
      return objections.isEmpty() ? "" : objections.getFirst();
    }
  }

  static Answer check(Map<String, Object> template) {
    try {
      Path file = Files.createTempFile("network", ".json");
      try {
        Files.writeString(file, Tree.template(template));
        return answer(
            Run.of(
                "check",
                "--format",
                "json",
                "--region",
                RandomNetwork.REGION,
                "--account",
                Facts.ACCOUNT,
                file.toString()));
      } finally {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Answer answer(Run run) {
    if (!run.out().startsWith("{")) {
      return new Answer("exit " + run.exitCode(), Map.of(), List.of(run.out() + run.err()));
    }
    try {
      Json.Obj answer = (Json.Obj) JsonText.read(run.out());
      Map<String, String> pulls = new LinkedHashMap<>();
      for (Json pull : ((Json.Arr) answer.get("pulls").orElseThrow()).elements()) {
        pulls.put(text(pull, "puller"), text(pull, "verdict"));
      }
      List<String> objections = new ArrayList<>();
      objections(answer, "cannot", objections);
      objections(answer, "cannot tell", objections);
      return new Answer(text(answer, "verdict"), pulls, objections);
    } catch (MalformedJson e) {
      throw new IllegalStateException(run.out(), e);
    }
  }

  /** Every text of that verdict, in the answer's order. */
  private static void objections(Json json, String verdict, List<String> into) {
    switch (json) {
      case Json.Obj obj -> {
        if (obj.has("text") && text(obj, "verdict").equals(verdict)) {
          into.add(text(obj, "text"));
        }
        obj.members().values().forEach(member -> objections(member, verdict, into));
      }
      case Json.Arr arr -> arr.elements().forEach(element -> objections(element, verdict, into));
      default -> {}
    }
  }

  private static String text(Json obj, String name) {
    return ((Json.Obj) obj)
        .get(name)
        .filter(Json.Str.class::isInstance)
        .map(value -> ((Json.Str) value).value())
        .orElse("");
  }
}
