package ecraccess.expand;

import ecraccess.service.Service;
import ecraccess.shorthand.Selection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Something that was added without being named in the template.
 *
 * @param shorthand the logical ID of the resource it was added for
 * @param reason one clause
 */
public record Note(String shorthand, Service service, String reason) {

  static List<Note> of(Map<String, Selection> selections) {
    List<Note> notes = new ArrayList<>();
    selections.forEach((shorthand, selection) ->
        selection
            .endpoints()
            .forEach(endpoint ->
                endpoint
                    .reason()
                    .ifPresent(
                        reason -> notes.add(new Note(shorthand, endpoint.service(), reason)))));
    return notes;
  }

  @Override
  public String toString() {
    return shorthand + ": added " + service + ", because " + reason;
  }
}
