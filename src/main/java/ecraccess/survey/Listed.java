package ecraccess.survey;

import ecraccess.json.Json;
import ecraccess.logic.Answer;
import ecraccess.template.Intrinsic;
import ecraccess.template.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The items of a list of objects.
 *
 * @param unseen what would tell the items that nobody can see; empty where all were seen
 */
record Listed(List<Place> items, Optional<String> unseen) {
  Listed {
    items = List.copyOf(items);
  }

  static Listed of(World world, Place properties, String name) {
    Optional<Place> list = member(properties, name);
    if (list.isEmpty()) {
      return new Listed(List.of(), Optional.empty());
    }
    if (!(list.get().value() instanceof Json.Arr(List<Json> elements))) {
      return isObject(list.get())
          ? new Listed(List.of(list.get()), Optional.empty())
          : new Listed(List.of(), Optional.of(missing(world, list.get())));
    }
    List<Place> items = new ArrayList<>();
    Optional<String> unseen = Optional.empty();
    for (int i = 0; i < elements.size(); i++) {
      Place item =
          decided(
              new Place(list.get().path().element(i), elements.get(i), list.get().conditions()));
      if (isObject(item)) {
        items.add(item);
      } else if (!isNothing(item.value())) {
        unseen = unseen.or(() -> Optional.of(missing(world, item)));
      }
    }
    return new Listed(items, unseen);
  }

  private static boolean isObject(Place place) {
    return place.value() instanceof Json.Obj && Intrinsic.of(place.value()).isEmpty();
  }

  private static String missing(World world, Place place) {
    return world.missing(place.value());
  }

  /** The member, with every {@code Fn::If} decided that can be; nothing where it is absent. */
  static Optional<Place> member(Place place, String name) {
    Optional<Json> written =
        place.value() instanceof Json.Obj members ? members.get(name) : Optional.empty();
    return written
        .map(value -> decided(new Place(place.path().member(name), value, place.conditions())))
        .filter(member -> !isNothing(member.value()));
  }

  private static Place decided(Place place) {
    Place at = place;
    for (List<Json> branches = branches(at); !branches.isEmpty(); branches = branches(at)) {
      Json.Arr parts = (Json.Arr) Intrinsic.of(at.value()).orElseThrow().argument();
      Answer answer = at.conditions().holds(parts.elements().getFirst());
      if (answer == Answer.MAYBE) {
        return at;
      }
      int taken = answer == Answer.YES ? 1 : 2;
      at =
          new Place(
              at.path().member(Intrinsic.IF).element(taken),
              branches.get(taken - 1),
              at.conditions());
    }
    return at;
  }

  private static List<Json> branches(Place place) {
    return Intrinsic.of(place.value()).map(Intrinsic::branches).orElse(List.of());
  }

  private static boolean isNothing(Json value) {
    return value instanceof Json.Null || Intrinsic.isNoValue(value);
  }
}
