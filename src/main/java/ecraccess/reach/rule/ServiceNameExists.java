package ecraccess.reach.rule;

import ecraccess.core.aws.Partition;
import ecraccess.core.aws.Service;
import ecraccess.core.logic.Ternary;
import ecraccess.reach.flow.EndpointClaims;
import ecraccess.reach.flow.Symptoms;
import ecraccess.reach.model.Endpoint;
import ecraccess.reach.model.Network;
import ecraccess.reach.verdict.Check;
import ecraccess.reach.verdict.Findings;
import ecraccess.reach.verdict.Symptom;
import ecraccess.reach.verdict.Verdict;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whether a service name exists in the region. */
record ServiceNameExists(Network network, Endpoint endpoint) {
  public static final Check SERVICE_NAME =
      Check.of(
              "service-name",
              "Service name that does not exist in the region",
              "EC2 knows no endpoint service of that name in the region. Names differ between"
                  + " partitions.",
              "Write the name that the message gives.",
              "https://docs.aws.amazon.com/vpc/latest/privatelink/create-interface-endpoint.html")
          .saidAs(Symptom.INVALID_SERVICE_NAME);

  private static final Pattern REGION = Pattern.compile("\\.([a-z]{2,}(?:-[a-z]+)+-\\d+)\\.");

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
        .flatMap(this::finding)
        .or(this::openName);
  }

  private Optional<Verdict> openName() {
    return endpoint
        .serviceName()
        .missing()
        .map(missing ->
            new Verdict.CannotTell(SERVICE_NAME, endpoint.paths().apply("ServiceName"), missing));
  }

  private Optional<Verdict> finding(Service service) {
    Ternary inRegion = EndpointClaims.isInRegion(endpoint);
    return Findings.of(
        SERVICE_NAME,
        inRegion.isNo() ? isWrongElsewhere(service) : inRegion.and(isWrong(service)),
        endpoint.paths().apply("ServiceName"),
        () -> text(service),
        this::unknownToEc2);
  }

  private Ternary isWrong(Service service) {
    Ternary differs = Ternary.of(endpoint.serviceName(), name -> !name.equals(right(service)));
    return isCertain(service) || isOfAnotherRegion()
        ? differs
        : differs.and(Ternary.open("whether this service name exists in " + network.region()));
  }

  /** The region that is asked for is not among the facts, but a right name has it. */
  private Ternary isWrongElsewhere(Service service) {
    return Ternary.of(
            endpoint.serviceName(),
            name -> !namedRegion().map(region -> name.equals(right(service, region))).orElse(false))
        .and(Ternary.open("whether " + found() + " exists in its ServiceRegion"));
  }

  private boolean isOfAnotherRegion() {
    return namedRegion().filter(region -> !region.equals(network.region())).isPresent();
  }

  private Optional<String> namedRegion() {
    return endpoint
        .serviceName()
        .value()
        .map(REGION::matcher)
        .filter(Matcher::find)
        .map(name -> name.group(1));
  }

  /**
   * Outside the standard partitions the names of ECR and of S3's gateway are published; of others
   * the exceptions that are known, and nothing says that there are no more.
   */
  private boolean isCertain(Service service) {
    boolean published =
        service.equals(Service.ECR_API)
            || service.equals(Service.ECR_DKR)
            || (service.equals(Service.S3) && EndpointClaims.isGateway(endpoint).isYes());
    return published || Partition.of(network.region()).prefixed().isEmpty();
  }

  private String right(Service service) {
    return right(service, network.region());
  }

  private String text(Service service) {
    String why =
        isOfAnotherRegion()
            ? "since images are pulled in " + network.region()
            : "as %s is named in %s".formatted(service, network.region());
    return "expected %s, %s, found %s; write the right name"
        .formatted(right(service), why, found());
  }

  private String unknownToEc2() {
    return Symptoms.text(Symptom.INVALID_SERVICE_NAME, "service", found());
  }

  private String found() {
    return endpoint.serviceName().value().orElse("another");
  }
}
