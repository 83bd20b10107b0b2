package ecraccess.macro.expand.resource;

import static ecraccess.core.cfn.Cfn.number;
import static ecraccess.core.cfn.Cfn.sub;
import static ecraccess.core.cfn.Cfn.text;

import ecraccess.core.json.Json;
import ecraccess.macro.expand.plan.Plan;
import ecraccess.macro.shorthand.EndpointSpec;
import ecraccess.macro.shorthand.Shorthand;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes the custom resource that looks at the live network at deploy time. */
public final class NetworkWriter {
  /** Seconds; a lost answer would otherwise cost CloudFormation's default of an hour. */
  private static final int TIMEOUT = 120;

  private final String macroName;

  NetworkWriter(String macroName) {
    this.macroName = macroName;
  }

  Json.Obj properties(Plan plan) {
    Shorthand shorthand = plan.shorthand();
    Map<String, Json> properties = new LinkedHashMap<>();
    properties.put(
        "ServiceToken",
        sub(
            "arn:${AWS::Partition}:lambda:${AWS::Region}:${AWS::AccountId}:function:"
                + macroName
                + "Network"));
    properties.put("ServiceTimeout", number(TIMEOUT));
    properties.put("VpcId", shorthand.vpcId());
    shorthand.subnetIds().ifPresent(ids -> properties.put("SubnetIds", ids));
    properties.put("Services", services(shorthand));
    shorthand.securityGroupIds().ifPresent(ids -> properties.put("SecurityGroupIds", ids));
    plan.routeTableIds().ifPresent(ids -> properties.put("RouteTableIds", ids));
    properties.put("PrivateDnsEnabled", shorthand.privateDnsEnabled());
    plan.network().ifPresent(asked -> putList(properties, "After", asked.afterIf()));
    properties.put("Preflight", new Json.Bool(shorthand.preflight().orElse(true)));
    plan.network().ifPresent(asked -> foresee(properties, asked));
    return new Json.Obj(properties);
  }

  private static void foresee(Map<String, Json> properties, Plan.Network asked) {
    putList(properties, "Clients", asked.clients());
    if (!asked.overrides().members().isEmpty()) {
      properties.put("Overrides", asked.overrides());
    }
    putList(properties, "Adds", asked.adds());
  }

  private static void putList(Map<String, Json> properties, String name, List<Json> items) {
    if (!items.isEmpty()) {
      properties.put(name, new Json.Arr(items));
    }
  }

  private static Json services(Shorthand shorthand) {
    List<Json> names =
        shorthand.endpoints().stream()
            .map(EndpointSpec::service)
            .<Json>map(service -> text(service.name()))
            .toList();
    return new Json.Arr(names);
  }
}
