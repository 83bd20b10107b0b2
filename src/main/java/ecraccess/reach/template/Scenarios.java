package ecraccess.reach.template;

import ecraccess.core.cfn.Template;
import ecraccess.core.cfn.eval.Assumptions;
import java.util.ArrayList;
import java.util.List;

/** Every way in which conditions may turn out that matter to a network. */
final class Scenarios {
  /** More make nobody wiser; the choices that are left stay open. */
  private static final int MOST = 32;

  private Scenarios() {}

  static List<Scenario> of(Template template, Survey.Context context) {
    Scenario undecided = new Scenario(template, context, Assumptions.NOTHING);
    List<Assumptions> all = List.of(Assumptions.NOTHING);
    for (List<Assumptions> choice : new OpenConditions(template, undecided).all()) {
      if (all.size() * choice.size() <= MOST) {
        all = combined(all, choice);
      }
    }
    return all.size() == 1
        ? List.of(undecided)
        : all.stream().map(assumed -> new Scenario(template, context, assumed)).toList();
  }

  private static List<Assumptions> combined(List<Assumptions> some, List<Assumptions> choice) {
    List<Assumptions> all = new ArrayList<>();
    for (Assumptions one : some) {
      choice.forEach(more -> all.add(one.and(more)));
    }
    return all;
  }
}
