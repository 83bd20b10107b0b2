package ecraccess.acceptance.habitat;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The documentation as a site: every link leads somewhere, and the search finds AWS's words. */
class DocsSiteIT {
  private static final Path SITE = Path.of("target/site");

  @Test
  void theSiteIsBuiltAndSearched() throws IOException {
    Processes.run(Duration.ofMinutes(5), Map.of(), List.of("make", "docs")).orFail();

    assertThat(SITE.resolve("index.html")).content().contains("PrivateEcrAccess");
    assertThat(SITE.resolve("search/search_index.json"))
        .content()
        .contains(
            "CannotPullContainerError",
            "ResourceInitializationError",
            "no basic auth",
            "docs/ja/quick-start/");
    assertThat(SITE.resolve("docs/errors/token-timeout/index.html"))
        .content()
        .contains("../../checks/#private-dns-off");
  }

  @Test
  void aLinkThatLeadsNowhereIsAnError() throws IOException {
    Path pages = Files.createDirectories(Path.of("target/broken-docs"));
    Files.writeString(pages.resolve("index.md"), "[nowhere](missing.md)\n");
    Path config = Path.of("target/broken-docs.yml");
    Files.writeString(
        config,
        Files.readString(Path.of("mkdocs.yml"))
            .replaceFirst("(?s)\nnav:\n.*", "")
            .replace("docs_dir: target/docs", "docs_dir: broken-docs")
            .replace("site_dir: target/site", "site_dir: broken-site"));

    Processes.Result built = Tools.run("mkdocs", "build", "--config-file", config.toString());
    assertThat(built.exitCode()).isNotZero();
    assertThat(built.err()).contains("missing.md");
  }
}
