package ecraccess.acceptance.verdict;

import ecraccess.acceptance.verdict.Fault.Mutation;
import ecraccess.core.json.Json;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** One field of the matrix: a healthy template and one mistake in it. */
record Cell(Healthy healthy, Fault fault, Mutation mutation) {
  private static final Map<Healthy, Judged> HEALTHY = new ConcurrentHashMap<>();

  static List<Cell> all() {
    return Healthy.all().stream().flatMap(Cell::of).toList();
  }

  /** The mistakes that a template has a place for, and that its NAT gateway does not heal. */
  static Stream<Cell> of(Healthy healthy) {
    View view = new View(healthy.template());
    return Fault.all().stream()
        .filter(fault -> !fault.isHarmlessIn(view))
        .flatMap(fault -> fault.find().apply(view).stream().map(m -> new Cell(healthy, fault, m)));
  }

  Json.Obj faulty() {
    return mutation.edit().in(healthy.template());
  }

  Json.Obj repaired() {
    return mutation.edit().undone().in(faulty());
  }

  boolean isProven() {
    // Outside the standard partition the layer bucket's whole name is not published.
    boolean isOfOtherBuckets = fault.name().contains("arn:aws:s3:::my-bucket");
    return fault.isProvenIn(new View(healthy.template()))
        && !(isOfOtherBuckets && healthy.region().startsWith("cn-"));
  }

  /** What is said of the template without the mistake. */
  Judged before() {
    return HEALTHY.computeIfAbsent(healthy, h -> Judged.of(h.template(), h.region()));
  }

  Judged judged(Json.Obj template) {
    return Judged.of(template, healthy.region());
  }

  @Override
  public String toString() {
    return fault.name();
  }
}
