package ecraccess.core.cfn;

import ecraccess.core.json.Json;
import java.util.List;
import java.util.Optional;

/** Whether an expression yields one value or a list, as far as its form and its types tell. */
public enum Plurality {
  ONE,
  LIST,
  OPEN;

  /**
   * What the value yields.
   *
   * @param template whose parameters tell their types
   */
  public static Plurality of(Json value, Template template) {
    return switch (value) {
      case Json.Arr list -> LIST;
      case Json.Obj object ->
          Intrinsic.of(object).map(function -> of(function, template)).orElse(OPEN);
      case Json.Null nothing -> OPEN;
      case Json.Str one -> ONE;
      case Json.Num one -> ONE;
      case Json.Bool one -> ONE;
    };
  }

  private static Plurality of(Intrinsic function, Template template) {
    return switch (function.name()) {
      case Intrinsic.REF -> reference(function.argument(), template);
      case Intrinsic.SUB, "Fn::Join", "Fn::Base64", "Fn::ToJsonString", "Fn::Length" -> ONE;
      case "Fn::Split", "Fn::GetAZs", "Fn::Cidr" -> LIST;
      case Intrinsic.IF -> agreed(function.branches(), template);
      default -> OPEN;
    };
  }

  private static Plurality reference(Json argument, Template template) {
    if (!(argument instanceof Json.Str(String name))) {
      return OPEN;
    }
    if (name.startsWith("AWS::")) {
      return name.equals("AWS::NotificationARNs") ? LIST : OPEN;
    }
    Optional<String> type = template.parameterType(name);
    if (type.isPresent()) {
      return isList(type.get()) ? LIST : ONE;
    }
    // What Ref yields of a resource is its physical ID, and that is one text.
    return template.has(name) ? ONE : OPEN;
  }

  /** {@code List<…>}, {@code CommaDelimitedList}, and SSM parameters that hold either. */
  private static boolean isList(String type) {
    return type.equals("CommaDelimitedList")
        || type.startsWith("List<")
        || type.contains("Value<List<")
        || type.contains("Value<CommaDelimitedList");
  }

  private static Plurality agreed(List<Json> branches, Template template) {
    List<Plurality> all =
        branches.stream()
            .filter(branch -> !Intrinsic.isNoValue(branch))
            .map(branch -> of(branch, template))
            .distinct()
            .toList();
    return all.size() == 1 ? all.getFirst() : OPEN;
  }
}
