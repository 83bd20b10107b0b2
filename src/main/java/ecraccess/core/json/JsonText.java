package ecraccess.core.json;

import com.google.gson.FormattingStyle;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/** From JSON text to the tree and back, without losing a digit. */
public final class JsonText {

  /**
   * How many containers may stand inside each other. Real templates need a few dozen; the limit
   * keeps every recursion over a tree far from the end of its stack.
   */
  public static final int MAX_DEPTH = 400;

  private JsonText() {}

  /** Reads one document of strict UTF-8. */
  public static Json read(byte[] utf8) throws MalformedJson {
    try {
      return read(StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(utf8)).toString());
    } catch (CharacterCodingException e) {
      throw new MalformedJson("not UTF-8 text", Optional.empty(), new Json.Obj(Map.of()));
    }
  }

  /**
   * Reads one document: RFC 8259 and nothing beyond it, no name twice in an object, no more than
   * {@link #MAX_DEPTH} levels.
   */
  public static Json read(String text) throws MalformedJson {
    return new JsonTreeReader(new StringReader(text)).read();
  }

  /** The value as JSON on one line. */
  public static String compact(Json value) {
    return write(value, FormattingStyle.COMPACT);
  }

  /** The value as JSON, indented by two spaces, without a final line break. */
  public static String pretty(Json value) {
    return write(value, FormattingStyle.PRETTY);
  }

  private static String write(Json value, FormattingStyle style) {
    StringWriter text = new StringWriter();
    try {
      writeTo(text, value, style);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  private static void writeTo(Writer out, Json value, FormattingStyle style) throws IOException {
    try (JsonWriter writer = new JsonWriter(out)) {
      writer.setStrictness(Strictness.STRICT);
      writer.setFormattingStyle(style);
      writer.setSerializeNulls(true);
      write(writer, value);
    }
  }

  private static void write(JsonWriter writer, Json value) throws IOException {
    switch (value) {
      case Json.Obj(Map<String, Json> members) -> {
        writer.beginObject();
        for (Map.Entry<String, Json> member : members.entrySet()) {
          writer.name(member.getKey());
          write(writer, member.getValue());
        }
        writer.endObject();
      }
      case Json.Arr arr -> {
        writer.beginArray();
        for (Json element : arr.elements()) {
          write(writer, element);
        }
        writer.endArray();
      }
      case Json.Str(String text) -> writer.value(text);
      case Json.Num(String literal) -> writer.jsonValue(literal);
      case Json.Bool(boolean bool) -> writer.value(bool);
      case Json.Null() -> writer.nullValue();
    }
  }
}
