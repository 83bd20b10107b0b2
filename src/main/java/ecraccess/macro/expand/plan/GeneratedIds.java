package ecraccess.macro.expand.plan;

import static ecraccess.core.cfn.Cfn.getAtt;
import static ecraccess.core.cfn.Cfn.sub;
import static ecraccess.core.cfn.Cfn.text;

import ecraccess.core.cfn.Resource;
import ecraccess.core.json.Json;

/** The names of what is generated beside the endpoints, and how to refer to it. */
public final class GeneratedIds {
  public static final String SECURITY_GROUP = "SecurityGroup";
  public static final String NETWORK = "Network";

  private GeneratedIds() {}

  public static String id(Resource shorthand, String part) {
    return shorthand.logicalId() + part;
  }

  /** {@code Fn::GetAtt} of a helper's attribute, from beside it. */
  public static Json attribute(Resource shorthand, String part, String attribute) {
    return getAtt(reference(shorthand, id(shorthand, part)), attribute);
  }

  /**
   * A generated logical ID where a value is expected. A loop fills in its variable in names and in
   * Fn::Sub, but not in a plain string.
   */
  public static Json reference(Resource shorthand, String id) {
    return shorthand.looped() ? sub(id.replace("&{", "${")) : text(id);
  }
}
