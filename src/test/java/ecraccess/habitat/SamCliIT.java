package ecraccess.habitat;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

/** The SAM application as a user builds it. */
class SamCliIT {
  private static final String OUR_CLASSES =
      "ecraccess/(json|logic|service|template|workload|network|survey|judge|shorthand|expand|macro)/[\\w$-]+\\.class";

  @Test
  void samFindsNothingToSayAgainstTheTemplate() {
    assertThat(Tools.run("sam", "validate", "--lint").orFail().out())
        .contains("is a valid SAM Template");
  }

  @Test
  void neitherDoesCfnLint() {
    Tools.run("cfn-lint", "template.yaml").orFail();
  }

  @Test
  void thePackageIsOurClassesAndResourcesAndGson() throws IOException {
    assertThat(packagedFiles())
        .allMatch(file ->
            file.matches(OUR_CLASSES)
                || Files.isRegularFile(Path.of("src/main/resources", file))
                || file.matches("lib/gson-[\\d.]+\\.jar"))
        .contains("ecraccess/macro/MacroHandler.class", "ecraccess/macro/package-info.class")
        .filteredOn(file -> file.startsWith("lib/"))
        .hasSize(1);
  }

  @Test
  void thePackageIsSmall() throws IOException {
    Counter zipped = new Counter();
    try (ZipOutputStream zip = new ZipOutputStream(zipped)) {
      for (String file : packagedFiles()) {
        zip.putNextEntry(new ZipEntry(file));
        Files.copy(SamBuild.macroFunction().resolve(file), zip);
      }
    }

    System.out.printf("The macro's package, zipped: %,d bytes%n", zipped.bytes);
    assertThat(zipped.bytes).isLessThan(1_000_000);
  }

  private static List<String> packagedFiles() throws IOException {
    Path function = SamBuild.macroFunction();
    try (Stream<Path> files = Files.walk(function)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> function.relativize(file).toString())
          .toList();
    }
  }

  private static final class Counter extends OutputStream {
    long bytes;

    @Override
    public void write(int b) {
      bytes++;
    }

    @Override
    public void write(byte[] some, int offset, int length) {
      bytes += length;
    }
  }
}
