package ecraccess.macro.expand.reference;

import ecraccess.core.json.JsonPath;
import java.util.List;

/**
 * Something generated from a shorthand that the rest of the template may refer to.
 *
 * @param name as in {@code !GetAtt EcrAccess.EcrApiEndpoint.Id}
 * @param logicalId of the generated resource
 * @param place what decides the logical ID: an override, or the shorthand
 * @param idAttribute the attribute that becomes a {@code Ref}; empty where none does
 * @param attributes what {@code Fn::GetAtt} accepts, the ID's attribute included
 */
public record Part(
    String name, String logicalId, JsonPath place, String idAttribute, List<String> attributes) {
  public Part {
    attributes = List.copyOf(attributes);
  }
}
