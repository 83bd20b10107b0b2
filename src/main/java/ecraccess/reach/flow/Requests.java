package ecraccess.reach.flow;

import ecraccess.core.aws.Hosts;
import ecraccess.core.aws.Service;
import ecraccess.reach.model.Image;
import ecraccess.reach.model.Network;
import ecraccess.reach.model.Workload;
import ecraccess.reach.verdict.Trace;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What something that pulls images calls. */
public record Requests(Network network, Workload workload) {
  static final String LAYERS = "image layers";

  /** What a pull from private ECR of this region needs, as far as it goes through here. */
  public List<Request> pull() {
    return switch (workload.conduct().pull()) {
      case EVERYTHING -> everything();
      case WITHOUT_TOKEN ->
          everything().stream()
              .filter(request ->
                  !(request instanceof Request.ToService call
                      && call.service().equals(Service.ECR_API)))
              .toList();
      case NOTHING -> List.of();
    };
  }

  private List<Request> everything() {
    String region = network.region();
    return List.of(
        pull("registry token", Hosts.of(Service.ECR_API, region), Service.ECR_API),
        pull("image manifest", Hosts.of(Service.ECR_DKR, region), Service.ECR_DKR),
        pull(LAYERS, Hosts.layers(region), Service.S3));
  }

  private Request pull(String label, String host, Service service) {
    return new Request.ToService(new Trace.Purpose(label, host, ""), workload.path(), service);
  }

  /** One for each service, one that is certain before one that is not. */
  public List<Workload.Demand> demands() {
    Map<Service, Workload.Demand> demands = new LinkedHashMap<>();
    workload
        .demands()
        .forEach(demand ->
            demands.merge(
                demand.service(),
                demand,
                (one, other) -> one.certain() || !other.certain() ? one : other));
    return List.copyOf(demands.values());
  }

  public Request of(Workload.Demand demand) {
    String host = Hosts.of(demand.service(), network.region());
    return new Request.ToService(
        new Trace.Purpose(demand.service().name(), host, demand.reason()),
        demand.path(),
        demand.service());
  }

  public Request of(Image image) {
    return new Request.ToRegistry(
        new Trace.Purpose("image " + image.text(), ImageOrigin.host(image, network.region()), ""),
        image.path(),
        image);
  }

  public Request of(Workload.PublicCall call) {
    return new Request.ToInternet(
        new Trace.Purpose(call.label(), call.host(), call.reason()), call.path(), call);
  }
}
