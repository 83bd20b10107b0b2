package ecraccess.acceptance.verdict;

import static ecraccess.acceptance.verdict.Fault.Scope.ANYWHERE;
import static ecraccess.acceptance.verdict.Fault.Scope.ISOLATED;
import static ecraccess.acceptance.verdict.Fault.Scope.VPC_INSIDE;

import ecraccess.acceptance.verdict.Fault.Mutation;
import ecraccess.acceptance.verdict.Fault.Scope;
import ecraccess.core.cfn.Resource;
import ecraccess.core.json.Json;
import ecraccess.core.json.JsonPath;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Predicate;

/** Mistakes that can be made in a shorthand. The proof names a place in it. */
final class ShorthandFaults {
  static final String OVERRIDES = "Overrides";

  private ShorthandFaults() {}

  static List<Fault> all() {
    return List.of(
        property("PrivateDnsEnabled", "false", ISOLATED, "run 12", "(?i)private ?DNS"),
        overrides("{ecr.dkr: {PrivateDnsEnabled: false}}", ISOLATED, "run 12", "(?i)private ?DNS"),
        overrides("{ecr.api: {PrivateDnsEnabled: false}}", ISOLATED, "run 12", "(?i)private ?DNS"),
        overrides(
            "{ecr.dkr: {SecurityGroupIds: [!GetAtt Vpc.DefaultSecurityGroup]}}",
            VPC_INSIDE,
            "run 5",
            "(?i)default"),
        overrides(
            "{ecr.dkr: {ServiceName: !Sub \"com.amazonaws.us-west-2.ecr.dkr\"}}",
            ANYWHERE,
            "deploy 7",
            "us-west-2"),
        overrides("{s3: {RouteTableIds: [!Ref RoutesA]}}", ISOLATED, "run 3", "(?i)route table"),
        policyOverride("ecr.api", PolicyFaults.DENY_ONLY, "run 9", "(?i)allow"),
        policyOverride("s3", PolicyFaults.DENY_ONLY, "run 9", "(?i)allow"),
        routeTables(),
        withoutServices(),
        clients("ClientCidrs", "[192.168.0.0/16]"),
        clients("ClientSecurityGroupIds", "[!Ref Others]"),
        ownGroup(),
        second());
  }

  private static Fault property(String name, String value, Scope scope, String row, String reason) {
    return on(
        "%s: %s in the shorthand".formatted(name, value),
        scope,
        row,
        reason,
        (view, shorthand) -> view.edit().set(View.property(shorthand, name), Text.yaml(value)));
  }

  private static Fault overrides(String value, Scope scope, String row, String reason) {
    return on(
        "the shorthand overrides " + value,
        scope,
        row,
        reason,
        (view, shorthand) -> view.edit().set(View.property(shorthand, OVERRIDES), Text.yaml(value)),
        view -> view.vpc().isPresent() || scope == ANYWHERE);
  }

  private static Fault policyOverride(String service, String statement, String row, String reason) {
    Json override =
        Json.Obj.of(service, Json.Obj.of("PolicyDocument", PolicyFaults.document(statement)));
    return on(
        "the shorthand overrides the policy of %s with one that only denies".formatted(service),
        VPC_INSIDE,
        row,
        reason,
        (view, shorthand) -> view.edit().set(View.property(shorthand, OVERRIDES), override),
        view -> view.shorthand("EcrPolicy", false).isPresent());
  }

  private static Fault routeTables() {
    return on(
        "RouteTableIds of the shorthand lacks a subnet's table",
        ISOLATED,
        "run 3",
        "(?i)route table",
        (view, shorthand) ->
            view.edit().set(View.property(shorthand, "RouteTableIds"), Text.yaml("[!Ref RoutesA]")),
        view -> view.vpc().isPresent());
  }

  private static Fault withoutServices() {
    return on(
        "the shorthand adds no service",
        ISOLATED,
        "run 7",
        "\\b(logs|ec2)\\b",
        (view, shorthand) -> view.edit().remove(View.property(shorthand, "AdditionalServices")),
        view -> view.shorthand("AdditionalServices", true).isPresent(),
        JsonPath.of("Resources"));
  }

  /** Other clients than the tasks. */
  private static Fault clients(String property, String value) {
    return on(
        "%s: %s in the shorthand".formatted(property, value),
        VPC_INSIDE,
        "run 5",
        "443",
        (view, shorthand) -> {
          Edit.Draft draft = view.edit();
          if (shorthand.property("ClientSecurityGroupIds").isPresent()) {
            draft.remove(View.property(shorthand, "ClientSecurityGroupIds"));
          }
          return others(draft, "").set(View.property(shorthand, property), Text.yaml(value));
        },
        view -> view.vpc().isPresent());
  }

  private static Edit.Draft others(Edit.Draft draft, String more) {
    return draft.set(
        JsonPath.of("Resources", "Others"),
        Text.block(
            """
            Type: AWS::EC2::SecurityGroup
            Properties: {GroupDescription: Others, VpcId: !Ref Vpc%s}
            """
                .formatted(more)));
  }

  private static Fault ownGroup() {
    return on(
        "SecurityGroupIds of the shorthand names a group without a rule",
        VPC_INSIDE,
        "run 5",
        "443",
        (view, shorthand) -> {
          Edit.Draft draft = others(view.edit(), "");
          if (shorthand.property("ClientSecurityGroupIds").isPresent()) {
            draft.remove(View.property(shorthand, "ClientSecurityGroupIds"));
          }
          return draft.set(
              View.property(shorthand, "SecurityGroupIds"), Text.yaml("[!Ref Others]"));
        },
        view -> view.vpc().isPresent(),
        JsonPath.of("Resources", "Others"));
  }

  private static Fault second() {
    return on(
        "a second shorthand for the same VPC",
        ANYWHERE,
        "deploy 3",
        "(?i)already|both|second|one|another",
        (view, shorthand) ->
            view.edit().set(JsonPath.of("Resources", "EcrAccessAgain"), shorthand.value()),
        view -> true,
        JsonPath.of("Resources", "EcrAccessAgain"),
        JsonPath.of("Resources", "EcrAccess"));
  }

  private static Fault on(
      String name,
      Scope scope,
      String row,
      String reason,
      BiFunction<View, Resource, Edit.Draft> make) {
    return on(name, scope, row, reason, make, view -> true);
  }

  private static Fault on(
      String name,
      Scope scope,
      String row,
      String reason,
      BiFunction<View, Resource, Edit.Draft> make,
      Predicate<View> fits,
      JsonPath... places) {
    return Fault.of(
        name,
        row,
        scope,
        reason,
        view ->
            view.shorthand()
                .filter(shorthand -> fits.test(view))
                .map(shorthand ->
                    Mutation.of(
                        make.apply(view, shorthand),
                        places.length == 0 ? new JsonPath[] {shorthand.path()} : places)));
  }
}
