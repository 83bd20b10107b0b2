package ecraccess.acceptance.docs;

import static org.assertj.core.api.Assertions.assertThat;

import ecraccess.acceptance.habitat.Processes;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every command that the documentation shows is run, here or where it says. */
class CommandsIT {

  /** Commands that cannot be run inside the tests, and what shows them instead. */
  private static final Map<String, String> ELSEWHERE =
      Map.of(
          "make test",
          "this test is a part of it",
          "make installer",
          "InstallerIT runs the same on the packages that SAM built",
          "sam build && sam deploy",
          "SamCliIT builds; deploying wants an account",
          "aws cloudformation deploy --stack-name net --template-file examples/minimal.yaml"
              + " --capabilities CAPABILITY_AUTO_EXPAND",
          "LocalCloudIT deploys the same file with the same program",
          "./ecr-access doctor --vpc vpc-0a1b2c3d --task web:3",
          "DoctorMotoIT, on a local cloud",
          "$(tools/install)/bin/python -m unittest discover -s localcloud/tests -t .",
          "LocalCloudSourceIT");

  static Stream<String> commands() {
    return DocsTest.blocks()
        .filter(block -> block.language().equals("sh"))
        .flatMap(block -> block.text().lines())
        .filter(line -> !line.isBlank() && !ELSEWHERE.containsKey(line))
        .distinct();
  }

  @ParameterizedTest
  @MethodSource("commands")
  void commandsOfTheDocumentationWork(String command) {
    Processes.Result result =
        Processes.run(Duration.ofMinutes(5), Map.of(), List.of("sh", "-c", command)).orFail();
    assertThat(result.out()).isNotEmpty();
  }
}
