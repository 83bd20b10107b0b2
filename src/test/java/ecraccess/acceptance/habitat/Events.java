package ecraccess.acceptance.habitat;

import static java.util.stream.Collectors.toMap;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The macro events in {@code events/}, and what its README says the macro answers to each. */
final class Events {
  private static final Path FOLDER = Path.of("events");
  private static final Pattern ROW =
      Pattern.compile("(?m)^\\| `(\\S+\\.json)` \\|.+\\| (success|failure) \\|$");

  private Events() {}

  /** One event, as CloudFormation sends it. */
  record Event(String name, byte[] body) {
    @Override
    public String toString() {
      return name;
    }
  }

  /** Every event, by name. */
  static List<Event> all() {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".json"))
          .sorted()
          .map(Events::named)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Event named(String name) {
    try {
      return new Event(name, Files.readAllBytes(FOLDER.resolve(name)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The status of each event's answer, by the README. */
  static Map<String, String> documented() {
    try {
      return ROW.matcher(Files.readString(FOLDER.resolve("README.md")))
          .results()
          .collect(toMap(row -> row.group(1), row -> row.group(2)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
