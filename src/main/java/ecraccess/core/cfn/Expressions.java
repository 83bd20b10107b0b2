package ecraccess.core.cfn;

import ecraccess.core.json.Json;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Tells whether two expressions of one template mean the same, without evaluating any: spellings of
 * the same function are equal, and an attribute that is the resource's ID equals the {@code Ref}.
 */
public final class Expressions {
  /**
   * The attribute that repeats what {@code Ref} returns, per type (CloudFormation registry
   * schemas).
   */
  private static final Map<String, String> ID_ATTRIBUTE =
      Map.of(
          "AWS::EC2::VPC", "VpcId",
          "AWS::EC2::Subnet", "SubnetId",
          "AWS::EC2::RouteTable", "RouteTableId",
          "AWS::EC2::SecurityGroup", "GroupId",
          "AWS::EC2::VPCEndpoint", "Id",
          "AWS::EC2::NetworkAcl", "Id",
          "AWS::EC2::NatGateway", "NatGatewayId",
          "AWS::EC2::InternetGateway", "InternetGatewayId",
          "AWS::EC2::DHCPOptions", "DhcpOptionsId",
          "AWS::EC2::LaunchTemplate", "LaunchTemplateId");

  private final Template template;
  private final Map<String, String> types = new HashMap<>();

  public Expressions(Template template) {
    this.template = template;
    for (Resource resource : template.resources()) {
      if (resource.value() instanceof Json.Obj body
          && body.get("Type").orElse(null) instanceof Json.Str(String type)) {
        types.put(resource.logicalId(), type);
      }
    }
  }

  /** Whether the expression yields one value or a list. */
  public Plurality plurality(Json value) {
    return Plurality.of(value, template);
  }

  public boolean same(Json one, Json other) {
    return canonical(one).equals(canonical(other));
  }

  /** The expression in the one spelling that all equal ones share. For comparing only. */
  public Json canonical(Json value) {
    Json text = Pieces.of(value).toJson();
    Json inner = text.mapChildren((step, child) -> canonical(child));
    return Intrinsic.of(inner)
        .filter(function -> function.name().equals(Intrinsic.GET_ATT))
        .map(this::getAtt)
        .orElse(inner);
  }

  private Json getAtt(Intrinsic function) {
    return dotted(function.argument()).map(this::reference).orElse(function.toJson());
  }

  /** {@code A.B.C}, whichever way the function's argument spells it. */
  public static Optional<String> dotted(Json getAttArgument) {
    return switch (getAttArgument) {
      case Json.Str(String text) -> Optional.of(text);
      case Json.Arr(List<Json> parts) when parts.stream().allMatch(Json.Str.class::isInstance) ->
          Optional.of(
              parts.stream()
                  .map(part -> ((Json.Str) part).value())
                  .collect(Collectors.joining(".")));
      default -> Optional.empty();
    };
  }

  /** The {@code Fn::GetAtt} in one spelling, or the {@code Ref} that means the same. */
  private Json reference(String name) {
    int dot = name.indexOf('.');
    String id = dot < 0 ? name : name.substring(0, dot);
    String attribute = dot < 0 ? "" : name.substring(dot + 1);
    return attribute.equals(ID_ATTRIBUTE.get(types.getOrDefault(id, "")))
        ? Json.Obj.of(Intrinsic.REF, new Json.Str(id))
        : Json.Obj.of(Intrinsic.GET_ATT, Json.Arr.of(new Json.Str(id), new Json.Str(attribute)));
  }

  /** The expression as a reader of messages knows it: {@code !Ref Vpc}; cut where it is long. */
  public static String show(Json expression) {
    if (expression instanceof Json.Str(String text)) {
      return Found.quote(text);
    }
    return Intrinsic.of(expression)
        .filter(function -> function.argument() instanceof Json.Str)
        .map(function ->
            "!"
                + function.name().replace("Fn::", "")
                + " "
                + Found.shorten(((Json.Str) function.argument()).value()))
        .orElseGet(() -> Found.describe(expression));
  }
}
