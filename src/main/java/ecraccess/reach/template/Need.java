package ecraccess.reach.template;

import ecraccess.core.aws.Service;
import ecraccess.core.cfn.Branch;
import ecraccess.core.json.JsonPath;
import ecraccess.core.logic.Answer;
import ecraccess.reach.model.Workload.Target;
import java.util.Arrays;
import java.util.stream.Stream;

/**
 * A service that something in the template calls, and so needs an endpoint for.
 *
 * @param reason one clause that starts with the place: {@code Resources.Task….LogConfiguration uses
 *     the awslogs driver}; where the template leaves it open the clause says "may"
 * @param path the place
 * @param certain whether the service is known to be called, and nothing starts without it
 * @param target where the service is called, and for what
 */
public record Need(Service service, String reason, JsonPath path, boolean certain, Target target) {

  public Need(Service service, String reason, JsonPath path, boolean certain) {
    this(service, reason, path, certain, Target.HERE);
  }

  public Need(Service service, String reason, JsonPath path) {
    this(service, reason, path, true);
  }

  static Stream<Need> of(Branch place, String clause, Service... services) {
    return Arrays.stream(services)
        .map(service -> new Need(service, place.path() + " " + clause, place.path()));
  }

  /** The same where the service may be called, or may be done without. */
  static Stream<Need> possible(Branch place, String clause, Service... services) {
    return of(place, clause, services).map(Need::doubted);
  }

  /** The needs if the answer is yes, the same with the doubtful clause if it is maybe. */
  static Stream<Need> when(
      Answer answer, Branch place, String clause, String doubtful, Service... services) {
    return switch (answer) {
      case YES -> of(place, clause, services);
      case MAYBE -> possible(place, doubtful, services);
      case NO -> Stream.empty();
    };
  }

  /** The same, where something else leaves open whether it is needed. */
  public Need doubted() {
    return new Need(service, reason, path, false, target);
  }

  /** The same of that target. */
  Need with(Target other) {
    return new Need(service, reason, path, certain, other);
  }
}
