package ecraccess.judge;

import ecraccess.network.Image;
import ecraccess.network.Network;
import ecraccess.network.Puller;
import ecraccess.service.Service;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What something that pulls images calls. */
record Requests(Network network, Puller puller) {
  static final String LAYERS = "image layers";

  /** What every pull from private ECR of this region needs. */
  List<Request> pull() {
    String region = network.region();
    return List.of(
        pull("registry token", Hosts.of(Service.ECR_API, region), Service.ECR_API),
        pull("image manifest", Hosts.of(Service.ECR_DKR, region), Service.ECR_DKR),
        pull(LAYERS, Hosts.layers(region), Service.S3));
  }

  private Request pull(String label, String host, Service service) {
    return new Request.ToService(new Walk.Purpose(label, host, ""), puller.path(), service);
  }

  /** One for each service, one that is certain before one that is not. */
  List<Puller.Demand> demands() {
    Map<Service, Puller.Demand> demands = new LinkedHashMap<>();
    puller
        .demands()
        .forEach(demand ->
            demands.merge(
                demand.service(),
                demand,
                (one, other) -> one.certain() || !other.certain() ? one : other));
    return List.copyOf(demands.values());
  }

  Request of(Puller.Demand demand) {
    String host = Hosts.of(demand.service(), network.region());
    return new Request.ToService(
        new Walk.Purpose(demand.service().name(), host, demand.reason()),
        demand.path(),
        demand.service());
  }

  Request of(Image image) {
    return new Request.ToRegistry(
        new Walk.Purpose("image " + image.text(), Images.host(image, network.region()), ""),
        image.path(),
        image);
  }
}
