package ecraccess.macro.adopt;

import ecraccess.core.cfn.Expressions;
import ecraccess.core.cfn.Intrinsic;
import ecraccess.core.cfn.Pieces;
import ecraccess.core.cfn.Template;
import ecraccess.core.json.Json;
import ecraccess.core.json.JsonText;
import ecraccess.core.json.MalformedJson;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What CloudFormation would make of a VPC endpoint's properties, in the one spelling that all of
 * equal meaning share. Tags count to the letter, and the policy that allows everything is not the
 * same as none: changing one into the other is an update.
 */
final class Meaning {
  private static final Json REGION = Json.Obj.of(Intrinsic.REF, new Json.Str("AWS::Region"));
  private static final Set<String> SETS = Set.of("SubnetIds", "SecurityGroupIds", "RouteTableIds");

  private final Expressions expressions;
  private final Optional<String> region;

  /**
   * Meanings in one template.
   *
   * @param region of the stack, if it is known
   */
  Meaning(Template template, Optional<String> region) {
    this.expressions = new Expressions(template);
    this.region = region;
  }

  /**
   * Equal where a change set would be empty: functions are resolved there, but a default that is
   * written out is not the same as none, and lists have an order.
   */
  Map<String, Json> exact(Json properties) {
    Map<String, Json> meant = new LinkedHashMap<>();
    if (properties instanceof Json.Obj(Map<String, Json> given)) {
      given.forEach((name, value) -> {
        if (!Intrinsic.isNoValue(value)) {
          meant.put(name, exact(name, value));
        }
      });
    } else {
      meant.put("", properties);
    }
    return Collections.unmodifiableMap(meant);
  }

  /** Equal where nothing is deployed: with defaults filled in, and lists that EC2 takes as sets. */
  Map<String, Json> deployed(Json properties) {
    Map<String, Json> meant = new LinkedHashMap<>();
    meant.put("VpcEndpointType", new Json.Str("Gateway"));
    meant.put("PrivateDnsEnabled", new Json.Bool(false));
    exact(properties).forEach((name, value) -> meant.put(name, deployed(name, value)));
    return Collections.unmodifiableMap(meant);
  }

  private Json exact(String name, Json value) {
    return switch (name) {
      case "ServiceName" -> expressions.canonical(inRegion(value));
      case "PrivateDnsEnabled" -> flag(expressions.canonical(value));
      case "Tags" -> value;
      default -> expressions.canonical(value);
    };
  }

  private Json deployed(String name, Json value) {
    if (SETS.contains(name) && value instanceof Json.Arr(List<Json> elements)) {
      return new Json.Arr(
          elements.stream().distinct().sorted(Comparator.comparing(JsonText::compact)).toList());
    }
    return name.equals("PolicyDocument") ? document(value) : value;
  }

  private Json inRegion(Json name) {
    if (region.isEmpty()) {
      return name;
    }
    List<Json> pieces =
        Pieces.of(name).inOrder().stream()
            .map(piece -> piece.equals(REGION) ? new Json.Str(region.get()) : piece)
            .toList();
    return Json.Obj.of("Fn::Join", Json.Arr.of(new Json.Str(""), new Json.Arr(pieces)));
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
}
