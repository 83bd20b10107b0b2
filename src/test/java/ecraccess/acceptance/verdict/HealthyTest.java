package ecraccess.acceptance.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Templates in which nothing is wrong: every kind of workload, the VPC inside and outside. */
class HealthyTest {

  static List<Healthy> all() {
    return Healthy.all();
  }

  @ParameterizedTest
  @MethodSource("all")
  void nothingIsFoundInIt(Healthy healthy) {
    Judged judged = Judged.of(healthy.template(), healthy.region());

    assertThat(judged.faults()).isEmpty();
    assertThat(judged.kind()).as(judged.toString()).isEqualTo(healthy.expected());
    assertThat(healthy.missing().stream()).allMatch(judged::misses);
  }

  @Test
  void theVpcIsInsideOfSomeAndOutsideOfOthers() {
    assertThat(all())
        .filteredOn(healthy -> new View(healthy.template()).vpc().isEmpty())
        .hasSizeGreaterThanOrEqualTo(6)
        .allMatch(healthy -> healthy.expected() == Judged.Kind.CANNOT_TELL);
    assertThat(all())
        .filteredOn(healthy -> healthy.expected() == Judged.Kind.CAN)
        .hasSizeGreaterThanOrEqualTo(12);
  }
}
