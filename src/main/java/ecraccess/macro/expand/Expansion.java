package ecraccess.macro.expand;

import ecraccess.core.cfn.Problem;
import ecraccess.core.json.Json;
import ecraccess.reach.verdict.Note;
import java.util.List;

/** What expanding a template yields: a template, or everything that is wrong with it. */
public sealed interface Expansion {

  /**
   * All shorthands are expanded.
   *
   * @param template the template with every shorthand expanded; what is not ours is the very same
   *     values as in the input
   * @param shorthands the logical IDs of what was expanded, in template order
   * @param notes what was added besides, in the same order
   * @param findings what works and will hurt
   */
  record Expanded(
      Json.Obj template, List<String> shorthands, List<AddedService> notes, List<Note> findings)
      implements Expansion {
    public Expanded {
      notes = List.copyOf(notes);
      findings = List.copyOf(findings);
      shorthands = List.copyOf(shorthands);
    }

    /** The same template, of which that was found. */
    Expanded with(List<Note> found) {
      return new Expanded(template, shorthands, notes, found);
    }
  }

  /** All problems, in template order. */
  record Rejected(List<Problem> problems) implements Expansion {
    public Rejected {
      if (problems.isEmpty()) {
        throw new IllegalArgumentException("rejected, but no problem given");
      }
      problems = List.copyOf(problems);
    }
  }
}
