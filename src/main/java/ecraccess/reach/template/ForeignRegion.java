package ecraccess.reach.template;

import ecraccess.core.cfn.Branch;
import ecraccess.core.cfn.Intrinsic;
import ecraccess.core.cfn.Pieces;
import ecraccess.core.json.Json;
import ecraccess.core.logic.Known;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Tells what is of another region, where the endpoints of this one lead nowhere.
 *
 * @param own the region of the deployment; empty where it does not matter
 */
record ForeignRegion(Optional<String> own) {
  static final ForeignRegion ANY = new ForeignRegion(Optional.empty());

  private static final Json OWN = Json.Obj.of(Intrinsic.REF, new Json.Str("AWS::Region"));

  /** Stand in a text for the deployment's own region, and for what nobody knows. */
  private static final String HERE = "\ue000";

  private static final String OPEN = "\ue001";

  /** The region of an ARN is its fourth part. */
  private static final int REGION = 3;

  /** The region that stands there; empty for the deployment's own. */
  Optional<Known<String>> named(Branch name) {
    return other(text(name), name);
  }

  /**
   * The region of what the ARN names; empty for the deployment's own, and for what is no ARN, which
   * names something of that region.
   */
  Optional<Known<String>> ofArn(Branch arn) {
    List<String> parts = List.of(text(arn).split(":", -1));
    return parts.size() > REGION + 1 ? other(parts.get(REGION), arn) : Optional.empty();
  }

  private Optional<Known<String>> other(String region, Branch place) {
    if (own.isEmpty() || region.isEmpty() || region.equals(HERE) || region.equals(own.get())) {
      return Optional.empty();
    }
    return Optional.of(
        region.contains(OPEN) || region.contains(HERE)
            ? Known.unknown("the region at " + place.path())
            : Known.is(region));
  }

  private static String text(Branch place) {
    return Pieces.of(place.value()).inOrder().stream()
        .map(piece ->
            piece.equals(OWN) ? HERE : piece instanceof Json.Str(String text) ? text : OPEN)
        .collect(Collectors.joining());
  }
}
