package ecraccess.acceptance.habitat;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ecraccess.core.json.Json;
import ecraccess.core.json.JsonText;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each package's bill of materials lists the jars that are in the package, by their hashes. */
class SbomIT {
  private static final String BILL = ".dist-info/sboms/sbom.cdx.json";

  @TempDir private static Path folder;

  @BeforeAll
  static void make() {
    Path launcher = Wheels.folder().resolveSibling("target/wheel/launcher");
    Processes.run(
            Duration.ofMinutes(1),
            Map.of(),
            List.of(
                Tools.tool("python").toString(),
                "packaging/sbom.py",
                "target/wheel/sbom.json",
                folder.toString(),
                "macro=" + SamBuild.macroFunction().resolve("lib"),
                "network=" + SamBuild.networkFunction().resolve("lib"),
                "command-line=" + launcher,
                "doctor=" + launcher.resolve("doctor")))
        .orFail();
  }

  @Test
  void theMacrosListsWhatIsInTheMacrosPackage() throws Exception {
    assertThat(listed(bill("macro")))
        .containsExactlyInAnyOrderElementsOf(jars(SamBuild.macroFunction()));
  }

  @Test
  void theNetworkFunctionsListsWhatIsInItsPackage() throws Exception {
    assertThat(listed(bill("network")))
        .containsExactlyInAnyOrderElementsOf(jars(SamBuild.networkFunction()));
  }

  @ParameterizedTest
  @ValueSource(strings = {Wheels.PROGRAM, Wheels.DOCTOR})
  void aWheelCarriesItsOwn(String wheel) throws Exception {
    List<String> jars = new ArrayList<>();
    List<String> listed = new ArrayList<>();
    try (ZipFile zip = new ZipFile(Wheels.wheel(wheel).toFile())) {
      for (ZipEntry entry : zip.stream().toList()) {
        byte[] content = content(zip, entry);
        if (entry.getName().endsWith(".jar") && !entry.getName().endsWith("/ecr-access.jar")) {
          jars.add(Digest.sha256(content));
        } else if (entry.getName().endsWith(BILL)) {
          listed.addAll(listed(JsonText.read(new String(content, UTF_8))));
        }
      }
    }
    assertThat(listed).isNotEmpty().containsExactlyInAnyOrderElementsOf(jars);
  }

  @Test
  void aJarThatNobodyListsIsAnError() throws Exception {
    Path stray = Files.createDirectory(folder.resolve("package")).resolve("stray.jar");
    Files.writeString(stray, "no jar");

    Processes.Result result =
        Processes.run(
            Duration.ofMinutes(1),
            Map.of(),
            List.of(
                Tools.tool("python").toString(),
                "packaging/sbom.py",
                "target/wheel/sbom.json",
                folder.resolve("none").toString(),
                "stray=" + stray.getParent()));

    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.err()).isEqualTo("sbom: not among what is used at run time: " + stray);
  }

  @Test
  void theListOfLicencesIsUpToDate() {
    assertThat(Path.of("docs/licenses.md"))
        .as("`make sbom` makes it")
        .hasSameTextualContentAs(folder.resolve("licenses.md"));
  }

  private static Json bill(String name) throws Exception {
    return JsonText.read(Files.readString(folder.resolve(name + ".cdx.json")));
  }

  private static List<String> listed(Json bill) {
    assertThat(bill).isInstanceOf(Json.Obj.class);
    return items(((Json.Obj) bill).get("components").orElseThrow()).stream()
        .map(component -> sha256(((Json.Obj) component).get("hashes").orElseThrow()))
        .toList();
  }

  private static String sha256(Json hashes) {
    return items(hashes).stream()
        .map(Json.Obj.class::cast)
        .filter(hash -> hash.get("alg").orElseThrow().equals(new Json.Str("SHA-256")))
        .map(hash -> ((Json.Str) hash.get("content").orElseThrow()).value())
        .findFirst()
        .orElseThrow();
  }

  private static List<Json> items(Json list) {
    return ((Json.Arr) list).elements();
  }

  private static List<String> jars(Path function) throws Exception {
    List<String> hashes = new ArrayList<>();
    try (var files = Files.walk(function)) {
      for (Path jar : files.filter(file -> file.toString().endsWith(".jar")).toList()) {
        hashes.add(Digest.sha256(Files.readAllBytes(jar)));
      }
    }
    return hashes;
  }

  private static byte[] content(ZipFile zip, ZipEntry entry) throws Exception {
    try (InputStream stream = zip.getInputStream(entry)) {
      return stream.readAllBytes();
    }
  }
}
