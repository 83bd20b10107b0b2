package ecraccess.cli.source;

import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * The engine's complaints in plain sentences. The engine speaks of tokens and states of its parser,
 * over several lines; an author wants to know what to mend.
 */
final class YamlFault {

  /**
   * @param engineSays a part of the engine's problem or context
   * @param atStart whether to point at the beginning of what was left open, not at where it was
   *     missed
   */
  private record Sentence(String engineSays, boolean atStart, String plain) {}

  private static final List<Sentence> SENTENCES =
      List.of(
          new Sentence(
              "mapping values are not allowed here",
              false,
              "\": \" cannot stand here; check the indentation, or put the text in quotes"),
          new Sentence("\\t(TAB)", false, "a tab cannot indent YAML, use spaces"),
          new Sentence(
              "that cannot start any token",
              false,
              "text without quotes cannot begin with this character"),
          new Sentence(
              "expected <block end>", false, "the indentation does not fit the lines above"),
          new Sentence(
              "expected '<document start>'", false, "this does not continue what stands above"),
          new Sentence("expected the node content", false, "a value is missing here"),
          new Sentence("while scanning a quoted scalar", true, "the quote is not closed"),
          new Sentence(
              "found unknown escape character",
              false,
              "unknown escape in a text in double quotes; write \\\\ for a backslash"),
          new Sentence(
              "while parsing a flow", true, "the bracket is not closed, or a comma is missing"),
          new Sentence(
              "could not find expected ':'",
              false,
              "a line without \": \" between name and value"));

  private YamlFault() {}

  static MalformedSource of(YamlEngineException e, SourceText text) {
    return switch (e) {
      case ReaderException reader -> unreadable(reader, text);
      case MarkedYamlEngineException marked -> marked(marked, text);
      default -> new MalformedSource(new Position(1, 1), "not valid YAML");
    };
  }

  private static MalformedSource unreadable(ReaderException e, SourceText text) {
    int offset = Math.max(0, text.toString().indexOf(e.getCodePoint()));
    return new MalformedSource(
        text.position(offset), "YAML has no character U+%04X".formatted(e.getCodePoint()));
  }

  private static MalformedSource marked(MarkedYamlEngineException e, SourceText text) {
    String said = String.valueOf(e.getContext()) + " " + e.getProblem();
    Optional<Sentence> sentence =
        SENTENCES.stream().filter(known -> said.contains(known.engineSays())).findFirst();
    Optional<Mark> mark =
        sentence.filter(Sentence::atStart).isPresent()
            ? e.getContextMark().or(e::getProblemMark)
            : e.getProblemMark();
    return new MalformedSource(
        mark.map(at -> text.position(text.offset(at.getIndex()))).orElse(new Position(1, 1)),
        sentence.map(Sentence::plain).orElse("not valid YAML: " + e.getProblem()));
  }
}
