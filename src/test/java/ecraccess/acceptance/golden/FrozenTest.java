package ecraccess.acceptance.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import ecraccess.core.json.Json;
import ecraccess.core.json.JsonText;
import ecraccess.macro.expand.Expansion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Names and create-only properties of every release, for stacks that run already. The folders may
 * only grow: INDEX has a checksum of each, so that changing one takes a change that a reader sees.
 * {@code -Dfrozen.add} freezes new folders and fails all the same; it never touches an old one.
 */
class FrozenTest {
  private static final Path ROOT = Path.of("src/test/resources/frozen");
  private static final Path INDEX = ROOT.resolve("INDEX");
  private static final String FROZEN = "frozen.json";

  static List<String> cases() throws IOException {
    try (Stream<Path> folders = Files.list(ROOT)) {
      return folders
          .filter(Files::isDirectory)
          .map(folder -> folder.getFileName().toString())
          .sorted()
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void namesAndCreateOnlyPropertiesAreWhatTheyWere(String name) throws IOException {
    GoldenCase frozen = new GoldenCase(ROOT.resolve(name));
    Json.Obj now = createOnly(frozen);
    if (!index().containsKey(name) && System.getProperty("frozen.add") != null) {
      Files.writeString(ROOT.resolve(name).resolve(FROZEN), JsonText.pretty(now) + "\n");
      Map<String, String> index = index();
      index.put(name, checksum(name));
      Files.writeString(INDEX, text(index));
      fail("froze " + name + "; read it");
    }
    Json.Obj recorded = frozen.json(FROZEN);
    assertThat(recorded.members()).isNotEmpty();
    recorded.members().forEach((id, what) -> assertThat(now.get(id)).as(id).hasValue(what));
    assertThat(now.members().keySet())
        .filteredOn(id -> !recorded.has(id))
        .as("further endpoints, where there were none")
        .noneMatch(id -> JsonText.compact(now.members().get(id)).contains("AWS::EC2::VPCEndpoint"));
  }

  @Test
  void noFrozenFolderIsMissingChangedOrUnlisted() throws IOException {
    Map<String, String> found = new TreeMap<>();
    for (String name : cases()) {
      found.put(name, checksum(name));
    }
    assertThat(found).isEqualTo(index());
  }

  private static Json.Obj createOnly(GoldenCase frozen) {
    return switch (frozen.expansion()) {
      case Expansion.Expanded expanded -> CreateOnly.of(frozen.template(), expanded.template());
      case Expansion.Rejected rejected -> throw new AssertionError(rejected);
    };
  }

  private static Map<String, String> index() throws IOException {
    Map<String, String> index = new TreeMap<>();
    if (Files.exists(INDEX)) {
      for (String line : Files.readAllLines(INDEX)) {
        String[] parts = line.split(" +", 2);
        index.put(parts[1], parts[0]);
      }
    }
    return index;
  }

  private static String text(Map<String, String> index) {
    StringBuilder text = new StringBuilder();
    index.forEach((name, sum) -> text.append(sum).append("  ").append(name).append('\n'));
    return text.toString();
  }

  /** Of all files of the folder, their names included. */
  private static String checksum(String name) throws IOException {
    try (Stream<Path> files = Files.list(ROOT.resolve(name))) {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (Path file : files.sorted().toList()) {
        digest.update(file.getFileName().toString().getBytes(StandardCharsets.UTF_8));
        digest.update(Files.readAllBytes(file));
      }
      return HexFormat.of().formatHex(digest.digest()).substring(0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }
}
