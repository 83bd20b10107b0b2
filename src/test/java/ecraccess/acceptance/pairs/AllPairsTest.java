package ecraccess.acceptance.pairs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.BiPredicate;
import org.junit.jupiter.api.Test;

class AllPairsTest {
  private static final List<List<String>> PARAMETERS =
      List.of(List.of("a1", "a2", "a3"), List.of("b1", "b2"), List.of("c1", "c2", "c3", "c4"));
  private static final BiPredicate<String, String> CLASH =
      (one, other) -> one.equals("a1") && other.equals("c4");

  @Test
  void everyTwoValuesStandTogetherUnlessTheyClash() {
    List<List<String>> rows = new AllPairs<>(PARAMETERS, CLASH, 1).rows();
    for (List<String> some : PARAMETERS) {
      for (List<String> others : PARAMETERS.subList(PARAMETERS.indexOf(some) + 1, 3)) {
        for (String one : some) {
          for (String other : others) {
            assertThat(rows.stream().anyMatch(row -> row.containsAll(List.of(one, other))))
                .as(one + " with " + other)
                .isEqualTo(!CLASH.test(one, other));
          }
        }
      }
    }
    assertThat(rows).hasSizeBetween(11, 14).allMatch(row -> row.size() == 3);
  }

  @Test
  void theSameSeedGivesTheSameRows() {
    assertThat(new AllPairs<>(PARAMETERS, CLASH, 7).rows())
        .isEqualTo(new AllPairs<>(PARAMETERS, CLASH, 7).rows());
  }
}
