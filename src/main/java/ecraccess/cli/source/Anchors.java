package ecraccess.cli.source;

import ecraccess.core.json.Json;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * YAML's anchors and what their aliases stand for. CloudFormation takes no aliases, but the AWS CLI
 * writes them out before it sends a template, so they are accepted; the limits keep a small file
 * from standing for a huge or endless tree.
 */
final class Anchors {
  /** Far more values than the megabyte that CloudFormation accepts can hold. */
  private static final int MOST_VALUES = 1_000_000;

  private final Map<String, Anchored> done = new HashMap<>();
  private final Set<String> open = new HashSet<>();
  private int values;

  /** A value that is being read. */
  record Mark(String anchor, int valuesBefore) {}

  private record Anchored(Json json, int values) {}

  /** What an alias yields. */
  sealed interface Lookup {
    record Found(Json json) implements Lookup {}

    record Refused(String why) implements Lookup {}
  }

  /**
   * A value begins.
   *
   * @param anchor its name, or empty
   */
  Mark open(String anchor) {
    open.add(anchor);
    return new Mark(anchor, values++);
  }

  void close(Mark mark, Json json) {
    open.remove(mark.anchor());
    if (!mark.anchor().isEmpty()) {
      done.put(mark.anchor(), new Anchored(json, values - mark.valuesBefore()));
    }
  }

  /**
   * What an alias stands for.
   *
   * @param levels how many levels of nesting it may bring
   */
  Lookup lookup(String anchor, int levels) {
    if (open.contains(anchor)) {
      return new Lookup.Refused("the alias *" + anchor + " stands inside its own anchor");
    }
    Anchored anchored = done.get(anchor);
    if (anchored == null) {
      return new Lookup.Refused("the alias *" + anchor + " has no anchor before it");
    }
    values += anchored.values();
    if (values > MOST_VALUES || !fits(anchored.json(), levels)) {
      return new Lookup.Refused("the aliases up to here make the template too large");
    }
    return new Lookup.Found(anchored.json());
  }

  private static boolean fits(Json json, int levels) {
    return switch (json) {
      case Json.Obj obj ->
          levels > 0 && obj.members().values().stream().allMatch(value -> fits(value, levels - 1));
      case Json.Arr arr ->
          levels > 0 && arr.elements().stream().allMatch(value -> fits(value, levels - 1));
      case Json.Str s -> true;
      case Json.Num n -> true;
      case Json.Bool b -> true;
      case Json.Null n -> true;
    };
  }
}
