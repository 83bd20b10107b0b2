package ecraccess.cli.source;

import ecraccess.cli.source.Node.Entry;
import ecraccess.cli.source.Node.Layout;
import ecraccess.core.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Finds where the values of a JSON text stand: walks the text, known to be valid, beside its tree.
 */
final class JsonPlaces {
  private static final String BLANK = " \t\r\n\ufeff";
  private static final String ENDS_LITERAL = BLANK + ",]}";

  private final SourceText text;
  private int at;

  private JsonPlaces(SourceText text) {
    this.text = text;
  }

  static Node of(Json json, SourceText text) {
    return new JsonPlaces(text).node(json);
  }

  private Node node(Json json) {
    int start = skipBlanks();
    return switch (json) {
      case Json.Obj(Map<String, Json> members) -> {
        List<Entry> entries = new ArrayList<>();
        openBracket();
        for (Map.Entry<String, Json> member : members.entrySet()) {
          int name = skipBlanks();
          skipString();
          skipPunctuation();
          entries.add(new Entry(member.getKey(), name, node(member.getValue())));
          skipPunctuation();
        }
        yield collection(json, start, entries);
      }
      case Json.Arr(List<Json> elements) -> {
        List<Entry> entries = new ArrayList<>();
        openBracket();
        for (Json element : elements) {
          Node value = node(element);
          entries.add(new Entry("", value.start(), value));
          skipPunctuation();
        }
        yield collection(json, start, entries);
      }
      case Json.Str s -> {
        skipString();
        yield new Node.Leaf(json, start, at);
      }
      case Json.Num n -> literal(json, start);
      case Json.Bool b -> literal(json, start);
      case Json.Null n -> literal(json, start);
    };
  }

  private Node collection(Json json, int start, List<Entry> entries) {
    if (entries.isEmpty()) {
      skipPunctuation();
    }
    return new Node.Collection(json, start, at, Layout.FLOW, entries);
  }

  private Node literal(Json json, int start) {
    while (at < text.length() && ENDS_LITERAL.indexOf(text.charAt(at)) < 0) {
      at++;
    }
    return new Node.Leaf(json, start, at);
  }

  private void openBracket() {
    at++;
  }

  /** A comma, a colon or a closing bracket. */
  private void skipPunctuation() {
    skipBlanks();
    at++;
  }

  private void skipString() {
    at++;
    while (text.charAt(at) != '"') {
      at += text.charAt(at) == '\\' ? 2 : 1;
    }
    at++;
  }

  private int skipBlanks() {
    while (at < text.length() && BLANK.indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    return at;
  }
}
