package ecraccess.survey;

import ecraccess.logic.Answer;
import ecraccess.logic.Known;
import ecraccess.network.Endpoint;
import ecraccess.network.Id;
import ecraccess.network.Puller;
import ecraccess.service.Service;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Stands for tasks that no template shows: any that are started where ECR has its endpoints. */
final class AnyTask {
  private AnyTask() {}

  /**
   * Where tasks are expected.
   *
   * @param shorthand that wrote the endpoints; empty where the user did
   */
  private record Somewhere(Id vpc, Set<Id> subnets, String shorthand) {}

  /** One for each VPC and its subnets, however many endpoints stand there. */
  static List<Puller> beside(List<Endpoint> endpoints) {
    Map<Somewhere, Puller> pullers = new LinkedHashMap<>();
    endpoints.stream()
        .filter(AnyTask::isOfEcr)
        .forEach(endpoint -> {
          String shorthand = endpoint.maker().equals(endpoint.name()) ? "" : endpoint.maker();
          pullers.putIfAbsent(
              new Somewhere(endpoint.vpc(), new LinkedHashSet<>(endpoint.subnets()), shorthand),
              puller(endpoint));
        });
    return List.copyOf(pullers.values());
  }

  private static boolean isOfEcr(Endpoint endpoint) {
    boolean ecr =
        endpoint.service() instanceof Known.Is<Optional<Service>>(Optional<Service> service)
            && (service.equals(Optional.of(Service.ECR_API))
                || service.equals(Optional.of(Service.ECR_DKR)));
    return ecr && endpoint.type().test(Endpoint.Type.INTERFACE::equals) != Answer.NO;
  }

  private static Puller puller(Endpoint endpoint) {
    String what = "the subnets of " + endpoint.name();
    return new Puller(
        endpoint.maker(),
        endpoint.path(),
        "any task",
        endpoint.subnets().isEmpty() ? List.of(new Id.Open(what, what)) : endpoint.subnets(),
        Optional.empty(),
        Known.unknown("whether tasks get public IP addresses"),
        List.of(),
        List.of());
  }
}
