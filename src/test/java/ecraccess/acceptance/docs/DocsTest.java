package ecraccess.acceptance.docs;

import static org.assertj.core.api.Assertions.assertThat;

import ecraccess.cli.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What the documentation shows is what one gets. {@code -Dgolden.update} rewrites what is shown,
 * and fails all the same.
 */
class DocsTest {
  private static final List<String> PAGES =
      List.of(
          "README.md",
          "DESIGN.md",
          "docs/adopt.md",
          "docs/ci.md",
          "docs/editors.md",
          "docs/ja/quick-start.md",
          "docs/releases.md",
          "docs/what-is-read.md",
          "docs/will-it-pull.md",
          "events/README.md",
          "localcloud/README.md");

  private static final Pattern BLOCK =
      Pattern.compile(
          "(?m)(?:^<!-- (?<kind>[a-z ]+): (?<what>.+)"
              + " -->\\n)?^```(?<language>\\w*)\\n(?<text>(?s:.*?))^```$");

  private static final Pattern LINK = Pattern.compile("\\]\\((?!https?:)([^)#]+)\\)");

  /** A fenced block, with what the comment before it says it is. */
  record Block(String page, String kind, String what, String language, String text) {
    @Override
    public String toString() {
      return page + ": " + kind + " " + what;
    }
  }

  static Stream<Block> shown() {
    return blocks().filter(block -> !block.kind().isEmpty());
  }

  @ParameterizedTest
  @MethodSource("shown")
  void whatIsShownIsWhatOneGets(Block block) throws IOException {
    String actual = actual(block);
    if (!block.text().equals(actual) && System.getProperty("golden.update") != null) {
      Path page = Path.of(block.page());
      String start = block.what() + " -->\n```" + block.language() + "\n";
      String text = Files.readString(page);
      Files.writeString(page, text.replace(start + block.text(), start + actual));
    }
    assertThat(block.text()).isEqualTo(actual);
  }

  @Test
  void everyBlockIsACommandOrCompared() {
    assertThat(blocks().filter(block -> block.kind().isEmpty()).map(Block::language))
        .isNotEmpty()
        .allMatch(language -> language.equals("sh") || language.equals("text"));
  }

  @Test
  void everyLinkLeadsSomewhere() throws IOException {
    for (String page : PAGES) {
      Matcher link = LINK.matcher(Files.readString(Path.of(page)));
      while (link.find()) {
        assertThat(Path.of(page).resolveSibling(link.group(1))).as("%s in %s", link, page).exists();
      }
    }
  }

  private static String actual(Block block) throws IOException {
    return switch (block.kind()) {
      case "file" -> Files.readString(Path.of(block.what()));
      case "output of" -> run(block.what()).out();
      case "problems of" -> run(block.what()).err();
      default -> throw new AssertionError("no such kind of block: " + block);
    };
  }

  private static Run run(String command) {
    String program = "./ecr-access ";
    assertThat(command).startsWith(program);
    String[] args = command.substring(program.length()).split(" ");
    return args[0].equals("doctor") ? Run.in(ExampleAccount.make(), args) : Run.of(args);
  }

  static Stream<Block> blocks() {
    return PAGES.stream()
        .flatMap(page -> {
          try {
            return BLOCK
                .matcher(Files.readString(Path.of(page)))
                .results()
                .map(block -> block(page, block));
          } catch (IOException e) {
            throw new AssertionError(e);
          }
        });
  }

  private static Block block(String page, MatchResult found) {
    return new Block(
        page,
        found.group("kind") == null ? "" : found.group("kind"),
        found.group("what") == null ? "" : found.group("what"),
        found.group("language"),
        found.group("text"));
  }
}
