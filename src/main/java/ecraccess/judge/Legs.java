package ecraccess.judge;

import ecraccess.judge.Walk.Hop;
import ecraccess.judge.Walk.Step;
import ecraccess.network.Id;
import ecraccess.network.Image;
import ecraccess.network.Network;
import ecraccess.network.Puller;
import ecraccess.network.Subnet;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Walks every way of one thing that pulls images. */
record Legs(Network network, Puller puller) {

  static List<Leg> of(Network network) {
    return network.pullers().stream().flatMap(puller -> new Legs(network, puller).all()).toList();
  }

  private Stream<Leg> all() {
    Requests requests = new Requests(network, puller);
    List<Leg> legs = new ArrayList<>();
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
    return Images.isHere(image, network.region()).isNo();
  }

  private Stream<Image> uncertain() {
    return puller.images().stream()
        .filter(image -> Images.isHere(image, network.region()).isOpen());
  }

  /** Whether something is pulled from private ECR of this region for sure, or taken to be. */
  private boolean isCertain() {
    return puller.images().isEmpty()
        || puller.images().stream()
            .anyMatch(image -> Images.isHere(image, network.region()).isYes());
  }

  private Leg pull(Subnet from, Request request) {
    List<Step> way = way(from, request);
    List<Step> steps = new ArrayList<>();
    if (isCertain()) {
      steps.add(new Step(Hop.IMAGE, here()));
      steps.addAll(way);
    } else {
      Image image = uncertain().findFirst().orElseThrow();
      Verdict.CannotTell doubt = whereFrom(image);
      Verdict outside = Ways.verdict(way(from, new Requests(network, puller).of(image)));
      steps.add(new Step(Hop.IMAGE, doubt));
      steps.addAll(outside instanceof Verdict.Cannot ? way : Ways.soften(way, doubt.missing()));
    }
    return leg(from, request, steps);
  }

  private Verdict here() {
    String ecr = "private ECR of " + network.region();
    return new Verdict.Can(puller.images().isEmpty() ? "taken to come from " + ecr : ecr);
  }

  private Verdict.CannotTell whereFrom(Image image) {
    return new Verdict.CannotTell(image.path(), Images.isHere(image, network.region()).missing());
  }

  private Leg call(Subnet from, Puller.Demand demand, Request request) {
    List<Step> way = way(from, request);
    String doubt = "whether %s calls %s".formatted(puller.name(), demand.service());
    return leg(from, request, demand.certain() ? way : Ways.soften(way, doubt));
  }

  private Leg away(Subnet from, Image image) {
    Request request = new Requests(network, puller).of(image);
    List<Step> steps = new ArrayList<>();
    steps.add(new Step(Hop.IMAGE, new Verdict.Can("a registry that no endpoint here serves")));
    steps.addAll(way(from, request));
    return leg(from, request, steps);
  }

  private Leg open(Subnet from, Image image) {
    return leg(
        from,
        new Requests(network, puller).of(image),
        List.of(new Step(Hop.IMAGE, whereFrom(image))));
  }

  private List<Step> way(Subnet from, Request request) {
    return new Routing(new Trip(network, puller, from, request)).steps();
  }

  private Leg leg(Subnet from, Request request, List<Step> steps) {
    return new Leg(puller, request.purpose(), from.id().toString(), steps);
  }
}
