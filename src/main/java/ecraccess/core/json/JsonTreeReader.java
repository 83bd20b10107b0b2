package ecraccess.core.json;

import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.EOFException;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Builds the tree from Gson's tokens, with a stack of its own in place of recursion, so that
 * whatever is sent is read to its end or to its first fault.
 */
final class JsonTreeReader {
  private static final Pattern PLACE =
      Pattern.compile("at line (\\d+) column (\\d+) path (\\S*[^\\s.])");

  private final JsonReader tokens;
  private final Deque<Container> open = new ArrayDeque<>();
  private @Nullable Json result;

  /**
   * A fault that leaves the rest readable: a name twice, too many levels. Only the first is kept.
   */
  private @Nullable String fault;

  JsonTreeReader(Reader text) {
    tokens = new JsonReader(text);
    tokens.setStrictness(Strictness.STRICT);
    // Gson's own limit would end the reading; ours is kept in begin(), and the reading goes on.
    tokens.setNestingLimit(Integer.MAX_VALUE);
  }

  Json read() throws MalformedJson {
    try {
      do {
        readToken();
      } while (!open.isEmpty());
      if (tokens.peek() != JsonToken.END_DOCUMENT) {
        throw new MalformedJson("something follows the JSON value", Optional.empty(), partial());
      }
    } catch (IOException | IllegalStateException | NumberFormatException e) {
      throw e instanceof EOFException && open.isEmpty()
          ? new MalformedJson("no JSON value", Optional.empty(), partial())
          : new MalformedJson("not valid JSON", place(e), partial());
    }
    if (fault != null) {
      throw new MalformedJson(fault, Optional.empty(), partial());
    }
    return Objects.requireNonNull(result);
  }

  private void readToken() throws IOException {
    switch (tokens.peek()) {
      case BEGIN_OBJECT -> begin(new Container.Members());
      case BEGIN_ARRAY -> begin(new Container.Elements());
      case END_OBJECT -> {
        tokens.endObject();
        end();
      }
      case END_ARRAY -> {
        tokens.endArray();
        end();
      }
      case NAME -> {
        if (open.element().name(tokens.nextName())) {
          note("expected each name once in an object, found one twice at " + tokens.getPath());
        }
      }
      case STRING -> add(new Json.Str(tokens.nextString()));
      case NUMBER -> add(new Json.Num(tokens.nextString()));
      case BOOLEAN -> add(new Json.Bool(tokens.nextBoolean()));
      case NULL -> {
        tokens.nextNull();
        add(new Json.Null());
      }
      case END_DOCUMENT -> throw new EOFException();
    }
  }

  private void begin(Container container) throws IOException {
    if (open.size() == JsonText.MAX_DEPTH) {
      note("expected at most " + JsonText.MAX_DEPTH + " levels of nesting, found more");
      tokens.skipValue();
      add(new Json.Null());
      return;
    }
    if (container instanceof Container.Members) {
      tokens.beginObject();
    } else {
      tokens.beginArray();
    }
    open.push(container);
  }

  private void end() {
    add(open.pop().toJson());
  }

  private void add(Json value) {
    if (open.isEmpty()) {
      result = value;
    } else {
      open.element().add(value);
    }
  }

  private void note(String newFault) {
    if (fault == null) {
      fault = newFault;
    }
  }

  private Json.Obj partial() {
    if (result instanceof Json.Obj whole) {
      return whole;
    }
    return open.peekLast() instanceof Container.Members outermost
        ? outermost.toJson()
        : new Json.Obj(Map.of());
  }

  /** Where Gson stopped; its own sentences speak to programmers who use Gson. */
  private static Optional<MalformedJson.Place> place(Exception e) {
    Matcher place = PLACE.matcher(String.valueOf(e.getMessage()));
    return place.find()
        ? Optional.of(
            new MalformedJson.Place(
                Integer.parseInt(place.group(1)), Integer.parseInt(place.group(2)), place.group(3)))
        : Optional.empty();
  }

  /** An object or array that is being read. */
  private sealed interface Container {

    /** Takes the next member's name; tells whether the object has it already. */
    boolean name(String name);

    void add(Json value);

    Json toJson();

    final class Members implements Container {
      private final Map<String, Json> members = new LinkedHashMap<>();
      private String name = "";

      @Override
      public boolean name(String next) {
        name = next;
        return members.containsKey(next);
      }

      @Override
      public void add(Json value) {
        members.put(name, value);
      }

      @Override
      public Json.Obj toJson() {
        return new Json.Obj(members);
      }
    }

    final class Elements implements Container {
      private final List<Json> elements = new ArrayList<>();

      @Override
      public boolean name(String name) {
        throw new IllegalStateException("a name in an array");
      }

      @Override
      public void add(Json value) {
        elements.add(value);
      }

      @Override
      public Json toJson() {
        return new Json.Arr(elements);
      }
    }
  }
}
