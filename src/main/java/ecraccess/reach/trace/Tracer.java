package ecraccess.reach.trace;

import ecraccess.reach.flow.Flow;
import ecraccess.reach.flow.ImageOrigin;
import ecraccess.reach.flow.PathChoice;
import ecraccess.reach.flow.Request;
import ecraccess.reach.flow.Requests;
import ecraccess.reach.model.Id;
import ecraccess.reach.model.Image;
import ecraccess.reach.model.Network;
import ecraccess.reach.model.Subnet;
import ecraccess.reach.model.Workload;
import ecraccess.reach.verdict.Trace.Hop;
import ecraccess.reach.verdict.Trace.Step;
import ecraccess.reach.verdict.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Walks every way of one thing that pulls images. */
public record Tracer(Network network, Workload puller) {

  public static List<SubnetTrace> of(Network network) {
    return network.pullers().stream().flatMap(puller -> new Tracer(network, puller).all()).toList();
  }

  private Stream<SubnetTrace> all() {
    Requests requests = new Requests(network, puller);
    List<SubnetTrace> legs = new ArrayList<>();
    for (Subnet from : subnets()) {
      if (puller.images().isEmpty() || puller.images().stream().anyMatch(image -> !isAway(image))) {
        requests.pull().forEach(request -> legs.add(pull(from, request)));
      }
      requests.demands().forEach(demand -> legs.add(call(from, demand, requests.of(demand))));
      puller.images().stream().filter(this::isAway).forEach(image -> legs.add(away(from, image)));
      uncertain().skip(isCertain() ? 0 : 1).forEach(image -> legs.add(open(from, image)));
    }
    return legs.stream();
  }

  private List<Subnet> subnets() {
    String missing = "the subnets of " + puller.name();
    return puller.subnets().isEmpty()
        ? List.of(network.subnet(new Id.Open(missing, missing)))
        : puller.subnets().stream().distinct().map(network::subnet).toList();
  }

  private boolean isAway(Image image) {
    return ImageOrigin.isHere(image, network.region()).isNo();
  }

  private Stream<Image> uncertain() {
    return puller.images().stream()
        .filter(image -> ImageOrigin.isHere(image, network.region()).isOpen());
  }

  /** Whether something is pulled from private ECR of this region for sure, or taken to be. */
  private boolean isCertain() {
    return puller.images().isEmpty()
        || puller.images().stream()
            .anyMatch(image -> ImageOrigin.isHere(image, network.region()).isYes());
  }

  private SubnetTrace pull(Subnet from, Request request) {
    List<Step> way = way(from, request);
    List<Step> steps = new ArrayList<>();
    if (isCertain()) {
      steps.add(new Step(Hop.IMAGE, here()));
      steps.addAll(way);
    } else {
      Image image = uncertain().findFirst().orElseThrow();
      Verdict.CannotTell doubt = whereFrom(image);
      Verdict outside = PathChoice.verdict(way(from, new Requests(network, puller).of(image)));
      steps.add(new Step(Hop.IMAGE, doubt));
      steps.addAll(
          outside instanceof Verdict.Cannot ? way : PathChoice.soften(way, doubt.missing()));
    }
    return leg(from, request, steps);
  }

  private Verdict here() {
    String ecr = "private ECR of " + network.region();
    return new Verdict.Can(puller.images().isEmpty() ? "taken to come from " + ecr : ecr);
  }

  private Verdict.CannotTell whereFrom(Image image) {
    return new Verdict.CannotTell(
        image.path(), ImageOrigin.isHere(image, network.region()).missing());
  }

  private SubnetTrace call(Subnet from, Workload.Demand demand, Request request) {
    List<Step> way = way(from, request);
    String doubt = "whether %s calls %s".formatted(puller.name(), demand.service());
    return leg(from, request, demand.certain() ? way : PathChoice.soften(way, doubt));
  }

  private SubnetTrace away(Subnet from, Image image) {
    Request request = new Requests(network, puller).of(image);
    List<Step> steps = new ArrayList<>();
    steps.add(new Step(Hop.IMAGE, new Verdict.Can("a registry that no endpoint here serves")));
    steps.addAll(way(from, request));
    return leg(from, request, steps);
  }

  private SubnetTrace open(Subnet from, Image image) {
    return leg(
        from,
        new Requests(network, puller).of(image),
        List.of(new Step(Hop.IMAGE, whereFrom(image))));
  }

  private List<Step> way(Subnet from, Request request) {
    return new Routing(new Flow(network, puller, from, request)).steps();
  }

  private SubnetTrace leg(Subnet from, Request request, List<Step> steps) {
    return new SubnetTrace(puller, request.purpose(), from.id().toString(), steps);
  }
}
