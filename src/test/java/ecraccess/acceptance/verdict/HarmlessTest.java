package ecraccess.acceptance.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import ecraccess.core.json.Json;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What works is never called broken, however it is written and whatever stands beside it. */
class HarmlessTest {
  private static final int FEWEST = 950;

  /** A harmless change in a healthy template. */
  private record Changed(Healthy healthy, Harmless harmless, Json.Obj template) {}

  private static Stream<Changed> of(Healthy healthy) {
    View view = new View(healthy.template());
    return Harmless.all().stream()
        .flatMap(harmless ->
            harmless.make().apply(view).stream()
                .map(edit -> new Changed(healthy, harmless, edit.in(healthy.template()))))
        .filter(changed -> !matters(changed));
  }

  /** Airflow reads buckets besides the layers'; a PullOnly policy names what may be pulled. */
  private static boolean matters(Changed changed) {
    String template = changed.healthy().name();
    String change = changed.harmless().name();
    return (template.startsWith("airflow")
            && change.startsWith("the policy")
            && change.endsWith("(s3)"))
        || (template.startsWith("fargate-shorthand") && change.contains("nothing here starts"));
  }

  @TestFactory
  Stream<DynamicNode> theVerdictStays() {
    return Healthy.all().stream()
        .map(healthy ->
            dynamicContainer(
                healthy.name(),
                of(healthy)
                    .map(changed -> dynamicTest(changed.harmless().name(), () -> check(changed)))));
  }

  private static void check(Changed changed) {
    Judged judged = Judged.of(changed.template(), changed.healthy().region());

    assertThat(judged.faults()).as(changed.harmless().name()).isEmpty();
    // A wider rule may even settle what was open.
    assertThat(judged.kind())
        .as(changed.harmless().name() + ": " + judged)
        .isIn(changed.healthy().expected(), mayBecome(changed));
  }

  private static Judged.Kind mayBecome(Changed changed) {
    if (changed.healthy().name().equals("fargate-prefix-list")) {
      return Judged.Kind.CAN;
    }
    // Outside the standard partition the layer bucket's whole name is not published.
    return changed.healthy().region().startsWith("cn-")
            && changed.harmless().name().contains("(s3)")
        ? Judged.Kind.CANNOT_TELL
        : changed.healthy().expected();
  }

  @Test
  void thereAreMany() {
    List<Changed> all = Healthy.all().stream().flatMap(HarmlessTest::of).toList();
    Set<String> made =
        all.stream().map(changed -> changed.harmless().name()).collect(Collectors.toSet());
    System.out.printf("%d harmless changes%n", all.size());
    assertThat(all).hasSizeGreaterThanOrEqualTo(FEWEST);
    assertThat(Harmless.all()).allMatch(harmless -> made.contains(harmless.name()));
  }
}
