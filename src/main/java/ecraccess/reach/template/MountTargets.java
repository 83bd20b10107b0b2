package ecraccess.reach.template;

import ecraccess.core.cfn.Branch;
import ecraccess.core.cfn.Resource;
import ecraccess.core.logic.Known;
import ecraccess.reach.model.Id;
import ecraccess.reach.model.Resolved;
import ecraccess.reach.model.Workload.Mount;
import ecraccess.reach.model.Workload.MountTarget;
import ecraccess.reach.model.Workload.Target;
import java.util.List;
import java.util.Optional;

/** Reads where a file system can be reached. */
final class MountTargets {
  private static final String FILE_SYSTEM = "AWS::EFS::FileSystem";
  private static final String MOUNT_TARGET = "AWS::EFS::MountTarget";

  private final Scenario scenario;
  private final PropertyReader settings;

  MountTargets(Scenario scenario, PropertyReader settings) {
    this.scenario = scenario;
    this.settings = settings;
  }

  /** A file system whose mount targets nobody has looked for yet. */
  static Target unread(Branch id) {
    String shown = PropertyReader.show(id);
    return new Target(
        Optional.empty(),
        List.of(Resolved.of(id.value())),
        Optional.of(new Mount(shown, Known.unknown("the mount targets of " + shown))));
  }

  /** The mount targets of the file system, where the template makes it and all of them. */
  Mount of(Mount unread, Branch id) {
    return settings
        .referred(id, FILE_SYSTEM)
        .flatMap(found -> scenario.resource(found.logicalId()))
        .map(found -> new Mount(found.logicalId(), targets(found)))
        .orElse(unread);
  }

  private Known<List<MountTarget>> targets(Resource fileSystem) {
    Optional<String> doubt =
        scenario.unsure(MOUNT_TARGET).map(Inventory.Unsure::reason).findFirst();
    return doubt
        .<Known<List<MountTarget>>>map(Known::unknown)
        .orElseGet(() ->
            Known.is(
                scenario
                    .resources(MOUNT_TARGET)
                    .filter(target -> isOf(target, fileSystem))
                    .map(this::target)
                    .toList()));
  }

  /** One whose file system only the deployment knows may be of this one too. */
  private boolean isOf(Resource target, Resource fileSystem) {
    return scenario
        .member(scenario.properties(target), "FileSystemId")
        .map(scenario::id)
        .filter(id -> !id.is(new Id.Created(fileSystem.logicalId())).isNo())
        .isPresent();
  }

  private MountTarget target(Resource target) {
    Branch properties = scenario.properties(target);
    String name = target.logicalId();
    return new MountTarget(
        name,
        scenario.origin(target.path()),
        scenario
            .member(properties, "SubnetId")
            .map(scenario::id)
            .orElseGet(() -> new Id.Open("the subnet of " + name, "the subnet of " + name)),
        settings.ids(properties, "SecurityGroups", "the security groups of " + name));
  }
}
