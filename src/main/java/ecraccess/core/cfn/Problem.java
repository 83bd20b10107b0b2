package ecraccess.core.cfn;

import ecraccess.core.json.JsonPath;

/**
 * Something wrong with a template, in one line that stands alone: what was expected, what was
 * found, the way out. No full stop at the end, because CloudFormation adds one.
 *
 * @param path where, in the template as the macro received it; may name a member that is missing
 */
public record Problem(JsonPath path, String text) {

  @Override
  public String toString() {
    return path + ": " + text;
  }
}
