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
public record AddedService(String shorthand, Service service, String reason) {

  static List<AddedService> of(Collection<Plan> plans) {
    List<AddedService> notes = new ArrayList<>();
    for (Plan plan : plans) {
      String id = plan.shorthand().logicalId();
      for (EndpointSpec endpoint : plan.shorthand().endpoints()) {
        endpoint
            .reason()
            .ifPresent(why -> notes.add(new AddedService(id, endpoint.service(), why)));
      }
    }
    return notes;
  }

  @Override
  public String toString() {
    return shorthand + ": added " + service + ", because " + reason;
  }
}
