package ecraccess.reach.template;

import ecraccess.core.aws.Service;
import ecraccess.core.logic.Answer;
import ecraccess.core.logic.Known;
import ecraccess.reach.model.Endpoint;
import ecraccess.reach.model.Id;
import ecraccess.reach.model.Workload;
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
  static List<Workload> beside(List<Endpoint> endpoints) {
    Map<Somewhere, Workload> workloads = new LinkedHashMap<>();
    endpoints.stream()
        .filter(AnyTask::isOfEcr)
        .forEach(endpoint -> {
          String shorthand = endpoint.maker().equals(endpoint.name()) ? "" : endpoint.maker();
          workloads.putIfAbsent(
              new Somewhere(endpoint.vpc(), new LinkedHashSet<>(endpoint.subnets()), shorthand),
              workload(endpoint));
        });
    return List.copyOf(workloads.values());
  }

  private static boolean isOfEcr(Endpoint endpoint) {
    boolean ecr =
        endpoint.service() instanceof Known.Is<Optional<Service>>(Optional<Service> service)
            && (service.equals(Optional.of(Service.ECR_API))
                || service.equals(Optional.of(Service.ECR_DKR)));
    return ecr && endpoint.type().test(Endpoint.Type.INTERFACE::equals) != Answer.NO;
  }

  private static Workload workload(Endpoint endpoint) {
    String what = "the subnets of " + endpoint.name();
    return new Workload(
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
