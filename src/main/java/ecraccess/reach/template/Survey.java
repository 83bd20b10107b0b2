package ecraccess.reach.template;

import ecraccess.core.cfn.Template;
import ecraccess.core.json.Json;
import ecraccess.core.json.JsonPath;
import ecraccess.reach.model.Endpoint;
import ecraccess.reach.model.Image;
import ecraccess.reach.model.Network;
import ecraccess.reach.model.Workload;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Reads the network that a template makes or refers to. */
public final class Survey {
  private Survey() {}

  /**
   * What there is to know besides the template.
   *
   * @param region the region of the deployment
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
      Map<Json, Set<String>> existing) {}

  /**
   * Every network that the template leaves possible: one where its conditions are decided.
   *
   * @param template with every shorthand expanded
   */
  public static List<Network> of(Template template, Context context) {
    return Scenarios.of(template, context).stream().map(Survey::network).toList();
  }

  private static Network network(Scenario world) {
    List<Endpoint> endpoints = new EndpointReader(world).all();
    VpcMembership homes = new VpcMembership(endpoints);
    return new Network(
        world.context().region(),
        new VpcReader(world).all(),
        new SubnetReader(world, homes).all(),
        new RouteTableReader(world, homes).all(),
        new SecurityGroupReader(world, homes).all(),
        new NetworkAclReader(world).all(),
        endpoints,
        WorkloadReader.of(world, endpoints).stream().map(puller -> located(puller, world)).toList(),
        world.assumptions(),
        world.context().accountId());
  }

  /** The puller with its places as the user wrote them. */
  private static Workload located(Workload puller, Scenario world) {
    return new Workload(
        puller.name(),
        world.origin(puller.path()),
        puller.what(),
        puller.subnets(),
        puller.groups(),
        puller.publicIp(),
        puller.images().stream()
            .map(image -> new Image(world.origin(image.path()), image.text(), image.registry()))
            .toList(),
        puller.demands().stream()
            .map(demand ->
                new Workload.Demand(
                    demand.service(),
                    demand.reason(),
                    world.origin(demand.path()),
                    demand.certain()))
            .toList());
  }
}
