package ecraccess.cli.source;

import ecraccess.cli.source.Node.Collection;
import ecraccess.cli.source.Node.Entry;
import ecraccess.core.json.Json;
import ecraccess.core.json.JsonPath;
import ecraccess.core.json.JsonPath.Step;
import java.util.List;
import java.util.Optional;

/**
 * An entry of a file's tree, and what it stands among.
 *
 * @param index of the entry in the collection
 */
record Spot(Collection among, int index) {

  Entry entry() {
    return among.entries().get(index);
  }

  /** Where the path leads; nothing where the file does not spell it out, as behind an alias. */
  static Optional<Spot> of(Node root, JsonPath path) {
    Node at = root;
    Optional<Spot> spot = Optional.empty();
    for (Step step : path.steps()) {
      if (at instanceof Node.Tagged tagged && step.equals(function(tagged))) {
        at = tagged.argument();
        spot = Optional.empty();
        continue;
      }
      spot = among(at, step);
      if (spot.isEmpty()) {
        return spot;
      }
      at = spot.get().entry().value();
    }
    return spot;
  }

  /** The step from a function in short form to its argument. */
  static Step function(Node.Tagged tagged) {
    return new Step.Member(tagged.json().onlyName().orElseThrow());
  }

  static Optional<Spot> among(Node node, Step step) {
    if (!(node instanceof Collection collection)) {
      return Optional.empty();
    }
    int index =
        switch (step) {
          case Step.Member(String name) when collection.json() instanceof Json.Obj ->
              indexOf(name, collection.entries());
          case Step.Element(int element) when collection.json() instanceof Json.Arr -> element;
          case Step.Member member -> -1;
          case Step.Element element -> -1;
        };
    return index >= 0 && index < collection.entries().size()
        ? Optional.of(new Spot(collection, index))
        : Optional.empty();
  }

  private static int indexOf(String name, List<Entry> entries) {
    for (int i = 0; i < entries.size(); i++) {
      if (entries.get(i).name().equals(name)) {
        return i;
      }
    }
    return -1;
  }
}
