package ecraccess.survey;

import ecraccess.json.Json;
import ecraccess.logic.Known;
import ecraccess.network.Id;
import ecraccess.template.Place;
import ecraccess.template.Resource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads what launch templates and launch configurations say of an instance's interface. */
final class LaunchTemplates {
  private static final String TEMPLATE = "AWS::EC2::LaunchTemplate";
  private static final String CONFIGURATION = "AWS::AutoScaling::LaunchConfiguration";
  private static final String PUBLIC_IP = "AssociatePublicIpAddress";

  private final World world;
  private final Settings settings;

  LaunchTemplates(World world, Settings settings) {
    this.world = world;
    this.settings = settings;
  }

  /**
   * The first network interface of an instance.
   *
   * @param groups none means the default one, or that of a cluster
   */
  record Interface(List<Id> groups, Known<Boolean> publicIp) {
    static final Interface UNSAID =
        new Interface(List.of(), Known.unknown(Pullers.SUBNETS_SETTING));

    Interface {
      groups = List.copyOf(groups);
    }

    static Interface unknown(String name, String missing) {
      return new Interface(
          List.of(new Id.Open("the security groups of " + name, missing)), Known.unknown(missing));
    }
  }

  /** Of the instances of an Auto Scaling group; unknown where they may differ. */
  Interface ofGroup(String name, Place properties) {
    List<Interface> interfaces =
        Stream.concat(
                properties
                    .member("LaunchConfigurationName")
                    .map(place ->
                        settings
                            .referred(place, CONFIGURATION)
                            .map(found -> configuration(name, world.properties(found)))
                            .orElseGet(() -> unseen(name, place))),
                specifications(properties)
                    .map(place -> specified(name, place, "LaunchTemplateId", "LaunchTemplateName")))
            .distinct()
            .toList();
    return interfaces.size() == 1
        ? interfaces.getFirst()
        : Interface.unknown(name, "the launch template of " + name);
  }

  /** Of the launch template that the specification names by one of the two properties. */
  Interface specified(String name, Place specification, String id, String byName) {
    List<Place> places = Stream.of(id, byName).flatMap(specification::member).distinct().toList();
    Optional<String> doubt = settings.doubt(places);
    if (places.size() != 1 || doubt.isPresent()) {
      return Interface.unknown(name, doubt.orElse("the launch template of " + name));
    }
    return settings
        .named(places.getFirst(), TEMPLATE, "LaunchTemplateName")
        .flatMap(found -> world.properties(found).member("LaunchTemplateData").findFirst())
        .map(data -> template(name, data))
        .orElseGet(() -> unseen(name, places.getFirst()));
  }

  private static Interface unseen(String name, Place template) {
    return Interface.unknown(
        name, "the launch template " + Settings.show(template) + ", which is not in the template");
  }

  private Interface configuration(String name, Place properties) {
    return new Interface(
        settings.ids(properties, "SecurityGroups", "the security groups of " + name),
        publicIp(properties));
  }

  private Interface template(String name, Place data) {
    String what = "the security groups of " + name;
    List<Place> interfaces = data.items("NetworkInterfaces").toList();
    if (interfaces.isEmpty()) {
      boolean open = data.member("NetworkInterfaces").findAny().isPresent();
      // Groups by name exist in a default VPC only.
      return open || data.member("SecurityGroups").findAny().isPresent()
          ? Interface.unknown(name, what)
          : new Interface(settings.ids(data, "SecurityGroupIds", what), publicIp(data));
    }
    Place first =
        interfaces.stream()
            .filter(LaunchTemplates::isFirst)
            .findFirst()
            .orElse(interfaces.getFirst());
    Optional<String> doubt = settings.doubt(interfaces);
    if (doubt.isPresent() || first.member("NetworkInterfaceId").findAny().isPresent()) {
      return Interface.unknown(name, doubt.orElse(what));
    }
    return new Interface(settings.ids(first, "Groups", what), publicIp(first));
  }

  private static boolean isFirst(Place networkInterface) {
    return networkInterface
        .member("DeviceIndex")
        .anyMatch(index ->
            index.value().equals(new Json.Num("0")) || index.value().equals(new Json.Str("0")));
  }

  private Known<Boolean> publicIp(Place around) {
    List<Place> places = around.member(PUBLIC_IP).toList();
    if (places.isEmpty()) {
      return Known.unknown(Pullers.SUBNETS_SETTING);
    }
    return settings
        .doubt(places)
        .<Known<Boolean>>map(Known::unknown)
        .orElseGet(() -> world.bool(places.getFirst()));
  }

  /** What instances of the Auto Scaling group run when they start. */
  Stream<Json> startScripts(Place properties) {
    Stream<Resource> found =
        Stream.concat(
            properties
                .member("LaunchConfigurationName")
                .flatMap(place -> settings.referred(place, CONFIGURATION).stream()),
            specifications(properties)
                .flatMap(place ->
                    Stream.of("LaunchTemplateId", "LaunchTemplateName").flatMap(place::member))
                .flatMap(place -> settings.named(place, TEMPLATE, "LaunchTemplateName").stream()));
    return found.flatMap(resource ->
        Stream.concat(
            Machines.metadata(resource).stream(),
            Stream.concat(
                    Stream.of(world.properties(resource)),
                    world.properties(resource).member("LaunchTemplateData"))
                .flatMap(data -> data.member("UserData"))
                .map(Place::value)));
  }

  private static Stream<Place> specifications(Place group) {
    return Stream.concat(
        group.member("LaunchTemplate"),
        group
            .at("MixedInstancesPolicy", "LaunchTemplate")
            .flatMap(mixed ->
                Stream.concat(
                    mixed.member("LaunchTemplateSpecification"),
                    mixed
                        .items("Overrides")
                        .flatMap(item -> item.member("LaunchTemplateSpecification")))));
  }
}
