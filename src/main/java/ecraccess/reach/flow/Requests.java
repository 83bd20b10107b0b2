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

  /** What every pull from private ECR of this region needs. */
  public List<Request> pull() {
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
}
