package ecraccess.live.ecs;

import ecraccess.core.json.Json;
import ecraccess.core.json.JsonPath;
import ecraccess.reach.model.Image;
import ecraccess.reach.model.Workload;
import java.util.List;

/**
 * What the tasks of a definition pull and call.
 *
 * @param name as it is shown: {@code web:3}; places of images and demands begin with it
 * @param images what they pull
 * @param demands what else they call to start and to run
 */
public record TaskDefinition(String name, List<Image> images, List<Workload.Demand> demands) {
  public TaskDefinition {
    images = List.copyOf(images);
    demands = List.copyOf(demands);
  }

  /**
   * Reads one.
   *
   * @param document as {@code aws ecs describe-task-definition} prints it, with what is around it
   *     or without, or as {@code register-task-definition --cli-input-json} takes it
   * @param otherwise the name of one that has none of its own
   * @param region where its tasks run
   */
  public static TaskReading read(Json document, String otherwise, String region) {
    return new TaskReader(document, otherwise, region).read();
  }

  /**
   * One that nobody could read.
   *
   * @param missing why, a clause
   */
  public static TaskDefinition unread(String name, String missing) {
    Image any =
        new Image(
            JsonPath.of(name),
            "of " + name,
            new Image.Registry.Unknown("the images of %s (%s)".formatted(name, missing)));
    return new TaskDefinition(name, List.of(any), List.of());
  }
}
