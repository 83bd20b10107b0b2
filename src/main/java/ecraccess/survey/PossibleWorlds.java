package ecraccess.survey;

import ecraccess.template.Template;
import java.util.ArrayList;
import java.util.List;

/** Every way in which conditions may turn out that matter to a network. */
final class PossibleWorlds {
  /** More make nobody wiser; the choices that are left stay open. */
  private static final int MOST = 32;

  private PossibleWorlds() {}

  static List<World> of(Template template, Survey.Context context) {
    World undecided = new World(template, context, Assumed.NOTHING);
    List<Assumed> all = List.of(Assumed.NOTHING);
    for (List<Assumed> choice : new Choices(template, undecided).all()) {
      if (all.size() * choice.size() <= MOST) {
        all = combined(all, choice);
      }
    }
    return all.size() == 1
        ? List.of(undecided)
        : all.stream().map(assumed -> new World(template, context, assumed)).toList();
  }

  private static List<Assumed> combined(List<Assumed> some, List<Assumed> choice) {
    List<Assumed> all = new ArrayList<>();
    for (Assumed one : some) {
      choice.forEach(more -> all.add(one.and(more)));
    }
    return all;
  }
}
