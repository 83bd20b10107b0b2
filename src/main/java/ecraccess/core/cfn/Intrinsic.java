package ecraccess.core.cfn;

import ecraccess.core.json.Json;
import ecraccess.core.json.JsonPath;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * An intrinsic function in long form: an object with one member that names it.
 *
 * @param name {@code Ref}, {@code Condition} or {@code Fn::…}
 */
public record Intrinsic(String name, Json argument) {
  public static final String REF = "Ref";
  public static final String GET_ATT = "Fn::GetAtt";
  public static final String SUB = "Fn::Sub";
  public static final String IF = "Fn::If";

  /** {@code Ref} to this takes the property away. */
  private static final Json NO_VALUE = Json.Obj.of(REF, new Json.Str("AWS::NoValue"));

  /**
   * CloudFormation refuses any other before a macro is called. Those of AWS::LanguageExtensions
   * count. In a list, because suggestions must not depend on the order of a hash.
   */
  private static final List<String> KNOWN =
      List.of(
          REF,
          "Condition",
          GET_ATT,
          SUB,
          IF,
          "Fn::And",
          "Fn::Base64",
          "Fn::Cidr",
          "Fn::Contains",
          "Fn::EachMemberEquals",
          "Fn::EachMemberIn",
          "Fn::Equals",
          "Fn::FindInMap",
          "Fn::GetAZs",
          "Fn::GetStackOutput",
          "Fn::ImportValue",
          "Fn::Join",
          "Fn::Length",
          "Fn::Not",
          "Fn::Or",
          "Fn::RefAll",
          "Fn::Select",
          "Fn::Split",
          "Fn::ToJsonString",
          "Fn::Transform",
          "Fn::ValueOf",
          "Fn::ValueOfAll");

  public static Optional<Intrinsic> of(Json value) {
    return value instanceof Json.Obj obj
        ? obj.onlyName()
            .filter(name -> name.startsWith("Fn::") || KNOWN.contains(name))
            .flatMap(name -> obj.get(name).map(argument -> new Intrinsic(name, argument)))
        : Optional.empty();
  }

  public static boolean isNoValue(Json value) {
    return NO_VALUE.equals(value);
  }

  public boolean isKnown() {
    return KNOWN.contains(name);
  }

  /** {@code ", did you mean Fn::X?"}, or nothing. */
  public String hint() {
    return NearMiss.hint(name, KNOWN);
  }

  /** The two values that an {@code Fn::If} chooses from; empty for any other function. */
  public List<Json> branches() {
    return name.equals(IF) && argument instanceof Json.Arr(List<Json> parts) && parts.size() == 3
        ? parts.subList(1, 3)
        : List.of();
  }

  /** The function with the two values that it chooses from replaced; any other as it is. */
  public Json mapBranches(UnaryOperator<Json> change) {
    return branches().isEmpty()
        ? toJson()
        : Json.Obj.of(
            name,
            argument.mapChildren((step, value) ->
                step.equals(new JsonPath.Step.Element(0)) ? value : change.apply(value)));
  }

  public Json toJson() {
    return Json.Obj.of(name, argument);
  }
}
