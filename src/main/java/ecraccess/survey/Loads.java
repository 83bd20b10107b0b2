package ecraccess.survey;

import ecraccess.json.Json;
import ecraccess.json.Path;
import ecraccess.network.Image;
import ecraccess.template.Place;
import ecraccess.template.Resource;
import ecraccess.template.Template;
import ecraccess.workload.Need;
import ecraccess.workload.Workload;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads what the tasks of a world pull and call. */
final class Loads {
  private final World world;
  private final Settings settings;
  private final Images images;

  /** With places as they are written, for showing. */
  private final Workload written;

  /** With every text evaluated. */
  private final Workload settled;

  Loads(World world, Settings settings) {
    this.world = world;
    this.settings = settings;
    images = new Images(world);
    Map<String, Json> resources = new LinkedHashMap<>();
    world.resources().forEach(resource -> resources.put(resource.logicalId(), resource.value()));
    Template template = new Template(Json.Obj.of(Template.RESOURCES, new Json.Obj(resources)));
    Place anywhere = new Place(Path.ROOT, new Json.Null(), Place.Conditions.OPEN);
    Optional<String> region = images.ownRegion(anywhere).value();
    written = new Workload(template, world::properties, region);
    settled = new Workload(template, r -> settings.settled(world.properties(r)), region);
  }

  /** Of the task definition that is named there; unknown where it is not in the template. */
  Load named(Place starter, String property) {
    List<Place> places = starter.member(property).toList();
    Optional<String> doubt =
        places.size() > 1 ? Optional.of("which task definition is used") : Optional.empty();
    return places.stream()
        .map(place -> {
          Load load =
              settings
                  .referred(place, "AWS::ECS::TaskDefinition")
                  .map(this::of)
                  .orElse(Load.UNKNOWN);
          return settings.doubt(place).or(() -> doubt).map(load::doubted).orElse(load);
        })
        .reduce(Load.UNKNOWN, Load::and);
  }

  /** Of a task definition or job definition. */
  Load of(Resource definition) {
    Place.Conditions conditions = world.properties(definition).conditions();
    Load load =
        new Load(
            written.images(definition).map(this::image).toList(),
            settled.ofTask(definition).map(need -> checked(need, conditions)).toList());
    return settings.doubt(definition.path(), conditions).map(load::doubted).orElse(load);
  }

  private Image image(Place place) {
    Image image = images.read(place);
    return settings.doubt(place).map(missing -> Load.doubted(image, missing)).orElse(image);
  }

  /** Because of how tasks are started: see {@link Workload#ofStarting}. */
  Load ofStarting(Place place, Place starter, Optional<Resource> cluster) {
    return Load.of(
        settled
            .ofStarting(place, settings.settled(starter), cluster)
            .map(need -> checked(need, starter.conditions())));
  }

  private Need checked(Need need, Place.Conditions conditions) {
    return settings.doubt(need.path(), conditions).isPresent() ? need.doubted() : need;
  }
}
