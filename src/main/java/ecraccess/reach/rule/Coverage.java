package ecraccess.reach.rule;

import ecraccess.core.json.JsonPath;
import ecraccess.reach.model.Network;
import ecraccess.reach.model.Unjudged;
import ecraccess.reach.model.Workload;
import ecraccess.reach.verdict.Check;
import ecraccess.reach.verdict.Note;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Says what of a template was judged though nobody showed where it runs, and what was not. */
public record Coverage(Network network) {
  public static final Check NOTHING_SHOWN =
      Check.of(
          "no-workload-shown",
          "Nothing that pulls images is shown",
          "The template has endpoints but nothing that pulls. Any task in the subnets of the "
              + "endpoints is judged in its place, with an image from private ECR.",
          "Check the template that has the tasks together with this one.",
          "https://docs.aws.amazon.com/AmazonECR/latest/userguide/vpc-endpoints.html");

  public static final Check START_NOT_SHOWN =
      Check.of(
          "start-not-shown",
          "Task definition that nothing in the template starts",
          "Where its tasks run nobody has said. They are judged in the subnets of the endpoints.",
          "Check the template that starts the tasks together with this one.",
          "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/standalone-tasks.html");

  public static final Check NOT_JUDGED =
      Check.of(
          "not-judged",
          "Resource that runs containers and is not judged",
          "Some resources pull images from a network of AWS and need no endpoint here. Of others "
              + "the template does not show what they pull, or where they run.",
          "Nothing, where AWS pulls. Otherwise check by hand what it pulls.",
          "https://docs.aws.amazon.com/AmazonECR/latest/userguide/vpc-endpoints.html");

  /** The IDs of these checks. */
  public static final Set<String> IDS =
      Set.of(NOTHING_SHOWN.id(), START_NOT_SHOWN.id(), NOT_JUDGED.id());

  /** One for each reason. */
  public List<Note> notes() {
    return Stream.concat(standIns(), unjudged()).toList();
  }

  private Stream<Note> standIns() {
    return network.workloads().stream()
        .filter(Workload::isStandIn)
        .map(workload ->
            workload.images().isEmpty() && workload.demands().isEmpty()
                ? new Note(
                    NOTHING_SHOWN,
                    workload.path(),
                    "nothing that pulls images is shown, so a task in the subnets of %s was judged, with an image from private ECR"
                        .formatted(workload.name()))
                : new Note(
                    START_NOT_SHOWN,
                    workload.path(),
                    "nothing here starts %s, so it was judged in the subnets of the endpoints"
                        .formatted(workload.name())))
        .distinct();
  }

  private Stream<Note> unjudged() {
    Map<Unjudged.Reason, List<Unjudged>> byReason =
        network.unjudged().stream()
            .collect(
                Collectors.groupingBy(Unjudged::reason, LinkedHashMap::new, Collectors.toList()));
    return byReason.entrySet().stream()
        .map(all -> {
          String names =
              all.getValue().stream().map(Unjudged::name).collect(Collectors.joining(", "));
          JsonPath first = all.getValue().getFirst().path();
          return new Note(
              NOT_JUDGED, first, "not judged: %s; %s".formatted(names, why(all.getKey())));
        });
  }

  private static String why(Unjudged.Reason reason) {
    return switch (reason) {
      case LAMBDA_IMAGE ->
          "Lambda pulls a function's image from its own network and needs no endpoint for that";
      case APP_RUNNER ->
          "App Runner pulls a service's image from its own network and needs no endpoint for that";
      case CODE_BUILD ->
          "CodeBuild pulls the build's own image from its own network; what the build's commands"
              + " pull is not read";
      case SAGEMAKER ->
          "SageMaker pulls images for its platform and needs no endpoint of ECR for that; its other"
              + " calls are not judged";
      case LAUNCH_TEMPLATE -> "nothing in the template starts instances of it";
      case PODS ->
          "which images its pods pull no template shows; pulls from private ECR were judged";
    };
  }
}
