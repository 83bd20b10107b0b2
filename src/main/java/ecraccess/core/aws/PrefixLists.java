package ecraccess.core.aws;

import ecraccess.core.json.Json;
import java.util.Map;
import java.util.Optional;

/**
 * AWS's own prefix lists, by the IDs that they have in every account of a region. One ID may be
 * S3's in one region and DynamoDB's in another.
 */
public final class PrefixLists {
  private PrefixLists() {}

  /** The short name of the service whose addresses the list holds, where the ID is published. */
  public static Optional<String> service(String region, String id) {
    return ((Json.Obj) Facts.at("prefixLists", "regions"))
        .get(region)
        .flatMap(lists ->
            ((Json.Obj) lists)
                .members().entrySet().stream()
                    .filter(list -> Facts.text(list.getValue()).equals(id))
                    .map(Map.Entry::getKey)
                    .findFirst());
  }
}
