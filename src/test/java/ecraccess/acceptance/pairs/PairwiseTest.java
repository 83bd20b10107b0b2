package ecraccess.acceptance.pairs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import ecraccess.core.cfn.Problem;
import ecraccess.core.json.JsonPath;
import ecraccess.macro.expand.Expansion;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Whatever two values meet: a whole output, or problems that say which property is wrong. */
class PairwiseTest {
  private static final String PROPERTIES =
      JsonPath.of("Resources", Combination.SHORTHAND, "Properties") + ".";

  /** What a message never has: our own names, several lines, CloudFormation's full stop. */
  private static final Pattern UNFIT =
      Pattern.compile("\\b(ecraccess|java)\\.|Exception|Optional\\[|Json|\\w\\[\\w+=|\\n|\\.$|^$");

  @TestFactory
  Stream<DynamicTest> pairs() {
    return Stream.of(
        test("right values only", Combination.ofRightValues()),
        test("right values that may clash", Combination.ofClashingValues()),
        test("one wrong value among right ones", Combination.withOneWrongValue()),
        test("all values", Combination.ofAllValues()));
  }

  /** One test of all, so that a report stays short; the seed is in its name. */
  private static DynamicTest test(String name, List<Combination> all) {
    String title = "%s, seed %d".formatted(name, Combination.SEED);
    return dynamicTest(
        title,
        () -> {
          List<String> faults = new ArrayList<>();
          int expanded = 0;
          for (Combination combination : all) {
            Expansion expansion = combination.expansion();
            expanded += expansion instanceof Expansion.Expanded ? 1 : 0;
            faults(combination, expansion)
                .forEach(fault -> faults.add(fault + "\n    in " + combination));
          }
          System.out.printf(
              "%s: %d templates, %d expanded, %d rejected%n",
              title, all.size(), expanded, all.size() - expanded);
          assertThat(faults).isEmpty();
        });
  }

  private static List<String> faults(Combination combination, Expansion expansion) {
    return switch (expansion) {
      case Expansion.Expanded expanded -> {
        List<String> faults = Outputs.faults(combination, expanded.template());
        combination.wrong().forEach(value -> faults.add("expanded in spite of " + value));
        yield faults;
      }
      case Expansion.Rejected(List<Problem> problems) -> faults(combination, problems);
    };
  }

  private static List<String> faults(Combination combination, List<Problem> problems) {
    List<String> faults = new ArrayList<>();
    if (combination.mustExpand()) {
      faults.add("rejected: " + problems);
    }
    Set<String> named = new HashSet<>();
    for (Problem problem : problems) {
      if (!problem.path().toString().startsWith(PROPERTIES)
          || UNFIT.matcher(problem.text()).find()) {
        faults.add("unfit message: " + problem);
      } else if (problem.path().steps().get(3) instanceof JsonPath.Step.Member(String name)) {
        named.add(name);
      }
    }
    combination.wrong().stream()
        .filter(value -> !named.contains(value.property()))
        .forEach(value -> faults.add("nothing said about " + value + ": " + problems));
    return faults;
  }
}
