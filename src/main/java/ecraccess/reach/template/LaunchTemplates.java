package ecraccess.reach.template;

import ecraccess.core.cfn.Branch;
import ecraccess.core.cfn.Resource;
import ecraccess.core.json.Json;
import ecraccess.core.logic.Known;
import ecraccess.reach.model.Id;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads what launch templates and launch configurations say of an instance's interface. */
final class LaunchTemplates {
  private static final String TEMPLATE = "AWS::EC2::LaunchTemplate";
  private static final String CONFIGURATION = "AWS::AutoScaling::LaunchConfiguration";
  private static final String PUBLIC_IP = "AssociatePublicIpAddress";

  private final Scenario scenario;
  private final PropertyReader settings;

  LaunchTemplates(Scenario scenario, PropertyReader settings) {
    this.scenario = scenario;
    this.settings = settings;
  }

  /**
   * The first network interface of an instance.
   *
   * @param groups none means the default one, or that of a cluster
   * @param proxy what a proxy that the instance's start script names makes of its calls
   */
  record Interface(List<Id> groups, Known<Boolean> publicIp, Optional<String> proxy) {
    static final Interface UNSAID =
        new Interface(List.of(), Known.unknown(WorkloadReader.SUBNETS_SETTING), Optional.empty());

    Interface {
      groups = List.copyOf(groups);
    }

    static Interface unknown(String name, String missing) {
      return new Interface(
          List.of(new Id.Open("the security groups of " + name, missing)),
          Known.unknown(missing),
          Optional.empty());
    }
  }

  /** Of the instances of an Auto Scaling group; unknown where they may differ. */
  Interface ofGroup(String name, Branch properties) {
    List<Interface> interfaces =
        Stream.concat(
                properties
                    .member("LaunchConfigurationName")
                    .map(place ->
                        settings
                            .referred(place, CONFIGURATION)
                            .map(found -> configuration(name, scenario.properties(found)))
                            .orElseGet(() -> unseen(name, place))),
                specifications(properties)
                    .map(place -> specified(name, place, "LaunchTemplateId", "LaunchTemplateName")))
            .distinct()
            .toList();
    return interfaces.size() == 1
        ? interfaces.getFirst()
        : Interface.unknown(name, "the launch template of " + name);
  }

  /**
   * A single instance, whose own settings go before those of its launch template.
   *
   * @param subnets those that it names itself
   */
  Ec2Instance ofInstance(String name, Branch properties, List<Id> subnets) {
    List<Branch> interfaces = properties.items("NetworkInterfaces").toList();
    Optional<Branch> first = interfaces.stream().filter(LaunchTemplates::isFirst).findFirst();
    if (properties.member("NetworkInterfaces").findAny().isPresent()) {
      Branch own = first.or(() -> interfaces.stream().findFirst()).orElse(properties);
      boolean open =
          settings.doubt(interfaces).isPresent()
              || interfaces.isEmpty()
              || own.member("NetworkInterfaceId").findAny().isPresent();
      List<Id> at = settings.ids(own, "SubnetId", "the subnet of " + name);
      return open
          ? Ec2Instance.unknown(name, "the network interface of " + name)
          : new Ec2Instance(
              name,
              at.isEmpty() ? subnets : at,
              settings.ids(own, "GroupSet", "the security groups of " + name),
              publicIp(own));
    }
    List<Branch> templates = properties.member("LaunchTemplate").toList();
    Interface launched =
        templates.size() == 1
            ? specified(name, templates.getFirst(), "LaunchTemplateId", "LaunchTemplateName")
            : Interface.UNSAID;
    List<Id> groups =
        settings.ids(properties, "SecurityGroupIds", "the security groups of " + name);
    boolean byName = properties.member("SecurityGroups").findAny().isPresent();
    return new Ec2Instance(
        name,
        subnets,
        groups.isEmpty()
            ? byName
                ? List.of(
                    new Id.Open("the security groups of " + name, "the security groups of " + name))
                : launched.groups()
            : groups,
        launched.publicIp());
  }

  /** Of the launch template that the specification names by one of the two properties. */
  Interface specified(String name, Branch specification, String id, String byName) {
    List<Branch> places = Stream.of(id, byName).flatMap(specification::member).distinct().toList();
    Optional<String> doubt = settings.doubt(places);
    if (places.size() != 1 || doubt.isPresent()) {
      return Interface.unknown(name, doubt.orElse("the launch template of " + name));
    }
    return settings
        .named(places.getFirst(), TEMPLATE, "LaunchTemplateName")
        .flatMap(found -> scenario.properties(found).member("LaunchTemplateData").findFirst())
        .map(data -> template(name, data))
        .orElseGet(() -> unseen(name, places.getFirst()));
  }

  private static Interface unseen(String name, Branch template) {
    return Interface.unknown(
        name,
        "the launch template " + PropertyReader.show(template) + ", which is not in the template");
  }

  private Interface configuration(String name, Branch properties) {
    return new Interface(
        settings.ids(properties, "SecurityGroups", "the security groups of " + name),
        publicIp(properties),
        StartScript.proxy(name, properties));
  }

  private Interface template(String name, Branch data) {
    String what = "the security groups of " + name;
    List<Branch> interfaces = data.items("NetworkInterfaces").toList();
    if (interfaces.isEmpty()) {
      boolean open = data.member("NetworkInterfaces").findAny().isPresent();
      // Groups by name exist in a default VPC only.
      return open || data.member("SecurityGroups").findAny().isPresent()
          ? Interface.unknown(name, what)
          : new Interface(
              settings.ids(data, "SecurityGroupIds", what),
              publicIp(data),
              StartScript.proxy(name, data));
    }
    Branch first =
        interfaces.stream()
            .filter(LaunchTemplates::isFirst)
            .findFirst()
            .orElse(interfaces.getFirst());
    Optional<String> doubt = settings.doubt(interfaces);
    if (doubt.isPresent() || first.member("NetworkInterfaceId").findAny().isPresent()) {
      return Interface.unknown(name, doubt.orElse(what));
    }
    return new Interface(
        settings.ids(first, "Groups", what), publicIp(first), StartScript.proxy(name, data));
  }

  private static boolean isFirst(Branch networkInterface) {
    return networkInterface
        .member("DeviceIndex")
        .anyMatch(index ->
            index.value().equals(new Json.Num("0")) || index.value().equals(new Json.Str("0")));
  }

  private Known<Boolean> publicIp(Branch around) {
    List<Branch> places = around.member(PUBLIC_IP).toList();
    if (places.isEmpty()) {
      return Known.unknown(WorkloadReader.SUBNETS_SETTING);
    }
    return settings
        .doubt(places)
        .<Known<Boolean>>map(Known::unknown)
        .orElseGet(() -> scenario.bool(places.getFirst()));
  }

  /** What instances of the Auto Scaling group run when they start. */
  Stream<Json> startScripts(Branch properties) {
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
            Ec2Fleet.metadata(resource).stream(),
            Stream.concat(
                    Stream.of(scenario.properties(resource)),
                    scenario.properties(resource).member("LaunchTemplateData"))
                .flatMap(data -> data.member("UserData"))
                .map(Branch::value)));
  }

  private static Stream<Branch> specifications(Branch group) {
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
