package ecraccess.cli.source;

import ecraccess.core.cfn.Intrinsic;
import ecraccess.core.json.Json;
import java.util.Optional;
import java.util.stream.Stream;

/** CloudFormation's short forms of intrinsic functions: YAML tags. */
final class ShortTag {
  private static final String PREFIX = "Fn::";
  private static final String LOOP = "Fn::ForEach::";
  private static final String CONDITION = "Condition";

  private ShortTag() {}

  /** The long form's name for a tag such as {@code !Sub}. */
  static Optional<String> longName(String tag) {
    return Stream.of(PREFIX + tag.substring(1), tag.substring(1))
        .filter(name -> function(name).isKnown() || name.startsWith(LOOP))
        .filter(name -> tag(name).equals(tag))
        .findFirst();
  }

  /** {@code ", did you mean !GetAtt?"}, or nothing. */
  static String hint(String tag) {
    String name = tag.substring(1).replaceFirst("^" + PREFIX, "");
    return Stream.of(PREFIX + name, name)
        .map(near -> function(near).hint())
        .filter(hint -> !hint.isEmpty())
        .map(hint -> hint.replaceFirst("mean (" + PREFIX + ")?", "mean !"))
        .findFirst()
        .orElse("");
  }

  /**
   * The tag to write for a long form's name. {@code Condition} has none here: an object with that
   * one member may as well be something else, for which the tag would read strangely.
   */
  static Optional<String> of(String longName) {
    return function(longName).isKnown() && !longName.equals(CONDITION)
        ? Optional.of(tag(longName))
        : Optional.empty();
  }

  private static String tag(String longName) {
    return "!" + longName.replaceFirst("^" + PREFIX, "");
  }

  private static Intrinsic function(String name) {
    return new Intrinsic(name, new Json.Null());
  }
}
