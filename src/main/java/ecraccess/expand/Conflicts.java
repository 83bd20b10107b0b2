package ecraccess.expand;

import ecraccess.json.Json;
import ecraccess.service.Service;
import ecraccess.shorthand.Endpoint;
import ecraccess.shorthand.Shorthand;
import ecraccess.template.Expressions;
import ecraccess.template.Problems;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Finds two shorthands that create what a VPC can have once only: the private DNS name of a
 * service, and the route of a gateway in one route table. Says nothing where conditions or
 * functions might keep them apart.
 */
final class Conflicts {
  private final Expressions expressions;
  private final Problems problems;

  Conflicts(Expressions expressions, Problems problems) {
    this.expressions = expressions;
    this.problems = problems;
  }

  void check(List<Plan> all) {
    for (int i = 0; i < all.size(); i++) {
      for (Plan earlier : all.subList(0, i)) {
        check(earlier, all.get(i));
      }
    }
  }

  private void check(Plan earlier, Plan later) {
    if (!later.shorthand().checks() || !existTogether(earlier.shorthand(), later.shorthand())) {
      return;
    }
    List<Service> twice =
        later.shorthand().endpoints().stream()
            .filter(endpoint -> conflicts(endpoint, earlier, later))
            .map(Endpoint::service)
            .toList();
    if (!twice.isEmpty()) {
      problems.add(
          later.shorthand().resource().path(),
          "creates %1$s in the same VPC as %2$s, where each can exist once; use one resource for both, or add ExistingServices: [%1$s]"
              .formatted(String.join(", ", names(twice)), earlier.shorthand().logicalId()));
    }
  }

  private static List<String> names(List<Service> services) {
    return services.stream().map(Service::name).toList();
  }

  private static boolean existTogether(Shorthand one, Shorthand other) {
    return condition(one).equals(condition(other));
  }

  private static Optional<Json> condition(Shorthand shorthand) {
    return ((Json.Obj) shorthand.resource().value()).get("Condition");
  }

  private boolean conflicts(Endpoint endpoint, Plan earlier, Plan later) {
    Predicate<Endpoint> sameService = e -> e.service().equals(endpoint.service());
    return earlier.shorthand().endpoints().stream()
        .filter(sameService)
        .anyMatch(other ->
            endpoint.service().isGateway()
                ? shareRouteTable(tables(other, earlier), tables(endpoint, later))
                : sameVpc(earlier, later)
                    && hasPrivateDns(other, earlier)
                    && hasPrivateDns(endpoint, later));
  }

  private boolean sameVpc(Plan one, Plan other) {
    return expressions.same(one.shorthand().vpcId(), other.shorthand().vpcId());
  }

  private static boolean hasPrivateDns(Endpoint endpoint, Plan plan) {
    return endpoint
        .overrides()
        .get("PrivateDnsEnabled")
        .orElse(plan.shorthand().privateDnsEnabled())
        .equals(new Json.Bool(true));
  }

  private static Optional<Json> tables(Endpoint endpoint, Plan plan) {
    return endpoint.overrides().get("RouteTableIds").or(plan::routeTableIds);
  }

  private boolean shareRouteTable(Optional<Json> one, Optional<Json> other) {
    return one.orElse(null) instanceof Json.Arr(List<Json> some)
        && other.orElse(null) instanceof Json.Arr(List<Json> others)
        && some.stream().anyMatch(s -> others.stream().anyMatch(o -> expressions.same(s, o)));
  }
}
