package ecraccess.acceptance.verdict;

import ecraccess.core.json.JsonPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * A mistake that people make.
 *
 * @param name what is wrong, in a few words
 * @param row where AWS's behaviour is described: {@code deploy 5} and {@code run 3} are rows of the
 *     tables of errors, {@code ask 19} is a complaint of users
 * @param scope where the template alone proves that it is a mistake
 * @param reason what the proof has to say
 * @param find how to make the mistake; empty where a template has no place for it
 */
record Fault(
    String name, String row, Scope scope, Pattern reason, Function<View, Optional<Mutation>> find) {

  /** Where a mistake is one for certain. */
  enum Scope {
    /** EC2 refuses it, or nothing outside of the template can heal it. */
    ANYWHERE,
    /** Where the VPC is in the template: what nobody sees might heal it elsewhere. */
    VPC_INSIDE,
    /** Where besides there is no other way out of the VPC. */
    ISOLATED,
    /** Nowhere: whether it is needed no template tells. */
    NOWHERE
  }

  /**
   * A mistake made.
   *
   * @param places any of which the proof may name, or a place inside of it
   * @param bare whether that something stands there is the mistake, whatever it is
   */
  record Mutation(Edit edit, List<JsonPath> places, boolean bare) {
    static Mutation of(Edit.Draft draft, JsonPath... places) {
      return new Mutation(draft.done(), List.of(places), false);
    }

    Mutation whatever() {
      return new Mutation(edit, places, true);
    }
  }

  static Fault of(
      String name,
      String row,
      Scope scope,
      String reason,
      Function<View, Optional<Mutation>> find) {
    return new Fault(name, row, scope, Pattern.compile(reason), find);
  }

  static List<Fault> all() {
    List<Fault> all = new ArrayList<>();
    all.addAll(EndpointFaults.all());
    all.addAll(VpcFaults.all());
    all.addAll(RouteFaults.all());
    all.addAll(GroupFaults.all());
    all.addAll(AclFaults.all());
    all.addAll(PolicyFaults.all());
    all.addAll(MissingEndpoints.all());
    all.addAll(ImageFaults.all());
    all.addAll(WorkloadFaults.all());
    all.addAll(ShorthandFaults.all());
    return List.copyOf(all);
  }

  /** Whether the template proves it. */
  boolean isProvenIn(View view) {
    return switch (scope) {
      case ANYWHERE -> true;
      case VPC_INSIDE -> view.vpc().isPresent();
      case ISOLATED -> view.isIsolated();
      case NOWHERE -> false;
    };
  }

  /** Whether there may be another way, so that it is none. */
  boolean isHarmlessIn(View view) {
    return (scope == Scope.ISOLATED || scope == Scope.NOWHERE)
        && view.vpc().isPresent()
        && !view.isIsolated();
  }

  @Override
  public String toString() {
    return name;
  }
}
