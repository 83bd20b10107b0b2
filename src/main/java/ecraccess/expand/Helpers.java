package ecraccess.expand;

import static ecraccess.expand.Members.getAtt;
import static ecraccess.expand.Members.sub;
import static ecraccess.expand.Members.text;

import ecraccess.json.Json;
import ecraccess.template.Resource;

/** The names of what is generated beside the endpoints, and how to refer to it. */
final class Helpers {
  static final String SECURITY_GROUP = "SecurityGroup";
  static final String NETWORK = "Network";

  private Helpers() {}

  static String id(Resource shorthand, String part) {
    return shorthand.logicalId() + part;
  }

  /** {@code Fn::GetAtt} of a helper's attribute, from beside it. */
  static Json attribute(Resource shorthand, String part, String attribute) {
    return getAtt(reference(shorthand, id(shorthand, part)), attribute);
  }

  /**
   * A generated logical ID where a value is expected. A loop fills in its variable in names and in
   * Fn::Sub, but not in a plain string.
   */
  static Json reference(Resource shorthand, String id) {
    return shorthand.looped() ? sub(id.replace("&{", "${")) : text(id);
  }
}
