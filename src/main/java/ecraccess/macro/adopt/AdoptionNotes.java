package ecraccess.macro.adopt;

import ecraccess.core.aws.Service;
import ecraccess.core.cfn.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Explains what in a shorthand may surprise. */
final class AdoptionNotes {
  private AdoptionNotes() {}

  static List<Problem> of(List<Draft> drafts, Optional<String> region) {
    List<Problem> notes = new ArrayList<>();
    for (Draft draft : drafts) {
      draft.group().members().stream()
          .filter(member -> draft.own(member).containsKey("ServiceName"))
          .forEach(member -> region(member, region).ifPresent(notes::add));
      missing(draft).ifPresent(notes::add);
    }
    return notes;
  }

  private static Optional<Problem> region(Candidate member, Optional<String> region) {
    return member
        .property("ServiceName")
        .flatMap(ServiceNameReader::regionIn)
        .filter(named -> !region.equals(Optional.of(named)))
        .map(named ->
            new Problem(
                member.path(),
                region
                    .map(stacks ->
                        "its ServiceName stays, because it names the region %s and not the stack's, %s"
                            .formatted(named, stacks))
                    .orElseGet(() ->
                        "its ServiceName stays, because it names the region %1$s; with --region %1$s it need not"
                            .formatted(named))));
  }

  private static Optional<Problem> missing(Draft draft) {
    String services =
        Service.OF_A_PULL.stream()
            .filter(service -> !draft.group().has(service))
            .map(Service::name)
            .collect(Collectors.joining(", "));
    return services.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Problem(
                draft.group().first().path(),
                "%s creates no endpoint for %s, because there was none that it could adopt: that is what its ExistingServices say"
                    .formatted(draft.logicalId(), services)));
  }
}
