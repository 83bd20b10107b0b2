package ecraccess.cli;

import ecraccess.core.aws.Regions;
import ecraccess.core.json.Json;
import java.util.LinkedHashMap;
import java.util.Map;

/** The region that a template is judged for, and who says so. */
record StackRegion(String name, Source source) {
  static final StackRegion UNTOLD = new StackRegion(Regions.UNTOLD, Source.NOBODY);

  /** Who says which region it is. */
  enum Source {
    /** An option or the environment. */
    TOLD,
    /** Literals and defaults of the template that fit one region alone. */
    TEMPLATE,
    NOBODY
  }

  /** The first line of an answer; nothing to say where the user told the region. */
  String line() {
    return switch (source) {
      case TOLD -> "";
      case TEMPLATE ->
          "Region %s, as the template's own names say; --region tells another\n\n".formatted(name);
      case NOBODY ->
          "Region not told: judged for any of the standard partition; --region tells it\n\n";
    };
  }

  /** For machines: {@code region} where it is known, and {@code regionSource}. */
  Map<String, Json> members() {
    Map<String, Json> members = new LinkedHashMap<>();
    if (source != Source.NOBODY) {
      members.put("region", new Json.Str(name));
    }
    members.put(
        "regionSource",
        new Json.Str(
            switch (source) {
              case TOLD -> "told";
              case TEMPLATE -> "template";
              case NOBODY -> "nobody";
            }));
    return members;
  }
}
