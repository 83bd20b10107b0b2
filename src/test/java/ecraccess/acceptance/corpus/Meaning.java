package ecraccess.acceptance.corpus;

import ecraccess.core.cfn.Expressions;
import ecraccess.core.cfn.Intrinsic;
import ecraccess.core.cfn.SubText;
import ecraccess.core.cfn.SubText.Piece;
import ecraccess.core.cfn.Template;
import ecraccess.core.json.Json;
import ecraccess.core.json.JsonPath.Step;
import ecraccess.core.json.JsonText;
import ecraccess.core.json.MalformedJson;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What CloudFormation would make of a resource of type {@code AWS::EC2::VPCEndpoint}: two have
 * equal meanings where changing one into the other changes nothing that is deployed.
 */
public final class Meaning {
  private final Expressions expressions;
  private final String region;

  /**
   * Meanings in one template, deployed to one region.
   *
   * @param template tells which attributes are the same as a {@code Ref}
   */
  public Meaning(Json.Obj template, String region) {
    this.expressions = new Expressions(new Template(template));
    this.region = region;
  }

  /** The resource in the one spelling that all of equal meaning share. Attributes stay exact. */
  public Json of(Json endpoint) {
    return endpoint.mapChildren((step, value) ->
        step.equals(new Step.Member("Properties")) ? properties((Json.Obj) value) : value);
  }

  private Json properties(Json.Obj given) {
    Map<String, Json> meant = new LinkedHashMap<>();
    meant.put("VpcEndpointType", new Json.Str("Gateway"));
    meant.put("PrivateDnsEnabled", new Json.Bool(false));
    given
        .members()
        .forEach((name, value) -> {
          if (!Intrinsic.isNoValue(value)) {
            meant.put(name, property(name, value));
          }
        });
    return new Json.Obj(meant);
  }

  private Json property(String name, Json value) {
    return switch (name) {
      case "ServiceName" ->
          text(value, Map.of())
              .<Json>map(Json.Str::new)
              .orElseGet(() -> expressions.canonical(value));
      case "SubnetIds", "SecurityGroupIds", "RouteTableIds" -> set(expressions.canonical(value));
      case "PolicyDocument" -> document(expressions.canonical(value));
      case "PrivateDnsEnabled" -> flag(expressions.canonical(value));
      case "Tags" -> value;
      default -> expressions.canonical(value);
    };
  }

  private static Json set(Json value) {
    return value instanceof Json.Arr(List<Json> elements)
        ? new Json.Arr(
            elements.stream().distinct().sorted(Comparator.comparing(JsonText::compact)).toList())
        : value;
  }

  /** The property is of type Json: CloudFormation takes an object, or the text of one. */
  private Json document(Json value) {
    if (value instanceof Json.Str(String text)) {
      try {
        return expressions.canonical(JsonText.read(text));
      } catch (MalformedJson e) {
        return value;
      }
    }
    return value;
  }

  private static Json flag(Json value) {
    return value instanceof Json.Str(String text) && text.matches("true|false")
        ? new Json.Bool(Boolean.parseBoolean(text))
        : value;
  }

  /** The text that a function gives in our region; nothing, where that hangs on more than it. */
  private Optional<String> text(Json value, Map<String, Json> local) {
    if (value instanceof Json.Str(String text)) {
      return Optional.of(text);
    }
    Intrinsic function = Intrinsic.of(value).orElse(null);
    if (function == null) {
      return Optional.empty();
    }
    return switch (function.argument()) {
      case Json.Str(String name) when function.name().equals(Intrinsic.REF) ->
          variable(name, local);
      case Json.Str(String text) when function.name().equals(Intrinsic.SUB) -> sub(text, local);
      case Json.Arr(List<Json> parts) when parts.size() == 2 -> ofPair(function.name(), parts);
      default -> Optional.empty();
    };
  }

  private Optional<String> ofPair(String function, List<Json> pair) {
    if (function.equals("Fn::Join")
        && pair.getFirst() instanceof Json.Str(String delimiter)
        && pair.getLast() instanceof Json.Arr(List<Json> parts)) {
      return joined(delimiter, parts.stream().map(part -> text(part, Map.of())).toList());
    }
    return function.equals(Intrinsic.SUB)
            && pair.getFirst() instanceof Json.Str(String text)
            && pair.getLast() instanceof Json.Obj(Map<String, Json> local)
        ? sub(text, local)
        : Optional.empty();
  }

  private Optional<String> sub(String text, Map<String, Json> local) {
    List<Optional<String>> pieces = new ArrayList<>();
    for (Piece piece : SubText.parse(text).pieces()) {
      pieces.add(
          switch (piece) {
            case Piece.Text(String literal) -> Optional.of(literal.replace("${!", "${"));
            case Piece.Variable(String name) -> variable(name, local);
          });
    }
    return joined("", pieces);
  }

  private Optional<String> variable(String name, Map<String, Json> local) {
    return local.containsKey(name)
        ? text(local.get(name), Map.of())
        : Optional.of(region).filter(r -> name.equals("AWS::Region"));
  }

  private static Optional<String> joined(String delimiter, List<Optional<String>> parts) {
    return parts.stream().allMatch(Optional::isPresent)
        ? Optional.of(String.join(delimiter, parts.stream().map(Optional::orElseThrow).toList()))
        : Optional.empty();
  }
}
