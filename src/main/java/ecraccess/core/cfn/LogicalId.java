package ecraccess.core.cfn;

import ecraccess.core.aws.Limits;
import java.util.regex.Pattern;

/** What CloudFormation accepts as the name of a resource. */
public final class LogicalId {
  private static final Pattern ALPHANUMERIC = Pattern.compile("[A-Za-z0-9]+");

  /** {@code ${Name}} and {@code &{Name}}: filled in by Fn::ForEach, so only valid in its bodies. */
  private static final Pattern LOOP_VARIABLE = Pattern.compile("[$&]\\{[A-Za-z0-9]+}");

  private LogicalId() {}

  public static boolean isAlphanumeric(String id, boolean looped) {
    String fixed = looped ? LOOP_VARIABLE.matcher(id).replaceAll("0") : id;
    return ALPHANUMERIC.matcher(fixed).matches();
  }

  public static boolean isTooLong(String id) {
    return id.length() > Limits.LOGICAL_ID_CHARACTERS;
  }

  public static boolean hasLoopVariable(String id) {
    return LOOP_VARIABLE.matcher(id).find();
  }
}
