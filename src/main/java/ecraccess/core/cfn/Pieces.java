package ecraccess.core.cfn;

import ecraccess.core.cfn.SubText.Piece;
import ecraccess.core.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A text that {@code Fn::Sub} and {@code Fn::Join} put together, as what stands side by side in it:
 * strings where it is written out, functions where only the deployment knows it. No two strings
 * stand side by side, and none is empty.
 */
public record Pieces(List<Json> inOrder) {
  private static final String JOIN = "Fn::Join";

  public Pieces {
    inOrder = List.copyOf(inOrder);
  }

  /** A value that is no such text is one piece, itself. */
  public static Pieces of(Json value) {
    List<Json> merged = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    pieces(value)
        .forEach(piece -> {
          if (piece instanceof Json.Str(String more)) {
            text.append(more);
          } else {
            flush(text, merged);
            merged.add(piece);
          }
        });
    flush(text, merged);
    return new Pieces(merged);
  }

  /** Whether something in the value refers to that name. */
  public static boolean names(Json value, String name) {
    if (Intrinsic.of(value).isPresent()
        && of(value).inOrder().stream().anyMatch(reference(name)::equals)) {
      return true;
    }
    boolean[] found = new boolean[1];
    value.mapChildren((step, child) -> {
      found[0] |= names(child, name);
      return child;
    });
    return found[0];
  }

  private static void flush(StringBuilder text, List<Json> merged) {
    if (!text.isEmpty()) {
      merged.add(new Json.Str(text.toString()));
      text.setLength(0);
    }
  }

  private static Stream<Json> pieces(Json value) {
    return Intrinsic.of(value)
        .map(function ->
            switch (function.name()) {
              case Intrinsic.SUB -> ofSub(function);
              case JOIN -> ofJoin(function);
              default -> Stream.of(value);
            })
        .orElseGet(() -> Stream.of(value));
  }

  private static Stream<Json> ofSub(Intrinsic function) {
    List<Json> parts =
        function.argument() instanceof Json.Arr(List<Json> list)
            ? list
            : List.of(function.argument());
    if (parts.isEmpty() || !(parts.getFirst() instanceof Json.Str(String text))) {
      return Stream.of(function.toJson());
    }
    Json.Obj local =
        parts.getLast() instanceof Json.Obj given ? given : new Json.Obj(Map.<String, Json>of());
    return SubText.parse(text).pieces().stream()
        .flatMap(piece ->
            switch (piece) {
              case Piece.Text(String written) ->
                  Stream.of(new Json.Str(written.replace("${!", "${")));
              case Piece.Variable(String name) ->
                  pieces(local.get(name).orElseGet(() -> reference(name)));
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

  /** The one spelling of all functions that make this text; the text itself where it is known. */
  Json toJson() {
    return switch (inOrder.size()) {
      case 0 -> new Json.Str("");
      case 1 -> inOrder.getFirst();
      default -> Json.Obj.of(JOIN, Json.Arr.of(new Json.Str(""), new Json.Arr(inOrder)));
    };
  }
}
