package ecraccess.reach.refusal;

import ecraccess.core.cfn.ExpressionText;
import ecraccess.core.cfn.Found;
import ecraccess.core.cfn.Intrinsic;
import ecraccess.core.cfn.Plurality;
import ecraccess.core.cfn.Resource;
import ecraccess.core.cfn.SubText;
import ecraccess.core.cfn.Template;
import ecraccess.core.json.Json;
import ecraccess.core.json.JsonPath;
import ecraccess.reach.verdict.Check;
import ecraccess.reach.verdict.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Finds what CloudFormation refuses, in the resources that a pull depends on. */
public final class Refusals {
  public static final Check UNKNOWN_TYPE =
      Check.of(
          "resource-type",
          "Resource type that does not exist",
          "CloudFormation knows no type of that name, and refuses the whole template.",
          "Write the type that is meant.",
          "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-template-resource-type-ref.html");

  public static final Check ONE_FOR_LIST =
      Check.of(
          "list-expected",
          "Single value where a list belongs",
          "CloudFormation does not make a list of a single value. It refuses the property.",
          "Put the value into brackets.",
          "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-vpcendpoint.html");

  public static final Check LIST_FOR_ONE =
      Check.of(
          "single-value-expected",
          "List where a single value belongs",
          "A list inside a list, or in place of a text, is refused.",
          "Take the brackets away, or select one item.",
          "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-vpcendpoint.html");

  public static final Check FORGOTTEN_SUB =
      Check.of(
          "sub-forgotten",
          "Text with ${…} that no Fn::Sub fills in",
          "Without `Fn::Sub` the text keeps its `${…}`, and no service has such a name.",
          "Put `!Sub` before the text.",
          "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-sub.html");

  public static final Check EARLY_SPLIT =
      Check.of(
          "split-before-resolve",
          "Fn::Split of a dynamic reference",
          "CloudFormation splits the text before it looks the reference up, so the list has one"
              + " item.",
          "Use a parameter of type `AWS::SSM::Parameter::Value<List<String>>`.",
          "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/dynamic-references.html");

  public static final List<Check> CHECKS =
      List.of(UNKNOWN_TYPE, ONE_FOR_LIST, LIST_FOR_ONE, FORGOTTEN_SUB, EARLY_SPLIT);

  private static final String VPC_ENDPOINT = "AWS::EC2::VPCEndpoint";
  private static final String ASSOCIATION = "AWS::EC2::SubnetRouteTableAssociation";

  /** By type, the properties that take lists of texts (resource type reference). */
  private static final Map<String, List<List<String>>> LISTS =
      Map.of(
          VPC_ENDPOINT,
          List.of(List.of("SubnetIds"), List.of("SecurityGroupIds"), List.of("RouteTableIds")),
          "AWS::ECS::Service",
          List.of(
              List.of("NetworkConfiguration", "AwsvpcConfiguration", "Subnets"),
              List.of("NetworkConfiguration", "AwsvpcConfiguration", "SecurityGroups")),
          "AWS::AutoScaling::AutoScalingGroup",
          List.of(List.of("VPCZoneIdentifier")),
          "AWS::EKS::Nodegroup",
          List.of(List.of("Subnets")),
          "AWS::Batch::ComputeEnvironment",
          List.of(
              List.of("ComputeResources", "Subnets"),
              List.of("ComputeResources", "SecurityGroupIds")));

  /** By type, the properties that take one text. */
  private static final Map<String, List<List<String>>> SINGLES =
      Map.of(
          VPC_ENDPOINT,
          List.of(List.of("VpcId"), List.of("ServiceName")),
          ASSOCIATION,
          List.of(List.of("SubnetId"), List.of("RouteTableId")),
          "AWS::EC2::Subnet",
          List.of(List.of("VpcId"), List.of("CidrBlock")),
          "AWS::EC2::Route",
          List.of(List.of("RouteTableId"), List.of("GatewayId"), List.of("NatGatewayId")));

  private final Template template;
  private final UnaryOperator<JsonPath> origin;
  private final List<Verdict.Cannot> found = new ArrayList<>();

  private Refusals(Template template, UnaryOperator<JsonPath> origin) {
    this.template = template;
    this.origin = origin;
  }

  /**
   * Every refusal, in template order.
   *
   * @param template with every shorthand expanded
   * @param origin where the user wrote what stands at a place of the template
   */
  public static List<Verdict.Cannot> of(Template template, UnaryOperator<JsonPath> origin) {
    Refusals refusals = new Refusals(template, origin);
    template.resources().forEach(refusals::look);
    return List.copyOf(refusals.found);
  }

  private void look(Resource resource) {
    TypeNames.meant(resource.type())
        .ifPresent(meant ->
            add(
                UNKNOWN_TYPE,
                resource.path().member("Type"),
                "expected a resource type, found %s, did you mean %s?"
                    .formatted(Found.quote(resource.type()), meant)));
    JsonPath properties = resource.path().member("Properties");
    LISTS
        .getOrDefault(resource.type(), List.of())
        .forEach(path -> at(resource, path, properties, this::list));
    SINGLES
        .getOrDefault(resource.type(), List.of())
        .forEach(path -> at(resource, path, properties, this::single));
  }

  /** Takes a look at a value of a property. */
  private interface Look {
    void at(Json value, JsonPath path);
  }

  private static void at(Resource resource, List<String> names, JsonPath path, Look look) {
    Optional<Json> value = resource.property(names.getFirst());
    JsonPath here = path.member(names.getFirst());
    for (String name : names.subList(1, names.size())) {
      value =
          value.flatMap(v -> v instanceof Json.Obj members ? members.get(name) : Optional.empty());
      here = here.member(name);
    }
    if (value.isPresent()) {
      look.at(value.get(), here);
    }
  }

  private void list(Json value, JsonPath path) {
    if (isEarlySplit(value)) {
      add(
          EARLY_SPLIT,
          path,
          "expected a list, found Fn::Split of a dynamic reference, which is split before it is"
              + " looked up; use a parameter of type AWS::SSM::Parameter::Value<List<String>>");
    } else if (Plurality.of(value, template) == Plurality.ONE) {
      add(
          ONE_FOR_LIST,
          path,
          "expected a list, found %s, a single value; write [%s]"
              .formatted(shown(value), shown(value)));
    } else if (value instanceof Json.Arr(List<Json> items)) {
      for (int i = 0; i < items.size(); i++) {
        single(items.get(i), path.element(i));
      }
    }
  }

  private void single(Json value, JsonPath path) {
    if (Plurality.of(value, template) == Plurality.LIST) {
      add(
          LIST_FOR_ONE,
          path,
          "expected a single value, found %s, a list; take the brackets around it away, or select one item"
              .formatted(shown(value)));
    } else if (value instanceof Json.Str(String text) && hasVariable(text)) {
      add(
          FORGOTTEN_SUB,
          path,
          "expected a text, found %s, in which nothing fills in ${…}; write !Sub before it"
              .formatted(Found.quote(text)));
    }
  }

  private static boolean hasVariable(String text) {
    return text.contains("${")
        && SubText.parse(text).pieces().stream().anyMatch(SubText.Piece.Variable.class::isInstance);
  }

  /** {@code Fn::Split} whose text is looked up only later. */
  public static boolean isEarlySplit(Json value) {
    return Intrinsic.of(value)
        .filter(function -> function.name().equals("Fn::Split"))
        .filter(function ->
            function.argument() instanceof Json.Arr(List<Json> parts)
                && parts.size() == 2
                && parts.getLast() instanceof Json.Str(String text)
                && text.contains("{{resolve:"))
        .isPresent();
  }

  private static String shown(Json value) {
    return value instanceof Json.Str(String text) ? Found.quote(text) : ExpressionText.of(value);
  }

  private void add(Check check, JsonPath path, String text) {
    found.add(new Verdict.Cannot(check, origin.apply(path), text, ""));
  }
}
