package ecraccess.reach.template;

import ecraccess.core.cfn.Branch;
import ecraccess.core.cfn.Resource;
import ecraccess.core.json.Json;
import ecraccess.core.logic.Known;
import ecraccess.reach.template.LaunchType.Decider;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Decides what tasks are started on, in ECS's order: the launch type, the capacity provider
 * strategy, the cluster's default strategy, and EC2 instances where there is none of them.
 */
final class LaunchTypes {
  private static final String STRATEGY = "CapacityProviderStrategy";
  private static final String DEFAULT_STRATEGY = "DefaultCapacityProviderStrategy";

  private final Scenario scenario;
  private final PropertyReader settings;

  LaunchTypes(Scenario scenario, PropertyReader settings) {
    this.scenario = scenario;
    this.settings = settings;
  }

  /** Several where tasks are spread; none where they run on machines outside AWS. */
  List<LaunchType> of(TaskStart start, Optional<Resource> cluster) {
    return switch (settings.text(start.settings(), "LaunchType")) {
      case Known.Unknown<Optional<String>>(String missing) ->
          List.of(new LaunchType.Open(said(start), Decider.LAUNCH_TYPE, missing));
      case Known.Is<Optional<String>>(Optional<String> type) ->
          type.map(it -> ofType(it, start))
              .or(() -> strategy(start.settings(), STRATEGY))
              .orElseGet(() -> byDefault(start, cluster));
    };
  }

  private static List<LaunchType> ofType(String type, TaskStart start) {
    return switch (type) {
      case "FARGATE" -> List.of(new LaunchType.Fargate());
      case "EC2" -> List.of(new LaunchType.Cluster(said(start), Decider.LAUNCH_TYPE));
      case "EXTERNAL" -> List.of();
      default ->
          List.of(
              new LaunchType.Open(
                  said(start), Decider.LAUNCH_TYPE, "the launch type of " + start.name()));
    };
  }

  private static Branch said(TaskStart start) {
    return start.settings().member("LaunchType").findFirst().orElseGet(start::place);
  }

  /** What a strategy says; empty where there is none. */
  private Optional<List<LaunchType>> strategy(Branch around, String property) {
    List<Branch> lists = around.member(property).toList();
    if (lists.isEmpty()) {
      return Optional.empty();
    }
    List<Branch> items = around.items(property).toList();
    List<Branch> used =
        items.stream()
            .filter(item -> items.size() == 1 || !isIdle(item))
            .flatMap(item -> item.member("CapacityProvider"))
            .toList();
    if (items.isEmpty() && lists.stream().allMatch(list -> list.value() instanceof Json.Arr)) {
      return Optional.empty();
    }
    return Optional.of(
        used.isEmpty()
            ? List.of(
                new LaunchType.Open(
                    lists.getFirst(),
                    Decider.CAPACITY_PROVIDER,
                    "the capacity provider at " + lists.getFirst().path()))
            : used.stream().map(this::provider).distinct().toList());
  }

  /** A provider with neither weight nor base gets no task while another has some. */
  private static boolean isIdle(Branch item) {
    return isZero(item.member("Weight")) && (item.mayLack("Base") || isZero(item.member("Base")));
  }

  private static boolean isZero(Stream<Branch> numbers) {
    List<Json> all = numbers.map(Branch::value).toList();
    return !all.isEmpty()
        && all.stream()
            .allMatch(it -> it.equals(new Json.Num("0")) || it.equals(new Json.Str("0")));
  }

  private LaunchType provider(Branch provider) {
    Optional<String> doubt = settings.doubt(provider);
    if (doubt.isPresent()) {
      return new LaunchType.Open(provider, Decider.CAPACITY_PROVIDER, doubt.get());
    }
    Optional<Resource> found = settings.named(provider, "AWS::ECS::CapacityProvider", "Name");
    if (found.isPresent()) {
      return new LaunchType.Provider(provider, found.get());
    }
    return switch (scenario.text(provider)) {
      case Known.Is<String>(String name)
          when name.equals("FARGATE") || name.equals("FARGATE_SPOT") ->
          new LaunchType.Fargate();
      case Known.Is<String> other ->
          new LaunchType.Unseen(
              provider,
              "the instances of capacity provider "
                  + PropertyReader.show(provider)
                  + ", which the template does not show");
      case Known.Unknown<String>(String missing) ->
          new LaunchType.Open(provider, Decider.CAPACITY_PROVIDER, missing);
    };
  }

  private List<LaunchType> byDefault(TaskStart start, Optional<Resource> cluster) {
    Optional<List<LaunchType>> ofCluster =
        cluster.flatMap(found ->
            Stream.concat(Stream.of(found), associations(found))
                .flatMap(said -> defaults(said).stream())
                .findFirst());
    if (ofCluster.isPresent()) {
      return ofCluster.get();
    }
    if (isForFargateOnly(start)) {
      return List.of(new LaunchType.Fargate());
    }
    return cluster.isPresent()
        ? List.of(new LaunchType.Cluster(start.place(), Decider.DEFAULT))
        : List.of(
            new LaunchType.Open(
                start.place(),
                Decider.DEFAULT,
                "the default capacity provider strategy of " + describeCluster(start)));
  }

  /**
   * What tasks run on that name neither a launch type nor a capacity provider.
   *
   * @param said a cluster, or what associates one with capacity providers
   */
  Optional<List<LaunchType>> defaults(Resource said) {
    return strategy(scenario.properties(said), DEFAULT_STRATEGY);
  }

  /** What gives the cluster its capacity providers. */
  Stream<Resource> associations(Resource cluster) {
    return settings
        .all("AWS::ECS::ClusterCapacityProviderAssociations")
        .filter(associations ->
            scenario
                .properties(associations)
                .member("Cluster")
                .flatMap(name -> settings.named(name, "AWS::ECS::Cluster", "ClusterName").stream())
                .anyMatch(cluster::equals));
  }

  private boolean isForFargateOnly(TaskStart start) {
    List<String> compatibilities =
        start
            .settings()
            .member(start.definition())
            .flatMap(place -> settings.referred(place, "AWS::ECS::TaskDefinition").stream())
            .flatMap(found -> scenario.properties(found).items("RequiresCompatibilities"))
            .map(place -> scenario.text(place).value().orElse("EC2"))
            .toList();
    return !compatibilities.isEmpty()
        && compatibilities.stream().allMatch(it -> it.equals("FARGATE"));
  }

  static String describeCluster(TaskStart start) {
    return start.clusters().stream()
        .findFirst()
        .map(place -> "cluster " + PropertyReader.show(place) + ", which is not in the template")
        .orElse("the default cluster, which is not in the template");
  }
}
