package ecraccess.acceptance.verdict;

import ecraccess.core.json.Json;
import ecraccess.core.json.JsonPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A small edit of a template, as a person would make it: one mistake, at one place or a few. */
record Edit(List<Change> changes) {
  Edit {
    changes = List.copyOf(changes);
  }

  Json.Obj in(Json.Obj template) {
    Json.Obj edited = template;
    for (Change change : changes) {
      edited = change.in(edited);
    }
    return edited;
  }

  Edit undone() {
    return new Edit(changes.reversed().stream().map(Change::undone).toList());
  }

  static Draft of(Json.Obj template) {
    return new Draft(template);
  }

  /** An edit on its way. */
  static final class Draft {
    private Json.Obj template;
    private final List<Change> changes = new ArrayList<>();

    private Draft(Json.Obj template) {
      this.template = template;
    }

    Draft set(JsonPath path, Json value) {
      return add(Change.at(template, path, Optional.of(value)));
    }

    Draft remove(JsonPath path) {
      return add(Change.at(template, path, Optional.empty()));
    }

    private Draft add(Change change) {
      template = change.in(template);
      changes.add(change);
      return this;
    }

    Edit done() {
      return new Edit(changes);
    }
  }
}
