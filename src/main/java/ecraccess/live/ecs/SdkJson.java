package ecraccess.live.ecs;

import ecraccess.core.json.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.util.SdkAutoConstructList;
import software.amazon.awssdk.core.util.SdkAutoConstructMap;

/** What the SDK made of an answer, back as the JSON that it was: absent stays absent. */
final class SdkJson {
  private SdkJson() {}

  static Json.Obj of(SdkPojo structure) {
    Map<String, Json> members = new LinkedHashMap<>();
    for (SdkField<?> field : structure.sdkFields()) {
      Object value = field.getValueOrDefault(structure);
      if (!isAbsent(value)) {
        members.put(field.locationName(), json(value));
      }
    }
    return new Json.Obj(members);
  }

  private static boolean isAbsent(Object value) {
    return value == null
        || value instanceof SdkAutoConstructList
        || value instanceof SdkAutoConstructMap;
  }

  private static Json json(Object value) {
    return switch (value) {
      case SdkPojo structure -> of(structure);
      case List<?> list -> new Json.Arr(list.stream().map(SdkJson::json).toList());
      case Map<?, ?> map -> ofMap(map);
      case Boolean bool -> new Json.Bool(bool);
      case Number number -> new Json.Num(number.toString());
      default -> new Json.Str(value.toString());
    };
  }

  private static Json ofMap(Map<?, ?> map) {
    Map<String, Json> members = new LinkedHashMap<>();
    map.forEach((name, value) -> members.put(Objects.toString(name), json(value)));
    return new Json.Obj(members);
  }
}
