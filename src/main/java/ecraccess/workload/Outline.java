package ecraccess.workload;

import ecraccess.json.Json;
import ecraccess.template.Expressions;
import ecraccess.template.Intrinsic;
import ecraccess.template.SubText;
import ecraccess.template.SubText.Piece;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What can be seen of a text that functions put together.
 *
 * @param pieces strings where the text is written out, functions where only the deployment knows it
 */
record Outline(List<Json> pieces) {
  private static final String JOIN = "Fn::Join";

  /** No ARN and no name has as many characters; what has is not worth a look. */
  private static final int LONGEST = 4096;

  /** Stands in the text for a piece that is not known. */
  static final String HOLE = "\ufffc";

  Outline {
    pieces = List.copyOf(pieces);
  }

  static Outline of(Json value) {
    return new Outline(pieces(value).toList());
  }

  /** The text, with holes. */
  String text() {
    return pieces.stream()
        .map(piece ->
            piece instanceof Json.Str(String text) && text.length() <= LONGEST ? text : HOLE)
        .collect(Collectors.joining());
  }

  /** What the text starts with, if that is a reference: {@code Name} or {@code Name.Attribute}. */
  Optional<String> lead() {
    return pieces.stream()
        .filter(piece -> !piece.equals(new Json.Str("")))
        .findFirst()
        .flatMap(Intrinsic::of)
        .filter(function ->
            function.name().equals(Intrinsic.REF) || function.name().equals(Intrinsic.GET_ATT))
        .flatMap(function -> Expressions.dotted(function.argument()));
  }

  private static Stream<Json> pieces(Json value) {
    if (value instanceof Json.Str) {
      return Stream.of(value);
    }
    return Intrinsic.of(value).stream()
        .flatMap(function ->
            switch (function.name()) {
              case Intrinsic.SUB -> ofSub(function);
              case JOIN -> ofJoin(function);
              default -> Stream.of(value);
            });
  }

  private static Stream<Json> ofSub(Intrinsic function) {
    List<Json> parts =
        function.argument() instanceof Json.Arr(List<Json> list)
            ? list
            : List.of(function.argument());
    if (parts.isEmpty()
        || !(parts.getFirst() instanceof Json.Str(String text))
        || text.length() > LONGEST) {
      return Stream.of(function.toJson());
    }
    Json.Obj local =
        parts.getLast() instanceof Json.Obj given ? given : new Json.Obj(Map.<String, Json>of());
    return SubText.parse(text).pieces().stream()
        .flatMap(piece ->
            switch (piece) {
              case Piece.Text(String written) -> Stream.of(new Json.Str(written));
              case Piece.Variable(String name) ->
                  Stream.of(local.get(name).orElseGet(() -> reference(name)));
            });
  }

  private static Json reference(String name) {
    return Json.Obj.of(name.contains(".") ? Intrinsic.GET_ATT : Intrinsic.REF, new Json.Str(name));
  }

  private static Stream<Json> ofJoin(Intrinsic function) {
    if (!(function.argument() instanceof Json.Arr(List<Json> parts)
        && parts.size() == 2
        && parts.getFirst() instanceof Json.Str delimiter
        && parts.getLast() instanceof Json.Arr(List<Json> joined))) {
      return Stream.of(function.toJson());
    }
    return joined.stream()
        .flatMap(part -> Stream.concat(Stream.of(delimiter), pieces(part)))
        .skip(1);
  }
}
