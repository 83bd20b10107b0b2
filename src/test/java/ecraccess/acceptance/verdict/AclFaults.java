package ecraccess.acceptance.verdict;

import static ecraccess.acceptance.verdict.Fault.Scope.VPC_INSIDE;
import static ecraccess.acceptance.verdict.View.property;

import ecraccess.acceptance.verdict.Fault.Mutation;
import ecraccess.core.cfn.Resource;
import ecraccess.core.json.Json;
import ecraccess.core.json.JsonPath;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/** Mistakes in network ACLs, as far as they stop every pull and not only some. */
final class AclFaults {
  private static final int HTTPS = 443;
  private static final int EPHEMERAL = 1024;

  private AclFaults() {}

  static List<Fault> all() {
    return List.of(
        gone("requests out", true, HTTPS),
        gone("answers in", false, EPHEMERAL),
        denied("requests out", true, HTTPS),
        denied("answers in", false, EPHEMERAL),
        first("requests out", true, HTTPS),
        first("answers in", false, EPHEMERAL),
        narrow(),
        apart(gone("requests in to the endpoints", false, HTTPS)),
        apart(gone("the endpoints' answers out", true, EPHEMERAL)));
  }

  /**
   * What is only on the way to endpoints: where they share the tasks' subnets, the interface in a
   * task's own subnet is reached nevertheless, so nothing is proved.
   */
  private static Fault apart(Fault fault) {
    return new Fault(
        fault.name(),
        fault.row(),
        fault.scope(),
        fault.reason(),
        view -> view.resource("EndpointSubnetA").flatMap(subnet -> fault.find().apply(view)));
  }

  private static Fault gone(String what, boolean egress, int port) {
    return on(
        "no network ACL entry for " + what, egress, port, (view, entry) -> view.without(entry));
  }

  private static Fault denied(String what, boolean egress, int port) {
    return on(
        "a network ACL entry denies " + what,
        egress,
        port,
        (view, entry) -> view.edit().set(property(entry, "RuleAction"), new Json.Str("deny")));
  }

  /** The lowest number decides. */
  private static Fault first(String what, boolean egress, int port) {
    return on(
        "an earlier network ACL entry denies " + what,
        egress,
        port,
        (view, entry) -> {
          Json.Obj properties =
              (Json.Obj) Tree.at(entry.value(), JsonPath.of("Properties")).orElseThrow();
          return view.edit()
              .set(
                  JsonPath.of("Resources", "Earlier"),
                  ((Json.Obj) entry.value())
                      .with(
                          "Properties",
                          properties
                              .with("RuleNumber", new Json.Num("9"))
                              .with("CidrBlock", new Json.Str("0.0.0.0/0"))
                              .with("RuleAction", new Json.Str("deny"))));
        });
  }

  private static Fault narrow() {
    return on(
        "the network ACL lets answers in to the lowest ports only",
        false,
        EPHEMERAL,
        (view, entry) ->
            view.edit().set(property(entry, "PortRange"), Text.yaml("{From: 1024, To: 5000}")));
  }

  /** Where endpoints have subnets of their own, the ACL is theirs, and the tasks' is open. */
  private static Fault on(
      String name, boolean egress, int port, BiFunction<View, Resource, Edit.Draft> make) {
    return Fault.of(
        name,
        "ask 20",
        VPC_INSIDE,
        "(?i)network ACL",
        view ->
            view.aclEntry(egress, port)
                .filter(entry -> isOnTheWay(view, egress, port))
                .flatMap(entry -> {
                  Optional<Resource> acl = view.only("AWS::EC2::NetworkAcl");
                  return acl.map(a ->
                      Mutation.of(
                          make.apply(view, entry),
                          a.path(),
                          entry.path(),
                          JsonPath.of("Resources", "Earlier")));
                }));
  }

  private static boolean isOnTheWay(View view, boolean egress, int port) {
    boolean ofEndpoints = egress == (port == EPHEMERAL);
    return ofEndpoints || view.resource("EndpointSubnetA").isEmpty();
  }
}
