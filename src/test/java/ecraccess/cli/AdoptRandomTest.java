package ecraccess.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ecraccess.cli.source.Format;
import ecraccess.cli.source.SourceFile;
import ecraccess.cli.source.SourceReading;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Whatever the endpoints look like, they are adopted rightly, or there is a reason. */
class AdoptRandomTest {
  private static final int TEMPLATES = 150;

  @Test
  void generatedTemplatesAreAdoptedRightlyOrNotAtAll() {
    long adopted =
        LongStream.range(0, TEMPLATES)
            .filter(seed -> isAdopted(new RandomEndpoints(seed).write()))
            .count();

    assertThat(adopted).isBetween(TEMPLATES / 4L, TEMPLATES - 5L);
  }

  @Test
  void soAreTheyInJson() {
    LongStream.range(0, TEMPLATES / 5)
        .mapToObj(seed -> new RandomEndpoints(seed).write())
        .map(AdoptRandomTest::inJson)
        .forEach(AdoptRandomTest::isAdopted);
  }

  private static String inJson(String yaml) {
    return Format.JSON.write(
        ((SourceReading.Done) SourceFile.parse("template", yaml)).file().json());
  }

  private static boolean isAdopted(String template) {
    Run run = Run.onInput(template, "adopt", "--region", "eu-west-1", "-");
    AdoptProof proof = new AdoptProof(template, run, "eu-west-1");
    try {
      proof.check();
      proof.checkLines();
    } catch (AssertionError e) {
      throw new AssertionError(e.getMessage() + "\n" + template + "\n" + run.out() + run.err(), e);
    }
    return run.exitCode() == 0;
  }
}
