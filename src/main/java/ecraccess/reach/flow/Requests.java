package ecraccess.reach.flow;

import ecraccess.core.aws.Hosts;
import ecraccess.core.aws.Service;
import ecraccess.core.logic.Known;
import ecraccess.reach.model.Image;
import ecraccess.reach.model.Network;
import ecraccess.reach.model.Workload;
import ecraccess.reach.verdict.Trace;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What something that pulls images calls. */
public record Requests(Network network, Workload workload) {
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
        pull("registry token", Service.ECR_API),
        pull("image manifest", Service.ECR_DKR),
        new Request.ToService(
            new Trace.Purpose("image layers", Hosts.layers(region), ""),
            workload.path(),
            Service.S3,
            new Request.Subject.Layers()));
  }

  /** Whether an image may come from private ECR of this region, or is taken to. */
  public boolean mayPull() {
    return workload.images().isEmpty()
        || workload.images().stream()
            .anyMatch(image -> !ImageOrigin.isHere(image, network.region()).isNo());
  }

  /** Whether an image comes from private ECR of this region for sure, or is taken to. */
  public boolean pullsForSure() {
    return workload.images().isEmpty()
        || workload.images().stream()
            .anyMatch(image -> ImageOrigin.isHere(image, network.region()).isYes());
  }

  /** Every service of this region that it calls for sure, or may call. */
  public Stream<Service> services() {
    return Stream.concat(
        mayPull() ? ofPull() : Stream.of(),
        workload.demands().stream()
            .filter(demand -> demand.target().otherRegion().flatMap(Known::value).isEmpty())
            .map(Workload.Demand::service));
  }

  /** Those that it calls for sure; what nothing is known of is taken to come from ECR. */
  public Stream<Service> certainServices() {
    return Stream.concat(
        pullsForSure() ? ofPull() : Stream.of(),
        workload.demands().stream()
            .filter(Workload.Demand::certain)
            .filter(demand -> demand.target().otherRegion().isEmpty())
            .map(Workload.Demand::service));
  }

  private Stream<Service> ofPull() {
    return pull().stream()
        .filter(Request.ToService.class::isInstance)
        .map(request -> ((Request.ToService) request).service());
  }

  private Request pull(String label, Service service) {
    return new Request.ToService(
        new Trace.Purpose(label, Hosts.of(service, network.region()), ""),
        workload.path(),
        service,
        new Request.Subject.Pull());
  }

  /** What makes calls the same request. */
  private record Called(
      Service service, Optional<Known<String>> otherRegion, Optional<Workload.Mount> mount) {}

  /** One for each service of each region, one that is certain before one that is not. */
  public List<Workload.Demand> demands() {
    Map<Called, Workload.Demand> demands = new LinkedHashMap<>();
    workload
        .demands()
        .forEach(demand ->
            demands.merge(
                new Called(
                    demand.service(), demand.target().otherRegion(), demand.target().mount()),
                demand,
                (one, other) -> one.certain() || !other.certain() ? one : other));
    return List.copyOf(demands.values());
  }

  /** To the region that the demand names, or to the network's own. */
  public Request of(Workload.Demand demand) {
    return demand
        .target()
        .otherRegion()
        .map(region -> elsewhere(demand, region))
        .or(() -> demand.target().mount().map(mount -> toMountTarget(demand, mount)))
        .orElseGet(() -> here(demand));
  }

  private Request toMountTarget(Workload.Demand demand, Workload.Mount mount) {
    return new Request.ToMountTarget(
        new Trace.Purpose(
            "file system " + mount.fileSystem(),
            "%s.efs.%s.%s"
                .formatted(mount.fileSystem(), network.region(), Hosts.suffix(network.region())),
            demand.reason()),
        demand.path(),
        mount);
  }

  public Request here(Workload.Demand demand) {
    Service service = demand.service();
    String label = service.equals(Service.S3) ? "files in S3" : service.name();
    return new Request.ToService(
        new Trace.Purpose(label, Hosts.of(service, network.region()), demand.reason()),
        demand.path(),
        service,
        new Request.Subject.Start(demand.target().resources()));
  }

  private Request elsewhere(Workload.Demand demand, Known<String> region) {
    String name = region.value().orElse("another region");
    return new Request.ToOtherRegion(
        new Trace.Purpose(
            "%s in %s".formatted(demand.service(), name),
            region
                .value()
                .map(it -> Hosts.of(demand.service(), it))
                .orElse(demand.service() + " of the region that is named there"),
            demand.reason()),
        demand.path(),
        demand.service(),
        region);
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
