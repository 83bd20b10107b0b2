package ecraccess.reach.template;

import ecraccess.core.cfn.Branch;
import ecraccess.core.cfn.Intrinsic;
import ecraccess.core.json.Json;
import ecraccess.core.logic.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The items of a list of objects.
 *
 * @param unseen what would tell the items that nobody can see; empty where all were seen
 */
record ListProperty(List<Branch> items, Optional<String> unseen) {
  ListProperty {
    items = List.copyOf(items);
  }

  static ListProperty of(Scenario scenario, Branch properties, String name) {
    Optional<Branch> list = member(properties, name);
    if (list.isEmpty()) {
      return new ListProperty(List.of(), Optional.empty());
    }
    if (!(list.get().value() instanceof Json.Arr(List<Json> elements))) {
      return isObject(list.get())
          ? new ListProperty(List.of(list.get()), Optional.empty())
          : new ListProperty(List.of(), Optional.of(missing(scenario, list.get())));
    }
    List<Branch> items = new ArrayList<>();
    Optional<String> unseen = Optional.empty();
    for (int i = 0; i < elements.size(); i++) {
      Branch item =
          decided(
              new Branch(list.get().path().element(i), elements.get(i), list.get().conditions()));
      if (isObject(item)) {
        items.add(item);
      } else if (!isNothing(item.value())) {
        unseen = unseen.or(() -> Optional.of(missing(scenario, item)));
      }
    }
    return new ListProperty(items, unseen);
  }

  private static boolean isObject(Branch place) {
    return place.value() instanceof Json.Obj && Intrinsic.of(place.value()).isEmpty();
  }

  private static String missing(Scenario scenario, Branch place) {
    return scenario.missing(place.value());
  }

  /** The member, with every {@code Fn::If} decided that can be; nothing where it is absent. */
  static Optional<Branch> member(Branch place, String name) {
    Optional<Json> written =
        place.value() instanceof Json.Obj members ? members.get(name) : Optional.empty();
    return written
        .map(value -> decided(new Branch(place.path().member(name), value, place.conditions())))
        .filter(member -> !isNothing(member.value()));
  }

  private static Branch decided(Branch place) {
    Branch at = place;
    for (List<Json> branches = branches(at); !branches.isEmpty(); branches = branches(at)) {
      Json.Arr parts = (Json.Arr) Intrinsic.of(at.value()).orElseThrow().argument();
      Answer answer = at.conditions().holds(parts.elements().getFirst());
      if (answer == Answer.MAYBE) {
        return at;
      }
      int taken = answer == Answer.YES ? 1 : 2;
      at =
          new Branch(
              at.path().member(Intrinsic.IF).element(taken),
              branches.get(taken - 1),
              at.conditions());
    }
    return at;
  }

  private static List<Json> branches(Branch place) {
    return Intrinsic.of(place.value()).map(Intrinsic::branches).orElse(List.of());
  }

  private static boolean isNothing(Json value) {
    return value instanceof Json.Null || Intrinsic.isNoValue(value);
  }
}
