package ecraccess.cli;

import ecraccess.core.json.Json;
import ecraccess.core.json.JsonText;
import ecraccess.core.json.MalformedJson;
import ecraccess.live.ecs.TaskDefinition;
import ecraccess.live.ecs.TaskDefinitions;
import ecraccess.live.ecs.TaskDefinitions.Answer;
import ecraccess.live.ecs.TaskReading;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The task definition that is walked for. */
final class TaskOption {
  private static final Pattern NAME =
      Pattern.compile("[A-Za-z0-9_-]+(:[0-9]+)?|arn:[^\\s:]+:ecs:[^\\s]+/[A-Za-z0-9_-]+(:[0-9]+)?");

  @Option(
      names = "--task",
      paramLabel = "TASK_DEFINITION",
      description = {
        "What the tasks run: family, family:revision or ARN, as ECS knows it; or a file with its"
            + " JSON, - for standard input. By default any task with images in private ECR."
      })
  private @Nullable String task;

  /** What was read, and what could not be. */
  record Found(TaskDefinition definition, Optional<String> note) {}

  /** Empty where nothing was given. */
  Optional<Found> read(Console console, Cloud cloud) throws CommandFailure {
    Optional<String> given = Optional.ofNullable(task);
    if (given.isEmpty()) {
      return Optional.empty();
    }
    InputText input = new InputText(given.get());
    boolean isFile = input.isStandardInput() || isFile(given.get());
    return Optional.of(isFile ? ofFile(input, console, cloud.region()) : ofEcs(given.get(), cloud));
  }

  private static boolean isFile(String name) {
    Path path = Path.of(name);
    return Files.exists(path) && !Files.isDirectory(path);
  }

  private static Found ofFile(InputText input, Console console, String region)
      throws CommandFailure {
    try {
      return read(JsonText.read(input.read(console)), input.name(), region);
    } catch (MalformedJson e) {
      throw CommandFailure.wrongUse(
          "%s: expected the JSON of a task definition, found what is %s"
              .formatted(input.name(), e.describe()));
    }
  }

  private static Found ofEcs(String name, Cloud cloud) throws CommandFailure {
    if (!NAME.matcher(name).matches()) {
      throw CommandFailure.wrongUse(
          "--task: expected family, family:revision, ARN or an existing file, found " + name);
    }
    return switch (cloud.taskDefinitions().describe(name)) {
      case Answer.Told(Json.Obj definition) -> read(definition, shortName(name), cloud.region());
      case Answer.Denied denied -> denied(shortName(name));
      case Answer.Failed(String reason) ->
          throw CommandFailure.wrongUse("--task " + name + ": " + reason);
    };
  }

  private static Found read(Json document, String name, String region) throws CommandFailure {
    return switch (TaskDefinition.read(document, name, region)) {
      case TaskReading.Done(TaskDefinition definition) -> new Found(definition, Optional.empty());
      case TaskReading.Failed(String reason) -> throw CommandFailure.wrongUse(name + ": " + reason);
    };
  }

  private static Found denied(String name) {
    String permission = TaskDefinitions.PERMISSION;
    return new Found(
        TaskDefinition.unread(name, "no permission " + permission),
        Optional.of(
            "task definition %s: not known, expected the permission %s, found it denied; give --task a file with its JSON, or grant the permission"
                .formatted(name, permission)));
  }

  private static String shortName(String name) {
    return name.substring(name.lastIndexOf('/') + 1);
  }
}
