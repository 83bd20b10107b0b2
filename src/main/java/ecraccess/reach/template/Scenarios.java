package ecraccess.reach.template;

import ecraccess.core.aws.Regions;
import ecraccess.core.cfn.Template;
import ecraccess.core.cfn.eval.Assumptions;
import ecraccess.core.cfn.eval.RegionEvidence;
import java.util.ArrayList;
import java.util.List;

/** Every way in which conditions may turn out that matter to a network. */
final class Scenarios {
  /** More make nobody wiser; the choices that are left stay open. */
  private static final int MOST = 32;

  private Scenarios() {}

  /** More regions than these are not told apart where nobody told the region. */
  private static final int MOST_REGIONS = 6;

  static List<Scenario> of(Template template, Survey.Context context) {
    return context.region().equals(Regions.UNTOLD)
        ? inAnyRegion(template, context)
        : of(template, context, Assumptions.NOTHING);
  }

  /** Regions that the template does not name are all the same to it. */
  private static List<Scenario> inAnyRegion(Template template, Survey.Context context) {
    List<String> named =
        RegionEvidence.named(template).stream().sorted().limit(MOST_REGIONS).toList();
    if (named.isEmpty()) {
      return of(template, context, Assumptions.NOTHING);
    }
    String other = "the region is not " + String.join(" or ", named);
    List<Scenario> all = new ArrayList<>(of(template, context, Assumptions.clause(other)));
    for (String region : named) {
      all.addAll(of(template, context.in(region), Assumptions.clause("the region is " + region)));
    }
    return all;
  }

  private static List<Scenario> of(Template template, Survey.Context context, Assumptions known) {
    Scenario undecided = new Scenario(template, context, known);
    List<Assumptions> all = List.of(known);
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
