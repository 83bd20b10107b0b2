package ecraccess.acceptance.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import ecraccess.core.json.JsonText;
import ecraccess.reach.verdict.Verdict;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every mistake in every healthy template turns the verdict, and its repair turns it back. */
class MatrixTest {
  private static final int FEWEST_CELLS = 1400;
  private static final int FEWEST_PROVEN = 1100;

  @TestFactory
  Stream<DynamicNode> everyFaultIsFound() {
    return Healthy.all().stream()
        .map(healthy ->
            dynamicContainer(
                healthy.name(),
                Cell.of(healthy).map(cell -> dynamicTest(cell.toString(), () -> check(cell)))));
  }

  private static void check(Cell cell) {
    assertThat(cell.before().kind()).isEqualTo(cell.healthy().expected());
    Judged faulty = cell.judged(cell.faulty());
    if (cell.isProven()) {
      assertThat(faulty.kind()).as(faulty.toString()).isEqualTo(Judged.Kind.CANNOT);
      assertThat(faulty.faults()).anyMatch(fault -> isThe(cell, fault));
      assertThat(faulty.faults()).allMatch(fault -> isOfTheTemplate(cell, fault));
    } else {
      assertThat(faulty.kind()).isNotIn(Judged.Kind.CAN, Judged.Kind.NOTHING);
    }
    assertThat(cell.judged(cell.repaired())).isEqualTo(cell.before());
  }

  /** With the reason that belongs to it, at a place that belongs to it. */
  private static boolean isThe(Cell cell, Verdict.Cannot found) {
    return cell.fault().reason().matcher(found.text()).find()
        && cell.mutation().places().stream().anyMatch(place -> Tree.isIn(found.path(), place));
  }

  /** Whoever wrote the template finds the place in it: nothing that was generated. */
  private static boolean isOfTheTemplate(Cell cell, Verdict.Cannot found) {
    return found.path().steps().size() >= 2
        && Tree.at(cell.faulty(), Places.resource(found.path())).isPresent();
  }

  /** Holds of the matrix itself, whatever the judge says. */
  @TestFactory
  Stream<DynamicNode> everyFaultIsAChangeThatCanBeUndone() {
    return Healthy.all().stream()
        .map(healthy ->
            dynamicTest(
                healthy.name(),
                () -> assertThat(Cell.of(healthy)).isNotEmpty().allSatisfy(MatrixTest::checkEdit)));
  }

  private static void checkEdit(Cell cell) {
    assertThat(JsonText.compact(cell.faulty()))
        .isNotEqualTo(JsonText.compact(cell.healthy().template()));
    assertThat(JsonText.compact(cell.repaired()))
        .isEqualTo(JsonText.compact(cell.healthy().template()));
  }

  @Test
  void theMatrixDoesNotShrink() {
    List<Cell> cells = Cell.all();
    long proven = cells.stream().filter(Cell::isProven).count();
    Set<String> rows =
        Fault.all().stream().map(Fault::row).collect(Collectors.toCollection(LinkedHashSet::new));
    System.out.printf(
        "%d templates x %d faults: %d cells, %d of them proven; rows of the tables: %s%n",
        Healthy.all().size(), Fault.all().size(), cells.size(), proven, rows);
    assertThat(cells).hasSizeGreaterThanOrEqualTo(FEWEST_CELLS);
    assertThat(proven).isGreaterThanOrEqualTo(FEWEST_PROVEN);
  }

  @Test
  void everyFaultIsInSomeTemplate() {
    Set<String> made =
        Cell.all().stream().filter(Cell::isProven).map(Cell::toString).collect(Collectors.toSet());

    assertThat(Fault.all())
        .allMatch(fault -> made.contains(fault.name()) || fault.scope() == Fault.Scope.NOWHERE);
  }

  @Test
  void everyFaultHasANameOfItsOwn() {
    assertThat(Fault.all().stream().map(Fault::name)).doesNotHaveDuplicates();
  }
}
