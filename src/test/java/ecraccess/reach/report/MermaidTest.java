package ecraccess.reach.report;

import static org.assertj.core.api.Assertions.assertThat;

import ecraccess.reach.verdict.Judgement;
import ecraccess.reach.verdict.Judgement.Pull;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MermaidTest {
  private static final String ID = "[a-z]+[0-9]*(_[0-9a-z]+)*";
  private static final String LABEL = "\"([\\p{L}\\p{N} .,/()✓✗?…-]|#\\d+;|<br/>)*\"";
  private static final String LINK = ID + " (==>|-\\.->|---)(\\|" + LABEL + "\\|)? " + ID;

  private static final Pattern STATEMENT =
      Pattern.compile(
          String.join(
              "|",
              "flowchart LR",
              "direction LR",
              "end",
              "subgraph " + ID + "\\[" + LABEL + "\\]",
              ID + "\\[" + LABEL + "\\]",
              LINK,
              "class " + ID + "(," + ID + ")* [a-z]+",
              "classDef [a-z]+ [a-z0-9#:,-]+",
              "linkStyle \\d+(,\\d+)* [a-z0-9#:, -]+"));

  @Test
  void brokenLinksAreMarkedWithTheirReason() {
    Expected.assertIs("broken.mmd", Mermaid.of(Judgements.broken()));
  }

  @Test
  void everythingFromTheTemplateIsTextAndNothingElse() {
    Expected.assertIs("hostile.mmd", Mermaid.of(Judgements.hostile()));
  }

  @Test
  void deploymentHangsOnTheSummary() {
    assertThat(Mermaid.of(Judgements.several()))
        .contains(
            """
                summary["✗ Cannot pull#58; 2 faults"]
                deployment0["✗ deployment#58; expected subnets of different zones, found SubnetA and SubnetB in one#59; leave one out"]
                summary -.-> deployment0
                deployment1["? deployment#58; cannot tell without the value of parameter Vpc"]
                summary -.-> deployment1
            """);
  }

  @ParameterizedTest
  @MethodSource("judgements")
  void everyLineIsAStatement(Judgement judgement) {
    assertThat(Mermaid.of(judgement).lines().map(String::strip))
        .allMatch(STATEMENT.asMatchPredicate());
  }

  @ParameterizedTest
  @MethodSource("judgements")
  void everyLinkHasOneStyle(Judgement judgement) {
    String flowchart = Mermaid.of(judgement);
    List<String> styled =
        flowchart
            .lines()
            .filter(line -> line.startsWith("  linkStyle "))
            .flatMap(line -> Arrays.stream(line.strip().split(" ")[1].split(",")))
            .toList();

    assertThat(styled)
        .containsExactlyInAnyOrderElementsOf(
            IntStream.range(0, links(flowchart)).mapToObj(String::valueOf).toList());
  }

  @Test
  void whatIsHealthyIsDrawnWithoutStepsWhereMermaidWouldRefuseSoManyLinks() {
    Pull healthy = Judgements.healthy().pulls().getFirst();
    Judgement large = new Judgement(List.of(), Collections.nCopies(60, healthy), List.of());
    Judgement small = new Judgement(List.of(), Collections.nCopies(30, healthy), List.of());

    assertThat(links(Mermaid.of(small))).isEqualTo(30 * 13);
    assertThat(links(Mermaid.of(large))).isEqualTo(60 * 4);
  }

  static Stream<Judgement> judgements() {
    return Judgements.all().values().stream();
  }

  private static int links(String flowchart) {
    return (int) flowchart.lines().map(String::strip).filter(line -> line.matches(LINK)).count();
  }
}
