package ecraccess.expand;

import java.util.List;

/**
 * Something generated from a shorthand that the rest of the template may refer to.
 *
 * @param name as in {@code !GetAtt EcrAccess.EcrApiEndpoint.Id}
 * @param logicalId of the generated resource
 * @param idAttribute the attribute that stands for {@code Ref}
 * @param attributes what {@code Fn::GetAtt} accepts, the ID's attribute included
 */
record Part(String name, String logicalId, String idAttribute, List<String> attributes) {
  Part {
    attributes = List.copyOf(attributes);
  }
}
