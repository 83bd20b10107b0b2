package ecraccess.reach.policy;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * The condition keys of one request. A key that is not listed is unknown.
 *
 * @param keys by name in small letters: AWS compares names of keys whatever the case
 */
public record RequestContext(Map<String, KeyValue> keys) {
  public RequestContext {
    Map<String, KeyValue> lower = new LinkedHashMap<>();
    keys.forEach((name, value) -> lower.put(name.toLowerCase(Locale.ROOT), value));
    keys = Collections.unmodifiableMap(lower);
  }

  KeyValue of(String name) {
    String key = name.toLowerCase(Locale.ROOT);
    KeyValue exact = keys.get(key);
    // All tags of a principal are as unknown, or as foreign, as one of them.
    KeyValue family = keys.get(key.substring(0, key.indexOf('/') + 1) + "*");
    return exact != null
        ? exact
        : family != null ? family : KeyValue.unknown("the value of " + name);
  }
}
