package ecraccess.acceptance.golden;

import static org.assertj.core.api.Assertions.assertThat;

import ecraccess.acceptance.verdict.Judged;
import ecraccess.core.json.Json;
import ecraccess.core.json.JsonText;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A shorthand is judged like what it stands for. */
class VerdictLawTest {

  /** What {@code ExistingServices} tells of a VPC is gone from the result. */
  static Stream<GoldenCase> expansions() {
    return LawsTest.expansions()
        .filter(golden -> !JsonText.compact(golden.template()).contains("\"ExistingServices\""));
  }

  @ParameterizedTest
  @MethodSource("expansions")
  void expandingDoesNotTurnTheVerdict(GoldenCase golden) {
    Json.Obj expanded = golden.json(GoldenCase.EXPECTED);
    Judged before = Judged.of(golden.template(), golden.deployment());
    Judged after = Judged.of(expanded, golden.deployment());

    assertThat(after.kind()).as("%s%n%s", before, after).isEqualTo(before.kind());
    assertThat(after.pulls()).isEqualTo(before.pulls());
  }

  @Test
  void thereAreMany() {
    assertThat(expansions()).hasSizeGreaterThan(60);
  }
}
