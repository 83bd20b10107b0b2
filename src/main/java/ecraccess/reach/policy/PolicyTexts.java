package ecraccess.reach.policy;

import ecraccess.core.cfn.Pieces;
import ecraccess.core.json.Json;
import ecraccess.core.json.JsonText;
import ecraccess.reach.policy.TextPattern.Atom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the texts of a policy: wildcards, policy variables, and functions of CloudFormation that
 * only the deployment evaluates.
 *
 * @param functions what a function stands for
 * @param context for policy variables; a policy of the old version has none
 */
record PolicyTexts(Function<Json, TextPattern> functions, Optional<RequestContext> context) {
  private static final Pattern VARIABLE =
      Pattern.compile("\\$\\{([^}']*?)(?:,\\s*'([^']*)'\\s*)?}");

  /** The text as IAM matches it; empty where the value is no text. */
  Optional<TextPattern> glob(Json value) {
    return read(value, TextPattern::glob);
  }

  /** The text without wildcards. */
  Optional<TextPattern> literal(Json value) {
    return read(value, TextPattern::literal);
  }

  private Optional<TextPattern> read(Json value, Function<String, TextPattern> form) {
    return switch (value) {
      case Json.Str(String text) -> Optional.of(withVariables(text, form));
      case Json.Num(String literal) -> Optional.of(TextPattern.literal(literal));
      case Json.Bool(boolean bool) -> Optional.of(TextPattern.literal(String.valueOf(bool)));
      case Json.Obj function when Functions.isFunction(function) ->
          Optional.of(
              new TextPattern(
                  Pieces.of(function).inOrder().stream()
                      .flatMap(piece ->
                          (piece instanceof Json.Str(String text)
                                  ? withVariables(text, form)
                                  : functions.apply(piece))
                              .atoms().stream())
                      .toList()));
      case Json.Obj object -> Optional.empty();
      case Json.Arr list -> Optional.empty();
      case Json.Null nothing -> Optional.empty();
    };
  }

  private TextPattern withVariables(String text, Function<String, TextPattern> form) {
    if (context.isEmpty()) {
      return form.apply(text);
    }
    List<Atom> atoms = new ArrayList<>();
    Matcher variables = VARIABLE.matcher(text);
    int end = 0;
    while (variables.find()) {
      atoms.addAll(form.apply(text.substring(end, variables.start())).atoms());
      atoms.addAll(
          variable(variables.group(1).strip(), Optional.ofNullable(variables.group(2))).atoms());
      end = variables.end();
    }
    atoms.addAll(form.apply(text.substring(end)).atoms());
    return new TextPattern(atoms);
  }

  private TextPattern variable(String name, Optional<String> otherwise) {
    // ${*}, ${?} and ${$} are those characters themselves.
    if (name.length() == 1) {
      return TextPattern.literal(name);
    }
    KeyValue value = context.orElseThrow().of(name);
    if (value instanceof KeyValue.Present(List<TextPattern> values, String missing)
        && values.size() == 1
        && values.getFirst().atoms().stream().noneMatch(PolicyTexts::isWildcard)) {
      return values.getFirst();
    }
    return value instanceof KeyValue.Absent && otherwise.isPresent()
        ? TextPattern.literal(otherwise.get())
        : TextPattern.hole("${" + name + "}", "the value of " + name, TextPattern.Kind.ANYTHING);
  }

  private static boolean isWildcard(Atom atom) {
    return atom instanceof Atom.One || atom instanceof Atom.Many;
  }

  /** Functions of CloudFormation. */
  static final class Functions {
    private Functions() {}

    static boolean isFunction(Json.Obj value) {
      return value.onlyName().filter(n -> n.equals("Ref") || n.startsWith("Fn::")).isPresent();
    }

    /** For a reader that knows nothing of the template. */
    static TextPattern open(Json function) {
      String text = JsonText.compact(function);
      return TextPattern.hole(text, "the value of " + text, TextPattern.Kind.ANYTHING);
    }
  }
}
