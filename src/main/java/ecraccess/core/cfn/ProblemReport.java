package ecraccess.core.cfn;

import java.util.List;

/** All of a template's problems as CloudFormation shows them: one text. */
public final class ProblemReport {
  /**
   * CloudFormation documents no limit for a macro's message; beyond this many characters nobody
   * reads on, and stack events keep working.
   */
  private static final int LONGEST = 8_000;

  private ProblemReport() {}

  /** The heading that the macro and the command line share. */
  public static String heading(int problems) {
    return "PrivateEcrAccess found " + problems + (problems == 1 ? " problem" : " problems");
  }

  /**
   * Heading and problems, a line each, every line complete by itself; cut with a count at the end.
   */
  public static String text(List<Problem> problems) {
    StringBuilder text = new StringBuilder(heading(problems.size()));
    int shown = 0;
    for (Problem problem : problems) {
      String line = "\n" + problem;
      if (shown > 0 && text.length() + line.length() > LONGEST) {
        break;
      }
      text.append(line);
      shown++;
    }
    if (shown < problems.size()) {
      text.append("\nand ").append(problems.size() - shown).append(" more");
    }
    return text.toString();
  }
}
