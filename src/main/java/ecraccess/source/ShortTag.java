package ecraccess.source;

import ecraccess.template.NearMiss;
import java.util.List;
import java.util.Optional;

/** CloudFormation's short forms of intrinsic functions: YAML tags. */
final class ShortTag {
  private static final String PREFIX = "Fn::";
  private static final String LOOP = "ForEach::";

  private static final List<String> WITHOUT_PREFIX = List.of("Ref", "Condition");

  private static final List<String> FUNCTIONS =
      List.of(
          "And",
          "Base64",
          "Cidr",
          "Contains",
          "EachMemberEquals",
          "EachMemberIn",
          "Equals",
          "FindInMap",
          "GetAZs",
          "GetAtt",
          "If",
          "ImportValue",
          "Join",
          "Length",
          "Not",
          "Or",
          "RefAll",
          "Select",
          "Split",
          "Sub",
          "ToJsonString",
          "Transform",
          "ValueOf",
          "ValueOfAll");

  private ShortTag() {}

  /** The long form's name for a tag such as {@code !Sub}. */
  static Optional<String> longName(String tag) {
    String name = tag.substring(1);
    if (WITHOUT_PREFIX.contains(name)) {
      return Optional.of(name);
    }
    return FUNCTIONS.contains(name) || name.startsWith(LOOP)
        ? Optional.of(PREFIX + name)
        : Optional.empty();
  }

  /**
   * The tag to write for a long form's name. {@code Condition} has none here: an object with that
   * one member may as well be something else, for which the tag would read strangely.
   */
  static Optional<String> of(String longName) {
    if (longName.equals("Ref")) {
      return Optional.of("!Ref");
    }
    return Optional.of(longName)
        .filter(name -> name.startsWith(PREFIX))
        .map(name -> name.substring(PREFIX.length()))
        .filter(FUNCTIONS::contains)
        .map(name -> "!" + name);
  }

  /** {@code ", did you mean !GetAtt?"}, or nothing. */
  static String hint(String tag) {
    String name = tag.substring(1).replaceFirst("^Fn::", "");
    return NearMiss.of(name, FUNCTIONS)
        .or(() -> NearMiss.of(name, WITHOUT_PREFIX))
        .map(near -> ", did you mean !" + near + "?")
        .orElse("");
  }
}
