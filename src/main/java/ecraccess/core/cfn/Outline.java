package ecraccess.core.cfn;

import ecraccess.core.json.Json;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What can be seen of a text that functions put together.
 *
 * @param pieces strings where the text is written out, functions where only the deployment knows it
 */
public record Outline(List<Json> pieces) {

  /** No ARN and no name has as many characters; what has is not worth a look. */
  private static final int LONGEST = 4096;

  /** Stands in the text for a piece that is not known. */
  public static final String HOLE = "\ufffc";

  public Outline {
    pieces = List.copyOf(pieces);
  }

  public static Outline of(Json value) {
    return new Outline(Pieces.of(value).inOrder());
  }

  /** The text, with holes; nothing of a value that is no text at all. */
  public String text() {
    return pieces.stream()
        .map(piece ->
            switch (piece) {
              case Json.Str(String text) when text.length() <= LONGEST -> text;
              case Json.Str text -> HOLE;
              default -> Intrinsic.of(piece).isPresent() ? HOLE : "";
            })
        .collect(Collectors.joining());
  }

  /** What the text starts with, if that is a reference: {@code Name} or {@code Name.Attribute}. */
  public Optional<String> lead() {
    return pieces.stream()
        .findFirst()
        .flatMap(Intrinsic::of)
        .filter(function ->
            function.name().equals(Intrinsic.REF) || function.name().equals(Intrinsic.GET_ATT))
        .flatMap(function -> Expressions.dotted(function.argument()));
  }
}
