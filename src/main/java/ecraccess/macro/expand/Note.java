package ecraccess.macro.expand;

import ecraccess.core.aws.Service;
import ecraccess.macro.expand.plan.Plan;
import ecraccess.macro.shorthand.EndpointSpec;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Something that was added without being named in the template.
 *
 * @param shorthand the logical ID of the resource it was added for
 * @param reason one clause
 */
public record Note(String shorthand, Service service, String reason) {

  static List<Note> of(Collection<Plan> plans) {
    List<Note> notes = new ArrayList<>();
    for (Plan plan : plans) {
      String id = plan.shorthand().logicalId();
      for (EndpointSpec endpoint : plan.shorthand().endpoints()) {
        endpoint.reason().ifPresent(why -> notes.add(new Note(id, endpoint.service(), why)));
      }
    }
    return notes;
  }

  @Override
  public String toString() {
    return shorthand + ": added " + service + ", because " + reason;
  }
}
