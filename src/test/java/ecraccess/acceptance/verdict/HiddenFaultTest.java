package ecraccess.acceptance.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import ecraccess.core.json.Json;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Where nobody can see whether a mistake is made, nobody can tell, and what is missing is named.
 */
class HiddenFaultTest {
  private static final int FEWEST = 2100;

  /** A mistake out of sight. */
  private record Hidden(Cell cell, Hiding hiding, Json.Obj template) {
    static Stream<Hidden> of(Cell cell) {
      return Stream.of(Hiding.values())
          .flatMap(hiding ->
              hiding.in(cell.healthy().template(), cell.mutation()).stream()
                  .map(template -> new Hidden(cell, hiding, template)));
    }
  }

  private static Stream<Hidden> of(Healthy healthy) {
    // What an endpoint names and nobody sees is taken to be of its VPC; without NAT doubts remain.
    boolean hasNat = healthy.name().startsWith("fargate-nat");
    return Cell.of(healthy)
        .filter(Cell::isProven)
        .flatMap(Hidden::of)
        .filter(hidden ->
            !(hasNat
                && hidden.hiding() != Hiding.CONDITION
                && hidden.cell().toString().endsWith("has a route table of another VPC")));
  }

  @TestFactory
  Stream<DynamicNode> whatIsHiddenIsNotGuessed() {
    return Healthy.all().stream()
        .map(healthy ->
            dynamicContainer(
                healthy.name(),
                of(healthy)
                    .map(hidden ->
                        dynamicTest(hidden.hiding() + ": " + hidden.cell(), () -> check(hidden)))));
  }

  private static void checkExpands(Hidden hidden) {
    assertThat(hidden.cell().judged(hidden.template()).problems()).isEmpty();
  }

  private static void check(Hidden hidden) {
    Judged judged = hidden.cell().judged(hidden.template());

    assertThat(judged.kind())
        .as(hidden.hiding() + ": " + hidden.cell() + ": " + judged)
        .isEqualTo(Judged.Kind.CANNOT_TELL);
    if (hidden.cell().healthy().missing().isEmpty()) {
      assertThat(judged.doubts())
          .anyMatch(doubt -> doubt.missing().contains(hidden.hiding().missing()));
    }
  }

  @Test
  void thereAreManyOfThem() {
    List<Hidden> all = Healthy.all().stream().flatMap(HiddenFaultTest::of).toList();
    System.out.printf("%d hidden faults%n", all.size());
    assertThat(all).hasSizeGreaterThanOrEqualTo(FEWEST);
    assertThat(all).allSatisfy(HiddenFaultTest::checkExpands);
  }

  /** The other way round: what is hidden and then told is found again. */
  @Test
  void aHiddenFaultIsFoundOnceTheParameterHasItsValue() {
    Healthy healthy =
        Healthy.written().stream()
            .filter(one -> one.name().equals("fargate-by-hand"))
            .findFirst()
            .orElseThrow();
    Cell cell =
        Cell.of(healthy)
            .filter(one -> one.toString().equals("EnableDnsHostnames of the VPC is false"))
            .findFirst()
            .orElseThrow();
    Json.Obj hidden = Hiding.CONDITION.in(healthy.template(), cell.mutation()).orElseThrow();

    assertThat(withSwitch(hidden, "yes").kind()).isEqualTo(Judged.Kind.CANNOT);
    assertThat(withSwitch(hidden, "no").kind()).isEqualTo(Judged.Kind.CAN);
  }

  private static Judged withSwitch(Json.Obj template, String value) {
    Json parameter = Text.yaml("{Type: String, Default: \"%s\"}".formatted(value));
    Json parameters = Json.Obj.of("HiddenSwitch", parameter);
    return Judged.of(template.with("Parameters", parameters), "eu-west-1");
  }
}
