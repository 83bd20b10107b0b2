package ecraccess.acceptance.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import ecraccess.cli.source.SourceFile;
import ecraccess.cli.source.SourceReading;
import ecraccess.core.json.Json;
import ecraccess.core.json.JsonText;
import ecraccess.macro.expand.Expander;
import ecraccess.macro.expand.Expansion;
import ecraccess.macro.expand.plan.DeploymentContext;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every template of the corpus, with its own endpoints or with shorthands. */
@NeedsCorpus
class CorpusLawsTest {
  private static final DeploymentContext DEPLOYMENT =
      new DeploymentContext(
          "eu-west-1", "111122223333", "PrivateEcrAccess", new Json.Obj(Map.of()));

  static List<SourceFile> templates() {
    return Corpus.templates();
  }

  static List<Reproduction> reproductions() {
    return Reproduction.all();
  }

  @ParameterizedTest
  @MethodSource("templates")
  void aTemplateWithoutShorthandsIsTheVerySame(SourceFile source) {
    Json.Obj template = source.json().without("Transform");

    Json.Obj expanded = expanded(template);

    assertThat(changed(template, expanded)).isEmpty();
    assertThat(source.withJson(Corpus.withTransform(source, expanded))).isEqualTo(source.text());
  }

  @ParameterizedTest
  @MethodSource("reproductions")
  void theSameComesOutEveryTime(Reproduction reproduction) {
    assertThat(text(reproduction.expanded(reproduction.written())))
        .isEqualTo(text(reproduction.expanded(reproduction.written())));
  }

  @ParameterizedTest
  @MethodSource("reproductions")
  void expandingTheResultChangesNothing(Reproduction reproduction) {
    Json.Obj once = reproduction.expanded(reproduction.written());

    assertThat(changed(once, reproduction.expanded(once))).isEmpty();
  }

  /** The source with shorthands, and the source with their endpoints again, as files. */
  @ParameterizedTest
  @MethodSource("reproductions")
  void filesKeepUpWithTheTrees(Reproduction reproduction) {
    SourceFile file = read(reproduction.shortened());
    assertThat(text(file.json().without("Transform"))).isEqualTo(text(reproduction.written()));

    Json.Obj expanded =
        Corpus.withTransform(file, reproduction.expanded(file.json().without("Transform")));
    assertThat(text(read(file.withJson(expanded)).json())).isEqualTo(text(expanded));
  }

  /** The sections that are no longer the same instances, or are not there in both. */
  @SuppressWarnings("ReferenceEquality")
  private static Set<String> changed(Json.Obj before, Json.Obj after) {
    Set<String> sections = new LinkedHashSet<>(before.members().keySet());
    sections.addAll(after.members().keySet());
    sections.removeIf(name -> before.members().get(name) == after.members().get(name));
    return sections;
  }

  private static SourceFile read(String text) {
    return switch (SourceFile.parse("template", text)) {
      case SourceReading.Done(SourceFile file) -> file;
      case SourceReading.Failed failed -> throw new AssertionError(failed);
    };
  }

  private static Json.Obj expanded(Json.Obj template) {
    return switch (Expander.expand(template, DEPLOYMENT)) {
      case Expansion.Expanded expanded -> expanded.template();
      case Expansion.Rejected rejected -> throw new AssertionError(rejected);
    };
  }

  private static String text(Json json) {
    return JsonText.compact(json);
  }
}
