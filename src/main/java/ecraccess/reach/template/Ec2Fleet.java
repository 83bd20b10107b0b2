package ecraccess.reach.template;

import ecraccess.core.cfn.Branch;
import ecraccess.core.cfn.Outline;
import ecraccess.core.cfn.Pieces;
import ecraccess.core.cfn.Resource;
import ecraccess.core.json.Json;
import ecraccess.core.logic.Known;
import ecraccess.reach.model.Id;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads EC2 instances, single ones and those of Auto Scaling groups. */
final class Ec2Fleet {
  static final String GROUP = "AWS::AutoScaling::AutoScalingGroup";
  private static final String INSTANCE = "AWS::EC2::Instance";

  private final Scenario scenario;
  private final PropertyReader settings;
  private final LaunchTemplates templates;

  /** Who joins a cluster, by its logical ID. */
  private final Map<String, List<Resource>> joining = new HashMap<>();

  Ec2Fleet(Scenario scenario, PropertyReader settings) {
    this.scenario = scenario;
    this.settings = settings;
    this.templates = new LaunchTemplates(scenario, settings);
  }

  LaunchTemplates templates() {
    return templates;
  }

  /** An instance, or those of an Auto Scaling group. */
  Ec2Instance of(Resource group) {
    Branch properties = scenario.properties(group);
    String name = group.logicalId();
    Optional<String> doubt = settings.doubt(group.path(), properties.conditions());
    if (doubt.isPresent()) {
      return Ec2Instance.unknown(name, doubt.get());
    }
    if (group.isOfType(INSTANCE)) {
      return templates.ofInstance(name, properties, subnets(properties, "SubnetId", name));
    }
    LaunchTemplates.Interface first = templates.ofGroup(name, properties);
    return new Ec2Instance(
        name,
        subnets(properties, "VPCZoneIdentifier", name),
        first.groups(),
        first.publicIp(),
        first.proxy());
  }

  /** What a list of subnets names; an open one where it is missing. */
  List<Id> subnets(Branch properties, String list, String name) {
    String what = "the subnets of " + name;
    List<Id> ids = settings.ids(properties, list, what);
    return ids.isEmpty() ? List.of(new Id.Open(what, what)) : ids;
  }

  /** The Auto Scaling groups and instances that are told of the cluster when they start. */
  Stream<Resource> joining(Resource cluster) {
    return joining
        .computeIfAbsent(
            cluster.logicalId(),
            id -> all().filter(group -> scripts(group).anyMatch(it -> mentions(it, id))).toList())
        .stream();
  }

  /** Every Auto Scaling group and every instance by itself. */
  Stream<Resource> all() {
    return Stream.concat(settings.all(GROUP), settings.all(INSTANCE));
  }

  /** What an instance, or those of a group, run when they start. */
  Stream<Json> scripts(Resource machine) {
    Branch properties = scenario.properties(machine);
    return Stream.of(
            metadata(machine).stream(),
            properties.member("UserData").map(Branch::value),
            templates.startScripts(properties))
        .flatMap(scripts -> scripts);
  }

  /** Where {@code cfn-init} takes its orders from. */
  static Optional<Json> metadata(Resource resource) {
    return resource.value() instanceof Json.Obj body ? body.get("Metadata") : Optional.empty();
  }

  private static boolean mentions(Json value, String logicalId) {
    boolean here =
        Pieces.of(value).inOrder().stream()
            .flatMap(piece -> Outline.of(piece).lead().stream())
            .anyMatch(name -> name.equals(logicalId) || name.startsWith(logicalId + "."));
    return here || children(value).anyMatch(child -> mentions(child, logicalId));
  }

  private static Stream<Json> children(Json value) {
    return switch (value) {
      case Json.Obj obj -> obj.members().values().stream();
      case Json.Arr(List<Json> elements) -> elements.stream();
      case Json.Str s -> Stream.empty();
      case Json.Num n -> Stream.empty();
      case Json.Bool b -> Stream.empty();
      case Json.Null n -> Stream.empty();
    };
  }

  /** The instances that ECS itself starts for a capacity provider. */
  Ec2Instance managed(String name, Branch configuration) {
    return new Ec2Instance(
        name,
        subnets(configuration, "Subnets", name),
        settings.ids(configuration, "SecurityGroups", "the security groups of " + name),
        Known.unknown(WorkloadReader.SUBNETS_SETTING));
  }
}
