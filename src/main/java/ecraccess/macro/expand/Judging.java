package ecraccess.macro.expand;

import ecraccess.core.aws.Service;
import ecraccess.core.cfn.Found;
import ecraccess.core.cfn.NearMiss;
import ecraccess.core.cfn.Problems;
import ecraccess.core.cfn.Template;
import ecraccess.core.json.Json;
import ecraccess.core.json.JsonPath;
import ecraccess.macro.expand.plan.DeploymentContext;
import ecraccess.macro.expand.plan.Plan;
import ecraccess.macro.shorthand.Shorthand;
import ecraccess.reach.judge.Checks;
import ecraccess.reach.judge.Judge;
import ecraccess.reach.refusal.Refusals;
import ecraccess.reach.template.Survey;
import ecraccess.reach.verdict.Check;
import ecraccess.reach.verdict.Judgement;
import ecraccess.reach.verdict.Note;
import ecraccess.reach.verdict.Verdict;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Has what was expanded judged: will the endpoints come to life, will the tasks get their images?
 *
 * @param template as its user wrote it, for the places of what is found
 */
record Judging(Template template, Collection<Plan> plans, DeploymentContext deployment) {

  Judgement judge(Json.Obj expanded) {
    return Judge.judge(Survey.of(new Template(expanded), placed()), refusals(expanded));
  }

  private List<Verdict.Cannot> refusals(Json.Obj expanded) {
    return Refusals.of(new Template(expanded), new Origins(template, plans)::of);
  }

  /** What is known besides the template, before anything is expanded. */
  static Survey.Context context(DeploymentContext deployment) {
    return new Survey.Context(
        deployment.region(),
        deployment.accountId(),
        deployment.parameterValues(),
        UnaryOperator.identity(),
        Map.of());
  }

  private Survey.Context placed() {
    return new Survey.Context(
        deployment.region(),
        deployment.accountId(),
        deployment.parameterValues(),
        new Origins(template, plans)::of,
        existing());
  }

  /**
   * Adds what is proved to fail to the problems, unless the shorthand where it lies says not to
   * check.
   *
   * @return what works and will hurt
   */
  List<Note> refuse(Json.Obj expanded, Problems problems) {
    if (plans.stream().noneMatch(plan -> plan.shorthand().checks())) {
      return List.of();
    }
    // The transform that unrolls loops comes after this macro and may be given other values: what
    // loops make is left to check.
    Judgement proved = Judge.proved(Survey.besideLoops(new Template(expanded), placed()));
    Stream.concat(refusals(expanded).stream(), proved.faults().stream())
        .filter(fault -> isChecked(fault.check(), fault.path()))
        .filter(fault -> !Checks.isLeftToEc2(fault.check()))
        .forEach(fault -> problems.add(fault.path(), fault.text() + overruling(fault)));
    return proved.notes().stream().filter(note -> isChecked(note.check(), note.path())).toList();
  }

  /** How to deploy all the same. */
  private static String overruling(Verdict.Cannot fault) {
    return "; IgnoreChecks: [%s] lets it pass".formatted(fault.check());
  }

  /** Notes a check that does not exist; asks the registry only where an ID was given. */
  void checkIgnored(Problems problems) {
    for (Plan plan : plans) {
      List<String> ignored = plan.shorthand().ignoredChecks();
      for (int i = 0; i < ignored.size(); i++) {
        if (Checks.of(ignored.get(i)).isEmpty()) {
          problems.add(
              plan.shorthand()
                  .resource()
                  .path()
                  .member("Properties")
                  .member("IgnoreChecks")
                  .element(i),
              "expected the ID of a check, found %s%s"
                  .formatted(
                      Found.quote(ignored.get(i)),
                      NearMiss.hintOrList(ignored.get(i), Checks.ids())));
        }
      }
    }
  }

  private boolean isChecked(Check check, JsonPath path) {
    return plans.stream()
            .map(Plan::shorthand)
            .filter(shorthand -> path.isIn(shorthand.resource().path()))
            .allMatch(Shorthand::checks)
        && plans.stream()
            .map(Plan::shorthand)
            .noneMatch(shorthand -> shorthand.ignoredChecks().contains(check.id()));
  }

  private Map<Json, Set<String>> existing() {
    Map<Json, Set<String>> existing = new LinkedHashMap<>();
    for (Plan plan : plans) {
      for (Service service : plan.shorthand().existing()) {
        existing
            .computeIfAbsent(plan.shorthand().vpcId(), vpc -> new LinkedHashSet<>())
            .add(service.name());
      }
    }
    return existing;
  }
}
