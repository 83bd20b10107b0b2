package ecraccess.cli;

import ecraccess.core.json.Json;
import ecraccess.core.json.JsonPath;
import ecraccess.reach.report.Places;
import ecraccess.reach.report.Words;
import java.util.LinkedHashMap;
import java.util.Map;

/** Says where in an account something is: a live thing's ID and attribute are its place. */
record LivePlaces(String region, String vpc) implements Places {

  @Override
  public Map<String, Json> subject() {
    Map<String, Json> members = new LinkedHashMap<>();
    members.put("region", new Json.Str(region));
    members.put("vpc", new Json.Str(vpc));
    return members;
  }

  @Override
  public String title() {
    return vpc;
  }

  @Override
  public String place(JsonPath path) {
    return Words.clean(path.toString());
  }

  @Override
  public String inFull(JsonPath path) {
    return place(path);
  }

  @Override
  public Map<String, Json> members(JsonPath path) {
    return Map.of("path", new Json.Str(path.toString()));
  }
}
