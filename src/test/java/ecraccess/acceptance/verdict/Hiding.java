package ecraccess.acceptance.verdict;

import ecraccess.acceptance.verdict.Fault.Mutation;
import ecraccess.core.cfn.Intrinsic;
import ecraccess.core.json.Json;
import ecraccess.core.json.JsonPath;
import ecraccess.macro.shorthand.Shorthand;
import java.util.List;
import java.util.Optional;

/** Ways in which a template does not show whether a mistake is made in it. */
enum Hiding {
  /** The value is a parameter's, which has none yet. */
  PARAMETER("HiddenValue") {
    @Override
    Optional<Json.Obj> in(Json.Obj template, Mutation mutation) {
      return value(mutation)
          .map(change ->
              section(
                  hidden(mutation, change, template, reference("HiddenValue")),
                  "Parameters",
                  "HiddenValue",
                  isList(change) ? "{Type: CommaDelimitedList}" : "{Type: String}"));
    }
  },

  /** The value is another stack's. */
  IMPORT("hidden-value") {
    @Override
    Optional<Json.Obj> in(Json.Obj template, Mutation mutation) {
      return value(mutation)
          .map(change ->
              hidden(
                  mutation,
                  change,
                  template,
                  Text.yaml(
                      isList(change)
                          ? "!Split [\",\", !ImportValue hidden-value]"
                          : "!ImportValue hidden-value")));
    }
  },

  /** A condition decides, and what it asks for has no value yet. */
  CONDITION("Hidden") {
    @Override
    Optional<Json.Obj> in(Json.Obj template, Mutation mutation) {
      Json.Obj hidden = template;
      for (Change change : mutation.edit().changes()) {
        Optional<Change> open = undecided(template, change);
        if (open.isEmpty()) {
          return Optional.empty();
        }
        hidden = open.get().in(hidden);
      }
      hidden = section(hidden, "Parameters", "HiddenSwitch", "{Type: String}");
      hidden = section(hidden, "Conditions", "HiddenFault", "!Equals [!Ref HiddenSwitch, \"yes\"]");
      return Optional.of(
          section(hidden, "Conditions", "HiddenHealth", "!Not [!Condition HiddenFault]"));
    }
  };

  /** What a shorthand takes no function for as a whole. */
  private static final List<String> WRITTEN_OUT =
      List.of("AdditionalServices", "ClientCidrs", "ClientSecurityGroupIds");

  private final String name;

  Hiding(String name) {
    this.name = name;
  }

  /** What a doubt has to name. */
  String missing() {
    return name;
  }

  /** The template with the mistake hidden; empty where it cannot be hidden so. */
  abstract Optional<Json.Obj> in(Json.Obj template, Mutation mutation);

  /** The one property that the mistake is in, if it takes a function of that kind. */
  private static Optional<Change> value(Mutation mutation) {
    List<Change> changes = mutation.edit().changes();
    List<Change> values =
        changes.stream()
            .filter(change -> !change.isOfResource() && !change.isOfAttribute())
            .toList();
    boolean fits =
        values.size() == 1 && !mutation.bare() && changes.stream().noneMatch(Hiding::isRemoval);
    return fits ? Optional.of(values.getFirst()).filter(Hiding::takesFunction) : Optional.empty();
  }

  private static boolean takesFunction(Change change) {
    return (isScalar(either(change)) || isList(change))
        && !(change.path().step() instanceof JsonPath.Step.Member(String name)
            && WRITTEN_OUT.contains(name));
  }

  private static boolean isRemoval(Change change) {
    return change.isOfResource() && change.to().isEmpty();
  }

  private static Json either(Change change) {
    return change.to().or(change::from).orElseThrow();
  }

  private static boolean isScalar(Json value) {
    return switch (value) {
      case Json.Obj obj -> Intrinsic.of(obj).isPresent();
      case Json.Arr list -> false;
      case Json.Str s -> true;
      case Json.Num n -> true;
      case Json.Bool b -> true;
      case Json.Null n -> false;
    };
  }

  private static boolean isList(Change change) {
    return either(change) instanceof Json.Arr(List<Json> items)
        && items.stream().allMatch(Hiding::isScalar);
  }

  private static Json reference(String name) {
    return Json.Obj.of(Intrinsic.REF, new Json.Str(name));
  }

  private static Json.Obj hidden(
      Mutation mutation, Change value, Json.Obj template, Json expression) {
    Json.Obj hidden = template;
    for (Change change : mutation.edit().changes()) {
      Change made =
          change.equals(value)
              ? new Change(change.path(), change.from(), Optional.of(expression), change.position())
              : change;
      hidden = made.in(hidden);
    }
    return hidden;
  }

  /** The change under the condition: made or not made. */
  private static Optional<Change> undecided(Json.Obj template, Change change) {
    if (change.isOfAttribute()) {
      return Optional.of(change);
    }
    if (change.isOfResource()) {
      Json.Obj resource = (Json.Obj) either(change);
      String condition = change.to().isPresent() ? "HiddenFault" : "HiddenHealth";
      return Optional.of(to(change, resource.with("Condition", new Json.Str(condition))));
    }
    boolean inShorthand =
        Tree.at(template, Places.resource(change.path()).member("Type"))
            .equals(Optional.of(new Json.Str(Shorthand.TYPE)));
    // A shorthand's properties have to be written out where they decide what is made.
    return inShorthand && (change.from().isEmpty() || change.to().isEmpty())
        ? Optional.empty()
        : Optional.of(
            to(
                change,
                Json.Obj.of(
                    Intrinsic.IF,
                    Json.Arr.of(
                        new Json.Str("HiddenFault"),
                        change.to().orElse(reference("AWS::NoValue")),
                        change.from().orElse(reference("AWS::NoValue"))))));
  }

  private static Change to(Change change, Json value) {
    return new Change(change.path(), change.from(), Optional.of(value), change.position());
  }

  private static Json.Obj section(Json.Obj template, String section, String name, String value) {
    Json.Obj members = (Json.Obj) Tree.at(template, JsonPath.of(section)).orElse(Text.block("{}"));
    return template.with(section, members.with(name, Text.yaml(value)));
  }
}
