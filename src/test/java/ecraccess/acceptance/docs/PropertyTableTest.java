package ecraccess.acceptance.docs;

import static org.assertj.core.api.Assertions.assertThat;

import ecraccess.Schema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** README's table of properties is the schema's descriptions, with code marked as such. */
class PropertyTableTest {
  private static final Pattern SECTION = Pattern.compile("(?s)\n### Properties\n(.*?)\n##");
  private static final Pattern ROW =
      Pattern.compile("(?m)^\\| `(?<name>\\w+)` \\| (?<value>.*?) \\| (?:(?<default>.+) )?\\|$");

  @Test
  void theTableHasEveryPropertyInTheSchemasOrderAndWords() throws IOException {
    Map<String, String> described = new LinkedHashMap<>();
    Schema.properties()
        .forEach((name, schema) -> described.put(name, Schema.text(schema, "description")));
    assertThat(List.copyOf(table().entrySet())).isEqualTo(List.copyOf(described.entrySet()));
  }

  private static Map<String, String> table() throws IOException {
    Matcher section = SECTION.matcher(Files.readString(Path.of("README.md")));
    assertThat(section.find()).isTrue();
    Map<String, String> table = new LinkedHashMap<>();
    Matcher row = ROW.matcher(section.group(1));
    while (row.find()) {
      String preset = row.group("default") == null ? "" : ". Default: " + row.group("default");
      table.put(row.group("name"), (row.group("value") + preset).replace("`", ""));
    }
    return table;
  }
}
