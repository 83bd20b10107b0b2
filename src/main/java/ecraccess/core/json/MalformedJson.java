package ecraccess.core.json;

import java.util.Optional;

/** The text is not JSON that this project reads; says where and why, and keeps what was read. */
public final class MalformedJson extends Exception {
  private static final long serialVersionUID = 1L;

  private final String reason;
  private final transient Optional<Place> place;
  private final transient Json.Obj partial;

  MalformedJson(String reason, Optional<Place> place, Json.Obj partial) {
    super(reason);
    this.reason = reason;
    this.place = place;
    this.partial = partial;
  }

  /**
   * Where the reading stopped.
   *
   * @param line from 1
   * @param column from 1
   * @param path as JSONPath writes it
   */
  public record Place(int line, int column, String path) {
    @Override
    public String toString() {
      return "line " + line + ", column " + column + ", at " + path;
    }
  }

  /** What is wrong, in words for whoever wrote the text. */
  public String reason() {
    return reason;
  }

  /** Where; absent where the text could be read to its end. */
  public Optional<Place> place() {
    return place;
  }

  /** What is wrong, and where. */
  public String describe() {
    return reason + place.map(known -> ": " + known).orElse("");
  }

  /**
   * The members of the outermost object that were read whole: empty where the text begins with
   * something else. Lets the macro answer with the request's own id even to a broken request.
   */
  public Json.Obj partial() {
    return partial;
  }
}
