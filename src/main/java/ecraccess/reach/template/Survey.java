package ecraccess.reach.template;

import ecraccess.core.aws.Regions;
import ecraccess.core.cfn.Intrinsic;
import ecraccess.core.cfn.Loops;
import ecraccess.core.cfn.Pieces;
import ecraccess.core.cfn.Template;
import ecraccess.core.cfn.eval.ScalarText;
import ecraccess.core.json.Json;
import ecraccess.core.json.JsonPath;
import ecraccess.reach.model.Endpoint;
import ecraccess.reach.model.Image;
import ecraccess.reach.model.Network;
import ecraccess.reach.model.Unjudged;
import ecraccess.reach.model.Workload;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Reads the network that a template makes or refers to. */
public final class Survey {
  private Survey() {}

  /**
   * What there is to know besides the template.
   *
   * @param region the region of the deployment, or {@link Regions#UNTOLD}
   * @param accountId of the deployment
   * @param parameterValues strings or arrays by name; a parameter without one has no value yet
   * @param origin where the user wrote what stands at a place of the template: another place for
   *     what was generated, the shorthand's own path where no part of it says more
   * @param existing the services, by short name, whose endpoint a VPC has already though no
   *     template shows it, by the expression of the VPC's ID
   */
  public record Context(
      String region,
      String accountId,
      Json.Obj parameterValues,
      UnaryOperator<JsonPath> origin,
      Map<Json, Set<String>> existing) {

    Context in(String otherRegion) {
      return new Context(otherRegion, accountId, parameterValues, origin, existing);
    }
  }

  /**
   * Every network that the template leaves possible: one where its conditions are decided.
   *
   * @param template with every shorthand expanded
   */
  public static List<Network> of(Template template, Context context) {
    Loops.Unrolled unrolled =
        Loops.unrolled(template, collection -> collection(collection, context));
    Context placed =
        new Context(
            context.region(),
            context.accountId(),
            context.parameterValues(),
            path -> context.origin().apply(unrolled.origin(path)),
            context.existing());
    return Scenarios.of(unrolled.template(), placed).stream().map(Survey::network).toList();
  }

  /** The same, but what loops make counts as unknown. */
  public static List<Network> besideLoops(Template template, Context context) {
    return Scenarios.of(template, context).stream().map(Survey::network).toList();
  }

  /** A loop's items: written out, or the value of a parameter. */
  private static Optional<List<String>> collection(Json collection, Context context) {
    return Loops.written(
        Intrinsic.of(collection)
            .filter(function -> function.name().equals(Intrinsic.REF))
            .flatMap(function -> ScalarText.text(function.argument()))
            .flatMap(context.parameterValues()::get)
            .orElse(collection));
  }

  private static Network network(Scenario scenario) {
    List<Endpoint> endpoints = new EndpointReader(scenario).all();
    VpcMembership homes = new VpcMembership(endpoints);
    Network read =
        new Network(
            scenario.context().region(),
            new VpcReader(scenario).all(),
            new SubnetReader(scenario, homes).all(),
            new RouteTableReader(scenario, homes).all(),
            new SecurityGroupReader(scenario, homes).all(),
            new NetworkAclReader(scenario).all(),
            endpoints,
            WorkloadReader.of(scenario, endpoints).stream()
                .map(workload -> located(workload, scenario))
                .toList(),
            scenario.assumptions(),
            accountId(scenario),
            Bystanders.of(scenario).stream()
                .map(one -> new Unjudged(one.name(), scenario.origin(one.path()), one.reason()))
                .toList());
    return UnreadParts.in(read, scenario);
  }

  /** The account as told, or what the user's own resources say of it. */
  private static String accountId(Scenario scenario) {
    String told = scenario.context().accountId();
    boolean saysOwn =
        scenario
            .resources()
            .filter(resource -> scenario.origin(resource.path()).equals(resource.path()))
            .anyMatch(resource -> Pieces.names(resource.value(), "AWS::AccountId"));
    return told.isEmpty() && saysOwn ? Network.ANOTHER_ACCOUNT : told;
  }

  /** The workload with its places as the user wrote them. */
  private static Workload located(Workload workload, Scenario scenario) {
    return new Workload(
        workload.name(),
        scenario.origin(workload.path()),
        workload.what(),
        workload.subnets(),
        workload.groups(),
        workload.publicIp(),
        workload.assignPublicIp().map(scenario::origin),
        workload.proxy(),
        workload.images().stream()
            .map(image -> new Image(scenario.origin(image.path()), image.text(), image.registry()))
            .toList(),
        located(workload.demands(), scenario),
        workload.role(),
        located(workload.conduct(), scenario));
  }

  private static List<Workload.Demand> located(List<Workload.Demand> demands, Scenario scenario) {
    return demands.stream()
        .map(demand ->
            new Workload.Demand(
                demand.service(),
                demand.reason(),
                scenario.origin(demand.path()),
                demand.certain(),
                demand.target()))
        .toList();
  }

  private static Workload.Conduct located(Workload.Conduct conduct, Scenario scenario) {
    return new Workload.Conduct(
        conduct.pull(),
        located(conduct.later(), scenario),
        conduct.publicCalls().stream()
            .map(call ->
                new Workload.PublicCall(
                    call.label(),
                    call.host(),
                    call.reason(),
                    scenario.origin(call.path()),
                    call.wayOut(),
                    call.certain()))
            .toList(),
        conduct.unread());
  }
}
