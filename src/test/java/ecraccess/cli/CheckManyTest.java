package ecraccess.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ecraccess.core.json.Json;
import ecraccess.core.json.JsonText;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code check} of several files and folders, in every format. */
class CheckManyTest {
  @TempDir private Path folder;

  @BeforeEach
  void files() throws Exception {
    Files.copy(Path.of("examples/broken/01-private-dns-off.yaml"), folder.resolve("a.yaml"));
    Files.writeString(folder.resolve("b.yml"), "on: push\n");
    Files.writeString(
        folder.resolve("c.json"),
        "{\"Resources\": {\"X\": {\"Type\": \"AWS::EC2::VPCEndpoint\", \"Properties\":"
            + " {\"ServiceName\": \"s\", \"SubnetIds\": \"one\"}}}}");
    Files.createDirectories(folder.resolve("node_modules"));
    Files.writeString(folder.resolve("node_modules/d.yaml"), "Resources: {}\n");
  }

  private Run check(String... arguments) {
    return Run.of(arguments);
  }

  @Test
  void aFolderIsItsTemplates() {
    Run run = check("check", folder.toString());
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out()).contains("a.yaml", "c.json").doesNotContain("d.yaml");
    assertThat(run.out()).endsWith("2 templates: 0 can, 2 cannot, 0 cannot tell\n");
    assertThat(run.err()).isEqualTo("skipped " + folder.resolve("b.yml") + ": no template\n");
  }

  @Test
  void whatIsNamedMustBeATemplate() {
    Run run =
        check("check", folder.resolve("a.yaml").toString(), folder.resolve("no.yaml").toString());
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("no.yaml: no such file");
  }

  @Test
  void aFolderWithoutTemplatesIsWrongUse() {
    Run run = check("check", folder.resolve("node_modules").toString());
    assertThat(run.exitCode()).isNotEqualTo(70);
    Run none = check("check", "src/main/java/ecraccess/core/logic");
    assertThat(none.exitCode()).isEqualTo(2);
    assertThat(none.err()).contains("expected templates, found none in");
  }

  @Test
  void sarifHasARuleForEveryResult() throws Exception {
    Json.Obj document =
        (Json.Obj) JsonText.read(check("check", "--format", "sarif", folder.toString()).out());
    String text = JsonText.compact(document);
    assertThat(document.get("version")).contains(new Json.Str("2.1.0"));
    assertThat(text)
        .contains("\"ruleId\":\"private-dns-off\"", "\"id\":\"private-dns-off\"")
        .contains("\"ruleId\":\"list-expected\"", "\"startLine\":");
  }

  @Test
  void githubGetsAnAnnotationAFinding() {
    String out = check("check", "--format", "github", folder.toString()).out();
    assertThat(out.lines().filter(line -> line.startsWith("::error file="))).isNotEmpty();
    assertThat(out).contains("title=private-dns-off::");
  }

  @Test
  void nothingInATemplateIsACommand() throws Exception {
    Files.writeString(
        folder.resolve("hostile.json"),
        "{\"Resources\": {\"X\\n::error::y\": {\"Type\": \"AWS::EC2::VPCEndpoint\", \"Properties\":"
            + " {\"SubnetIds\": \"a\\n::warning::z\"}}}}");
    String out = check("check", "--format", "github", folder.toString()).out();
    assertThat(out.lines().filter(line -> line.startsWith("::")))
        .allMatch(line -> line.matches("::(error|warning|notice) file=[^,]*,line=\\d+,.*"));
  }

  @Test
  void junitIsXmlThatFailsByFaults() throws Exception {
    String out = check("check", "--format", "junit", folder.toString()).out();
    var document =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(out.getBytes(StandardCharsets.UTF_8)));
    assertThat(document.getDocumentElement().getAttribute("failures")).isEqualTo("2");
    assertThat(document.getElementsByTagName("testcase").getLength()).isEqualTo(2);
  }

  @Test
  void markdownIsATable() {
    List<String> lines =
        check("check", "--format", "markdown", folder.toString()).out().lines().toList();
    assertThat(lines.subList(0, 2))
        .containsExactly("| Template | Verdict | Finding |", "|---|---|---|");
    assertThat(lines).anyMatch(line -> line.contains("`private-dns-off`"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"json", "JSON"})
  void jsonTellsTheWorst(String format) throws Exception {
    Json.Obj document =
        (Json.Obj) JsonText.read(check("check", "--format", format, folder.toString()).out());
    assertThat(document.get("verdict")).contains(new Json.Str("cannot"));
    assertThat(document.get("files").orElseThrow()).isInstanceOf(Json.Arr.class);
  }

  @Test
  void jsonOfATemplateWithProblemsIsADocumentToo() throws Exception {
    Path bad = folder.resolve("bad.yaml");
    Files.writeString(
        bad,
        "Transform: PrivateEcrAccess\nResources: {A: {Type: PrivateEcrAccess, Properties: {}}}\n");
    Run run = check("check", "--format", "json", bad.toString());
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(((Json.Obj) JsonText.read(run.out())).get("verdict"))
        .contains(new Json.Str("cannot"));
  }

  @Test
  void anUnknownFormatIsWrongUse() {
    Run run = check("check", "--format", "yaml", folder.toString());
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("--format");
  }
}
