package ecraccess.cli;

import ecraccess.core.cfn.Problem;
import ecraccess.core.json.Json;
import ecraccess.core.json.JsonPath;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A template's {@code Transform} section: a macro's name, an object with its {@code Name} and
 * {@code Parameters}, or a list of either.
 *
 * @param template the whole template
 * @param macroName ours
 */
record TransformSection(Json.Obj template, String macroName) {
  static final String TRANSFORM = "Transform";
  private static final String VERSION = "AWSTemplateFormatVersion";

  private record Entry(JsonPath path, Json value) {}

  boolean namesUs() {
    return entries().stream().anyMatch(this::isOurs);
  }

  /** What is wrong with our own entries. */
  List<Problem> problems() {
    return entries().stream()
        .filter(this::isOurs)
        .flatMap(entry -> problem(entry).stream())
        .toList();
  }

  private Optional<Problem> problem(Entry entry) {
    return entry.value() instanceof Json.Obj obj
            && obj.get("Parameters").orElse(null) instanceof Json.Obj(Map<String, Json> given)
            && !given.isEmpty()
        ? Optional.of(
            new Problem(
                entry.path(),
                macroName + " takes no parameters, found " + String.join(", ", given.keySet())))
        : Optional.empty();
  }

  /**
   * The template as CloudFormation hands it on once our macro has run: with the other macros'
   * entries, where the section was.
   *
   * @param expanded the template that our macro returned, without the section
   */
  Json.Obj putBack(Json.Obj expanded) {
    Optional<Json> others = others();
    if (others.isEmpty()) {
      return expanded;
    }
    Map<String, Json> members = new LinkedHashMap<>();
    for (String before : template.members().keySet()) {
      if (before.equals(TRANSFORM)) {
        break;
      }
      expanded.get(before).ifPresent(section -> members.put(before, section));
    }
    members.put(TRANSFORM, others.get());
    expanded.members().forEach(members::putIfAbsent);
    return new Json.Obj(members);
  }

  /** The template with our macro named, before all others. */
  Json.Obj named() {
    Json ours = new Json.Str(macroName);
    if (namesUs()) {
      return template;
    }
    if (template.has(TRANSFORM)) {
      List<Json> all = new ArrayList<>(List.of(ours));
      entries().forEach(entry -> all.add(entry.value()));
      return template.with(TRANSFORM, all.size() == 1 ? ours : new Json.Arr(all));
    }
    Map<String, Json> members = new LinkedHashMap<>();
    template.members().entrySet().stream()
        .findFirst()
        .filter(first -> first.getKey().equals(VERSION))
        .ifPresent(first -> members.put(VERSION, first.getValue()));
    members.put(TRANSFORM, ours);
    template.members().forEach(members::putIfAbsent);
    return new Json.Obj(members);
  }

  private Optional<Json> others() {
    List<Json> others =
        entries().stream().filter(entry -> !isOurs(entry)).map(Entry::value).toList();
    return template
        .get(TRANSFORM)
        .filter(section -> !others.isEmpty())
        .map(section -> section instanceof Json.Arr ? new Json.Arr(others) : section);
  }

  private List<Entry> entries() {
    JsonPath path = JsonPath.of(TRANSFORM);
    List<Entry> entries = new ArrayList<>();
    switch (template.get(TRANSFORM).orElse(new Json.Arr(List.of()))) {
      case Json.Arr(List<Json> elements) ->
          elements.forEach(
              element -> entries.add(new Entry(path.element(entries.size()), element)));
      case Json.Null nothing -> {}
      case Json single -> entries.add(new Entry(path, single));
    }
    return entries;
  }

  private boolean isOurs(Entry entry) {
    Json.Str ours = new Json.Str(macroName);
    return entry.value().equals(ours)
        || (entry.value() instanceof Json.Obj obj
            && obj.get("Name").filter(ours::equals).isPresent());
  }
}
