package ecraccess.acceptance.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import ecraccess.acceptance.oracle.Differential.Kind;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.LongFunction;
import org.junit.jupiter.api.Test;

/**
 * What the product says of random networks and policies, against brute force. A run tries a few
 * hundred; {@code -Decraccess.whole=true} thousands. {@code -Decraccess.seed=NUMBER} starts
 * elsewhere; a failure names the seeds and shows the smallest templates that differ.
 */
class DifferentialTest {
  private static final boolean WHOLE = Boolean.getBoolean("ecraccess.whole");
  private static final long SEED = Long.getLong("ecraccess.seed", 1);
  private static final Set<Kind> WRONG =
      EnumSet.of(Kind.FALSE_CAN, Kind.FALSE_CANNOT, Kind.NO_ANSWER);

  /** Of a hundred networks whose values are all literal: how many may be needlessly open. */
  private static final int CEILING = 3;

  @Test
  void saysOfRandomNetworksWhatPacketsMeet() {
    Disagreements all = run("networks", seed -> Differential.of(RandomNetwork.of(seed)), 200, 4000);

    assertThat(all.report(WRONG, 10)).isEmpty();
    assertThat(all.count(Kind.NEEDLESS) * 100 / all.total()).isLessThanOrEqualTo(CEILING);
  }

  @Test
  void saysOfRandomPoliciesWhatRequestsMeet() {
    Disagreements all =
        run("policies", seed -> Differential.of(RandomPolicy.network(seed)), 200, 4000);

    assertThat(all.report(WRONG, 10)).isEmpty();
    assertThat(all.count(Kind.NEEDLESS) * 100 / all.total()).isLessThanOrEqualTo(CEILING);
  }

  @Test
  void saysNothingOfANetworkThatAParameterCouldChange() {
    Disagreements all = run("parameters", RandomParameter::judged, 100, 2000);

    assertThat(all.report(WRONG, 10)).isEmpty();
  }

  private static Disagreements run(
      String what, LongFunction<Differential> judged, int few, int many) {
    int count = WHOLE ? many : few;
    Disagreements all = Disagreements.of(judged, SEED, count);
    System.out.printf(
        "%d random %s from seed %d, truth and answer:%n%s", count, what, SEED, all.summary());
    return all;
  }
}
