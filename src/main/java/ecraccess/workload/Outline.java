package ecraccess.workload;

import ecraccess.json.Json;
import ecraccess.template.Expressions;
import ecraccess.template.Intrinsic;
import ecraccess.template.Pieces;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What can be seen of a text that functions put together.
 *
 * @param pieces strings where the text is written out, functions where only the deployment knows it
 */
record Outline(List<Json> pieces) {

  /** No ARN and no name has as many characters; what has is not worth a look. */
  private static final int LONGEST = 4096;

  /** Stands in the text for a piece that is not known. */
  static final String HOLE = "\ufffc";

  Outline {
    pieces = List.copyOf(pieces);
  }

  static Outline of(Json value) {
    return new Outline(Pieces.of(value).inOrder());
  }

  /** The text, with holes; nothing of a value that is no text at all. */
  String text() {
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
  Optional<String> lead() {
    return pieces.stream()
        .findFirst()
        .flatMap(Intrinsic::of)
        .filter(function ->
            function.name().equals(Intrinsic.REF) || function.name().equals(Intrinsic.GET_ATT))
        .flatMap(function -> Expressions.dotted(function.argument()));
  }
}
