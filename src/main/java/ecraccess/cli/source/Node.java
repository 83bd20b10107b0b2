package ecraccess.cli.source;

import ecraccess.core.json.Json;
import java.util.List;

/** A value of the tree and the stretch of text it was read from, in offsets into the file. */
sealed interface Node {
  Json json();

  int start();

  /**
   * Behind the last character of the value itself: blank lines and comments that follow are not in.
   */
  int end();

  /** A value that is rewritten whole or not at all: a scalar, or a YAML alias. */
  record Leaf(Json json, int start, int end) implements Node {}

  /** A function in YAML's short form. */
  record Tagged(Json.Obj json, int start, Node argument) implements Node {
    @Override
    public int end() {
      return argument.end();
    }
  }

  /** An object or array that shows its entries. */
  record Collection(Json json, int start, int end, Layout layout, List<Entry> entries)
      implements Node {
    public Collection {
      entries = List.copyOf(entries);
    }
  }

  /** How the entries of a collection stand: one below the other, or between brackets. */
  enum Layout {
    BLOCK,
    FLOW
  }

  /**
   * A member of an object or an element of an array.
   *
   * @param name the member's; empty for an element
   * @param start where the name stands, or the dash of a block list's item
   */
  record Entry(String name, int start, Node value) {
    int end() {
      return value.end();
    }
  }

  /** Whether the value spreads over lines of its own by indentation. */
  default boolean isBlock() {
    return switch (this) {
      case Leaf leaf -> false;
      case Tagged tagged -> tagged.argument().isBlock();
      case Collection collection -> collection.layout() == Layout.BLOCK;
    };
  }
}
