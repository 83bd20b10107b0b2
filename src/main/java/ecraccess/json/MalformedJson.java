package ecraccess.json;

/** The text is not JSON that this project reads; says where and why, and keeps what was read. */
public final class MalformedJson extends Exception {
  private static final long serialVersionUID = 1L;

  private final String reason;
  private final transient Json.Obj partial;

  MalformedJson(String reason, Json.Obj partial) {
    super(reason);
    this.reason = reason;
    this.partial = partial;
  }

  /** What is wrong, in words for whoever wrote the text. */
  public String reason() {
    return reason;
  }

  /**
   * The members of the outermost object that were read whole: empty where the text begins with
   * something else. Lets the macro answer with the request's own id even to a broken request.
   */
  public Json.Obj partial() {
    return partial;
  }
}
