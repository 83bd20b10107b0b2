package ecraccess.reach.trace;

import ecraccess.core.logic.Known;
import ecraccess.reach.flow.Flow;
import ecraccess.reach.flow.ImageOrigin;
import ecraccess.reach.flow.Memo;
import ecraccess.reach.flow.PathChoice;
import ecraccess.reach.flow.Request;
import ecraccess.reach.flow.Requests;
import ecraccess.reach.model.Id;
import ecraccess.reach.model.Image;
import ecraccess.reach.model.Network;
import ecraccess.reach.model.Subnet;
import ecraccess.reach.model.Workload;
import ecraccess.reach.verdict.Check;
import ecraccess.reach.verdict.Note;
import ecraccess.reach.verdict.Trace;
import ecraccess.reach.verdict.Trace.Step;
import ecraccess.reach.verdict.Trace.StepKind;
import ecraccess.reach.verdict.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Traces every way of one thing that pulls images. */
public record Tracer(Network network, Workload workload, Memo memo) {
  public static final Check IMAGE_UNKNOWN =
      Check.of(
          "image-unknown",
          "Image that only the deployment knows",
          "Where an image comes from decides which way it takes.",
          "Give the parameter's value, for example with `--parameter`.",
          "https://docs.aws.amazon.com/AmazonECR/latest/userguide/vpc-endpoints.html");

  public static final Check LATER_CALL =
      Check.of(
          "later-call-fails",
          "Call that fails once the task runs",
          "The task starts without this call. What it is for, such as ECS Exec, will not work.",
          "Add the service to `AdditionalServices`, or turn off what calls it.",
          "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-exec.html");

  /** What fails for sure only after the start, each once. */
  public static List<Note> notes(Network network) {
    Memo memo = new Memo();
    return network.workloads().stream()
        .flatMap(workload -> new Tracer(network, workload, memo).later())
        .distinct()
        .toList();
  }

  private Stream<Note> later() {
    Requests requests = new Requests(network, workload);
    return subnets().stream()
        .flatMap(from ->
            workload.conduct().later().stream()
                .filter(Workload.Demand::certain)
                .flatMap(demand -> later(from, demand, requests.of(demand))));
  }

  private Stream<Note> later(Subnet from, Workload.Demand demand, Request request) {
    return PathChoice.verdict(way(from, request)) instanceof Verdict.Cannot fault
        ? Stream.of(
            new Note(
                LATER_CALL,
                fault.path(),
                "%s: the task starts, but %s, and that will not work: %s"
                    .formatted(workload.name(), demand.reason(), fault.text())))
        : Stream.empty();
  }

  public static final Check NOT_READ =
      Check.of(
          "not-read",
          "Something that this program does not read",
          "What nobody reads could keep an image, or a task's start, away.",
          "See docs/what-is-read.md for what is read; leave the property out, or check by hand what"
              + " it does.",
          "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-template-resource-type-ref.html");

  public static final Check REGION_UNKNOWN =
      Check.of(
          "called-region-unknown",
          "Nobody knows which region's service is called",
          "An endpoint reaches the service of its own region only.",
          "Give the parameter's value, for example with `--parameter`.",
          "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/specify-log-config.html");

  public static List<SubnetTrace> of(Network network) {
    Memo memo = new Memo();
    return network.workloads().stream()
        .flatMap(workload ->
            Stream.concat(
                workload.isRead() ? read(network, workload, memo) : Stream.empty(),
                workload.conduct().unread().stream().map(missing -> unread(workload, missing))))
        .toList();
  }

  private static Stream<SubnetTrace> read(Network network, Workload workload, Memo memo) {
    return workload.isStandIn()
        ? new StandIn(network, workload, memo).all().stream()
        : new Tracer(network, workload, memo).all();
  }

  /** What nobody reads may ask for anything, from anywhere. */
  private static SubnetTrace unread(Workload workload, String missing) {
    return new SubnetTrace(
        workload,
        new Trace.Purpose("start", "whatever it calls", ""),
        "where it runs",
        List.of(
            new Step(StepKind.IMAGE, new Verdict.CannotTell(NOT_READ, workload.path(), missing))));
  }

  Stream<SubnetTrace> all() {
    Requests requests = new Requests(network, workload);
    List<SubnetTrace> subnetTraces = new ArrayList<>();
    for (Subnet from : subnets()) {
      workload
          .conduct()
          .publicCalls()
          .forEach(call -> subnetTraces.add(call(from, call, requests.of(call))));
      if (requests.mayPull()) {
        requests.pull().forEach(request -> subnetTraces.add(pull(from, request)));
      }
      requests
          .demands()
          .forEach(demand -> subnetTraces.add(call(from, demand, requests.of(demand))));
      workload.images().stream()
          .filter(this::isAway)
          .forEach(image -> subnetTraces.add(away(from, image)));
      uncertain().skip(isCertain() ? 0 : 1).forEach(image -> subnetTraces.add(open(from, image)));
    }
    return subnetTraces.stream();
  }

  private List<Subnet> subnets() {
    String missing = "the subnets of " + workload.name();
    return workload.subnets().isEmpty()
        ? List.of(network.subnet(new Id.Open(missing, missing)))
        : workload.subnets().stream().distinct().map(network::subnet).toList();
  }

  private boolean isAway(Image image) {
    return ImageOrigin.isHere(image, network.region()).isNo();
  }

  private Stream<Image> uncertain() {
    return workload.images().stream()
        .filter(image -> ImageOrigin.isHere(image, network.region()).isOpen());
  }

  /** Whether something is pulled from private ECR of this region for sure, or taken to be. */
  private boolean isCertain() {
    return new Requests(network, workload).pullsForSure();
  }

  private SubnetTrace pull(Subnet from, Request request) {
    List<Step> way = way(from, request);
    List<Step> steps = new ArrayList<>();
    if (isCertain()) {
      steps.add(new Step(StepKind.IMAGE, here()));
      steps.addAll(way);
    } else {
      Image image = uncertain().findFirst().orElseThrow();
      Verdict.CannotTell doubt = whereFrom(image);
      Verdict outside = PathChoice.verdict(way(from, new Requests(network, workload).of(image)));
      steps.add(new Step(StepKind.IMAGE, doubt));
      steps.addAll(
          outside instanceof Verdict.Cannot ? way : PathChoice.soften(way, doubt.missing()));
    }
    return subnetTrace(from, request, steps);
  }

  private Verdict here() {
    String ecr = "private ECR of " + network.region();
    return new Verdict.Can(workload.images().isEmpty() ? "taken to come from " + ecr : ecr);
  }

  private Verdict.CannotTell whereFrom(Image image) {
    return new Verdict.CannotTell(
        IMAGE_UNKNOWN, image.path(), ImageOrigin.isHere(image, network.region()).missing());
  }

  private SubnetTrace call(Subnet from, Workload.Demand demand, Request request) {
    List<Step> way =
        demand
            .target()
            .otherRegion()
            .flatMap(Known::missing)
            .map(missing -> anyRegion(from, demand, request, missing))
            .orElseGet(() -> way(from, request));
    String doubt = "whether %s calls %s".formatted(workload.name(), demand.service());
    return subnetTrace(from, request, demand.certain() ? way : PathChoice.soften(way, doubt));
  }

  private SubnetTrace call(Subnet from, Workload.PublicCall call, Request request) {
    List<Step> way = way(from, request);
    String doubt = "whether %s calls %s".formatted(workload.name(), call.host());
    return subnetTrace(from, request, call.certain() ? way : PathChoice.soften(way, doubt));
  }

  /** Where nobody knows the region, both the own and another must be reached. */
  private List<Step> anyRegion(
      Subnet from, Workload.Demand demand, Request elsewhere, String missing) {
    return PathChoice.either(
        StepKind.DNS,
        new Verdict.CannotTell(REGION_UNKNOWN, demand.path(), missing),
        List.of(way(from, new Requests(network, workload).here(demand)), way(from, elsewhere)));
  }

  private SubnetTrace away(Subnet from, Image image) {
    Request request = new Requests(network, workload).of(image);
    List<Step> steps = new ArrayList<>();
    steps.add(new Step(StepKind.IMAGE, new Verdict.Can("a registry that no endpoint here serves")));
    List<Step> way = way(from, request);
    steps.addAll(
        image.registry() instanceof Image.Registry.ForeignLayers
            ? PathChoice.soften(way, "whether ECR holds " + image.text())
            : way);
    return subnetTrace(from, request, steps);
  }

  private SubnetTrace open(Subnet from, Image image) {
    return subnetTrace(
        from,
        new Requests(network, workload).of(image),
        List.of(new Step(StepKind.IMAGE, whereFrom(image))));
  }

  private List<Step> way(Subnet from, Request request) {
    return new Routing(new Flow(network, workload, from, request, memo)).steps();
  }

  private SubnetTrace subnetTrace(Subnet from, Request request, List<Step> steps) {
    return new SubnetTrace(workload, request.purpose(), from.id().toString(), steps);
  }
}
