package ecraccess.judge;

import ecraccess.network.Endpoint;
import ecraccess.network.Network;
import ecraccess.service.Partition;
import ecraccess.service.Service;
import java.util.Optional;

/** Whether a service name exists in the region. */
record ServiceName(Network network, Endpoint endpoint) {

  /** The right one of that service here. */
  static String right(Service service, String region) {
    return Partition.of(region).serviceName(service).replace("${AWS::Region}", region);
  }

  /** A service that we have not heard of may well exist. */
  Optional<Verdict> finding() {
    return endpoint
        .service()
        .value()
        .flatMap(service -> service)
        .filter(service -> Service.known().contains(service.name()))
        .flatMap(service -> finding(service))
        .or(this::openName);
  }

  private Optional<Verdict> openName() {
    return endpoint
        .serviceName()
        .missing()
        .map(missing -> new Verdict.CannotTell(endpoint.paths().apply("ServiceName"), missing));
  }

  private Optional<Verdict> finding(Service service) {
    Claim inRegion = Endpoints.isInRegion(endpoint);
    return inRegion.isNo()
        ? Finding.of(
            Endpoints.isGateway(endpoint)
                .or(Claim.open("the ServiceRegion that " + endpoint.name() + " is meant for")),
            endpoint.paths().apply("ServiceName"),
            () -> wrongRegion(service),
            this::unknownToEc2)
        : Finding.of(
            inRegion.and(isWrong(service)),
            endpoint.paths().apply("ServiceName"),
            () -> wrongName(service),
            this::unknownToEc2);
  }

  private Claim isWrong(Service service) {
    Claim differs = Claim.of(endpoint.serviceName(), name -> !name.equals(right(service)));
    return isCertain(service)
        ? differs
        : differs.and(Claim.open("whether this service name exists in " + network.region()));
  }

  /**
   * Outside the standard partitions the names of ECR and of S3's gateway are published; of others
   * the exceptions that are known, and nothing says that there are no more.
   */
  private boolean isCertain(Service service) {
    boolean published =
        service.equals(Service.ECR_API)
            || service.equals(Service.ECR_DKR)
            || (service.equals(Service.S3) && Endpoints.isGateway(endpoint).isYes());
    return published || Partition.of(network.region()).prefixed().isEmpty();
  }

  private String right(Service service) {
    return right(service, network.region());
  }

  private String wrongName(Service service) {
    return "expected %s, as %s is named in %s, found %s"
        .formatted(right(service), service, network.region(), found());
  }

  String wrongRegion(Service service) {
    return "expected %s, since images are pulled in %s, found %s; name the endpoint's own region"
        .formatted(right(service), network.region(), found());
  }

  String unknownToEc2() {
    return Symptoms.text(Symptom.INVALID_SERVICE_NAME, "service", found());
  }

  private String found() {
    return endpoint.serviceName().value().orElse("another");
  }
}
