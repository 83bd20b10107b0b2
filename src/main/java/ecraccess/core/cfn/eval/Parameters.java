package ecraccess.core.cfn.eval;

import ecraccess.core.cfn.Template;
import ecraccess.core.json.Json;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The parameters that a template declares, and the values that are known of them. */
public final class Parameters {
  private static final String KEPT_ELSEWHERE = "AWS::SSM::Parameter::Value<";
  private static final String AWS_ID = "[a-z]+-[0-9a-f]{8,}";

  private final Json.Obj declared;
  private final Json.Obj values;

  public Parameters(Template template, Json.Obj values) {
    this.declared =
        template.root().get("Parameters").orElse(null) instanceof Json.Obj all
            ? all
            : new Json.Obj(Map.of());
    this.values = values;
  }

  public boolean declares(String name) {
    return declared.has(name);
  }

  /** The value, where it is known: of a secret nothing is, so that no text can show it. */
  public Optional<Json> value(String name) {
    return declares(name) && !isSecret(name)
        ? values.get(name).map(value -> typed(name, value)).filter(value -> isKnown(name, value))
        : Optional.empty();
  }

  /** All values that it can have; empty where there is no such list. */
  public List<String> allowed(String name) {
    return property(name, "AllowedValues").orElse(null) instanceof Json.Arr(List<Json> all)
            && !type(name).startsWith(KEPT_ELSEWHERE)
        ? all.stream().flatMap(value -> ScalarText.text(value).stream()).distinct().toList()
        : List.of();
  }

  private boolean isSecret(String name) {
    return property(name, "NoEcho")
            .flatMap(ScalarText::text)
            .filter("true"::equalsIgnoreCase)
            .isPresent()
        || values.get(name).filter(new Json.Str("****")::equals).isPresent();
  }

  private Json typed(String name, Json value) {
    boolean isList = type(name).contains("CommaDelimitedList") || type(name).contains("List<");
    return isList && value instanceof Json.Str(String text)
        ? new Json.Arr(
            Arrays.stream(text.split(",", -1))
                .<Json>map(item -> new Json.Str(item.strip()))
                .toList())
        : value;
  }

  /**
   * What comes for a value that is kept in Parameter Store may be its name there (that is not
   * documented), so only what looks like an ID of AWS is taken for the value.
   */
  private boolean isKnown(String name, Json value) {
    List<Json> items = value instanceof Json.Arr(List<Json> all) ? all : List.of(value);
    boolean isText = items.stream().allMatch(item -> ScalarText.text(item).isPresent());
    return isText
        && (!type(name).startsWith(KEPT_ELSEWHERE)
            || items.stream()
                .allMatch(
                    item -> ScalarText.text(item).filter(t -> t.matches(AWS_ID)).isPresent()));
  }

  private String type(String name) {
    return property(name, "Type").flatMap(ScalarText::text).orElse("String");
  }

  private Optional<Json> property(String name, String property) {
    return declared.get(name).orElse(null) instanceof Json.Obj declaration
        ? declaration.get(property)
        : Optional.empty();
  }
}
