package ecraccess.reach.template;

import ecraccess.core.cfn.Branch;
import ecraccess.core.cfn.Intrinsic;
import ecraccess.core.cfn.Outline;
import ecraccess.core.cfn.Pieces;
import ecraccess.core.json.Json;
import ecraccess.core.json.JsonText;
import ecraccess.core.json.MalformedJson;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The tasks of ECS that the states of a state machine start.
 *
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/connect-ecs.html">Run ECS
 *     tasks with Step Functions</a>
 */
final class StateMachineTasks {
  private static final String RUN_TASK = ":ecs:runTask";

  /** Stands in a definition's text for the expression of that number. */
  private static final String OPENING = "\ue000";

  private static final String CLOSING = "\ue001";

  /** An expression of the template, or a name that {@code DefinitionSubstitutions} gives. */
  private static final Pattern HOLE =
      Pattern.compile(OPENING + "(\\d+)" + CLOSING + "|\\$\\{([A-Za-z0-9_.:-]+)}");

  private final List<Json> expressions = new ArrayList<>();
  private final Map<String, Json> substitutions = new LinkedHashMap<>();

  private StateMachineTasks(Branch properties) {
    properties
        .member("DefinitionSubstitutions")
        .map(Branch::value)
        .forEach(given -> {
          if (given instanceof Json.Obj names) {
            substitutions.putAll(names.members());
          }
        });
  }

  /** The parameters of each state that runs a task, as those of a service are written. */
  static Stream<Branch> all(Branch properties) {
    return Stream.concat(properties.member("Definition"), properties.member("DefinitionString"))
        .flatMap(place -> new StateMachineTasks(properties).of(place));
  }

  /** A definition that runs tasks and that cannot be read, since its text is no JSON. */
  static Optional<Branch> unread(Branch properties) {
    return properties
        .member("DefinitionString")
        .filter(place ->
            Outline.of(place.value()).pieces().stream()
                .anyMatch(
                    piece -> piece instanceof Json.Str(String text) && text.contains(RUN_TASK)))
        .filter(place -> new StateMachineTasks(properties).parsed(place).isEmpty())
        .findFirst();
  }

  private Stream<Branch> of(Branch place) {
    return parsed(place).stream()
        .flatMap(
            definition -> states(new Branch(place.path(), filled(definition), place.conditions())));
  }

  private Optional<Json> parsed(Branch place) {
    if (place.value() instanceof Json.Obj && Intrinsic.of(place.value()).isEmpty()) {
      return Optional.of(place.value());
    }
    StringBuilder text = new StringBuilder();
    for (Json piece : Pieces.of(place.value()).inOrder()) {
      if (piece instanceof Json.Str(String written)) {
        text.append(written);
      } else {
        text.append(OPENING).append(expressions.size()).append(CLOSING);
        expressions.add(piece);
      }
    }
    try {
      return Optional.of(JsonText.read(text.toString())).filter(Json.Obj.class::isInstance);
    } catch (MalformedJson e) {
      return Optional.empty();
    }
  }

  /** With what only a run of the machine knows as a reference to it. */
  private Json filled(Json value) {
    return switch (value) {
      case Json.Obj(Map<String, Json> members) -> {
        Map<String, Json> filled = new LinkedHashMap<>();
        members.forEach((name, member) -> {
          boolean dynamic = name.endsWith(".$") && member instanceof Json.Str;
          filled.put(
              dynamic ? name.substring(0, name.length() - 2) : name,
              dynamic ? Json.Obj.of(Intrinsic.REF, member) : filled(member));
        });
        yield new Json.Obj(filled);
      }
      case Json.Arr(List<Json> items) -> new Json.Arr(items.stream().map(this::filled).toList());
      case Json.Str(String text) when text.startsWith("{%") ->
          Json.Obj.of(Intrinsic.REF, new Json.Str(text));
      case Json.Str(String text) -> filled(text);
      default -> value;
    };
  }

  private Json filled(String text) {
    List<Json> parts = new ArrayList<>();
    Matcher hole = HOLE.matcher(text);
    int start = 0;
    while (hole.find()) {
      Optional<Json> filling =
          hole.group(1) == null
              ? Optional.ofNullable(substitutions.get(hole.group(2)))
              : Optional.of(expressions.get(Integer.parseInt(hole.group(1))));
      if (filling.isPresent()) {
        if (hole.start() > start) {
          parts.add(new Json.Str(text.substring(start, hole.start())));
        }
        parts.add(filling.get());
        start = hole.end();
      }
    }
    if (start < text.length()) {
      parts.add(new Json.Str(text.substring(start)));
    }
    return parts.size() == 1
        ? parts.getFirst()
        : Json.Obj.of("Fn::Join", Json.Arr.of(new Json.Str(""), new Json.Arr(parts)));
  }

  /** States stand in branches and in the bodies of maps, too. */
  private static Stream<Branch> states(Branch place) {
    return switch (place.value()) {
      case Json.Obj state when runsTask(state) ->
          Stream.of("Parameters", "Arguments").flatMap(place::member);
      case Json.Obj(Map<String, Json> members) ->
          members.entrySet().stream()
              .flatMap(member ->
                  states(
                      new Branch(
                          place.path().member(member.getKey()),
                          member.getValue(),
                          place.conditions())));
      case Json.Arr(List<Json> items) ->
          Stream.iterate(0, i -> i < items.size(), i -> i + 1)
              .flatMap(i ->
                  states(new Branch(place.path().element(i), items.get(i), place.conditions())));
      default -> Stream.empty();
    };
  }

  private static boolean runsTask(Json.Obj state) {
    return state
        .get("Resource")
        .filter(resource -> Outline.of(resource).text().contains(RUN_TASK))
        .isPresent();
  }
}
