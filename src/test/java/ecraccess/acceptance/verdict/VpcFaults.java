package ecraccess.acceptance.verdict;

import static ecraccess.acceptance.verdict.Fault.Scope.ANYWHERE;
import static ecraccess.acceptance.verdict.Fault.Scope.VPC_INSIDE;
import static ecraccess.acceptance.verdict.View.property;

import ecraccess.acceptance.verdict.Fault.Mutation;
import ecraccess.core.json.Json;
import ecraccess.core.json.JsonPath;
import java.util.List;
import java.util.Optional;

/** Mistakes in a VPC and its subnets. */
final class VpcFaults {
  private VpcFaults() {}

  static List<Fault> all() {
    return List.of(
        dns("EnableDnsSupport", "is false", Optional.of(new Json.Bool(false))),
        dns("EnableDnsHostnames", "is false", Optional.of(new Json.Bool(false))),
        dns("EnableDnsHostnames", "is the text false", Optional.of(new Json.Str("false"))),
        dns("EnableDnsHostnames", "is not written", Optional.empty()),
        oneZone("spelt alike", Optional.empty()),
        oneZone(
            "spelt otherwise",
            Optional.of(Text.yaml("!Select [\"0\", !GetAZs {Ref: AWS::Region}]"))));
  }

  private static Fault dns(String attribute, String how, Optional<Json> value) {
    return Fault.of(
        attribute + " of the VPC " + how,
        "deploy 5",
        VPC_INSIDE,
        attribute,
        view ->
            view.vpc()
                .map(vpc -> {
                  JsonPath place = property(vpc, attribute);
                  return Mutation.of(
                      value.isPresent()
                          ? view.edit().set(place, value.get())
                          : view.edit().remove(place),
                      place);
                }));
  }

  /** Both subnets of an endpoint in one zone. The proof is about the endpoint, or its shorthand. */
  private static Fault oneZone(String how, Optional<Json> zone) {
    return Fault.of(
        "two subnets of one zone, " + how,
        "deploy 1",
        ANYWHERE,
        "zone",
        view ->
            view.all("AWS::EC2::Subnet")
                .filter(subnet -> isOfEndpoint(view, subnet.logicalId()))
                .reduce((first, second) -> second)
                .map(last ->
                    Mutation.of(
                        view.edit()
                            .set(
                                property(last, "AvailabilityZone"),
                                zone.orElse(Text.yaml("!Select [0, !GetAZs \"\"]"))),
                        JsonPath.of("Resources"))));
  }

  private static boolean isOfEndpoint(View view, String subnet) {
    return Tree.named(view.template(), JsonPath.ROOT, List.of("SubnetIds"))
        .filter(path -> path.steps().size() == 4)
        .flatMap(path -> Tree.at(view.template(), path).stream())
        .anyMatch(ids ->
            ids instanceof Json.Arr(List<Json> items)
                && items.size() == 2
                && items.getLast().equals(Text.yaml("!Ref " + subnet)));
  }
}
