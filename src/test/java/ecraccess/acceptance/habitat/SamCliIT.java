package ecraccess.acceptance.habitat;

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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The SAM application as a user builds it. */
class SamCliIT {
  private static final String MACRO_CLASSES =
      "ecraccess/(core(/\\w+)+|reach/\\w+|macro/(shorthand|expand(/\\w+)?)|lambda/macro)/[\\w$-]+\\.class";

  private static final String NETWORK_CLASSES =
      "ecraccess/(core(/\\w+)+|reach/(?!template|report)\\w+|live/(?!ecs)\\w+|lambda/network)/[\\w$-]+\\.class";

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
  void theMacrosPackageIsOurClassesAndResourcesAndGson() throws IOException {
    assertThat(packagedFiles(SamBuild.macroFunction()))
        .allMatch(file ->
            file.matches(MACRO_CLASSES)
                || Files.isRegularFile(Path.of("src/main/resources", file))
                || file.matches("lib/gson-[\\d.]+\\.jar"))
        .contains(
            "ecraccess/lambda/macro/MacroHandler.class",
            "ecraccess/lambda/macro/package-info.class")
        .filteredOn(file -> file.startsWith("lib/"))
        .hasSize(1);
  }

  @Test
  void theNetworkFunctionsPackageIsOurClassesAndResourcesAndItsLibraries() throws IOException {
    List<String> files = packagedFiles(SamBuild.networkFunction());

    assertThat(files)
        .allMatch(file ->
            file.matches(NETWORK_CLASSES)
                || Files.isRegularFile(Path.of("src/main/resources", file))
                || file.startsWith("lib/"))
        .contains("ecraccess/lambda/network/NetworkHandler.class");
    assertThat(libraries(files))
        .contains("gson", "aws-lambda-java-events", "ec2", "url-connection-client", "slf4j-nop")
        .doesNotContain(
            "picocli",
            "snakeyaml-engine",
            "joda-time",
            "aws-lambda-java-core",
            "apache5-client",
            "apache-client",
            "netty-nio-client",
            "httpclient5")
        .doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @CsvSource({"MacroFunction, 1_500_000", "NetworkFunction, 35_000_000"})
  void aPackageIsSmall(String function, String limit) throws IOException {
    Path folder = SamBuild.macroFunction().resolveSibling(function);
    Counter zipped = new Counter();
    try (ZipOutputStream zip = new ZipOutputStream(zipped)) {
      for (String file : packagedFiles(folder)) {
        zip.putNextEntry(new ZipEntry(file));
        Files.copy(folder.resolve(file), zip);
      }
    }

    System.out.printf("%s, zipped: %,d bytes%n", function, zipped.bytes);
    assertThat(zipped.bytes).isLessThan(Long.parseLong(limit.replace("_", "")));
  }

  private static List<String> packagedFiles(Path function) throws IOException {
    try (Stream<Path> files = Files.walk(function)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> function.relativize(file).toString())
          .toList();
    }
  }

  private static List<String> libraries(List<String> files) {
    return files.stream()
        .filter(file -> file.startsWith("lib/"))
        .map(file -> file.replaceFirst("lib/(.+?)-\\d[\\d.]*\\.jar", "$1"))
        .toList();
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
