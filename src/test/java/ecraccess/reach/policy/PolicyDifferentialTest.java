package ecraccess.reach.policy;

import static org.assertj.core.api.Assertions.assertThat;

import ecraccess.core.json.Json;
import ecraccess.core.json.JsonText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Random policies, decided by the engine and by an evaluator that knows one concrete request at a
 * time: whatever the engine proves has to hold for every request that the unknowns leave open.
 */
class PolicyDifferentialTest {
  private static final int ROUNDS = 5_000;
  private static final List<String> KEYS = List.of("k:one", "k:two", "k:many");
  private static final List<String> TEXTS = List.of("x", "xy", "y");

  /** A concrete request. */
  private record Concrete(String action, String resource, Map<String, List<String>> keys) {}

  private final Random random = new Random(42);
  private int definite;
  private int needless;

  @Test
  void provesOnlyWhatHoldsForEveryRequest() {
    for (int round = 0; round < ROUNDS; round++) {
      check(randomPolicy());
    }
    System.out.printf(
        "PolicyDifferentialTest: %d policies, seed 42, %d decided, %d of the others could be%n",
        ROUNDS, definite, needless);
    assertThat(definite).isGreaterThan(ROUNDS / 2);
  }

  private void check(Json.Obj policy) {
    Map<String, KeyValue> known = new LinkedHashMap<>();
    List<Concrete> requests = new ArrayList<>(List.of(new Concrete("s:a", "r/x", Map.of())));
    if (random.nextInt(3) == 0) {
      requests.add(new Concrete("s:a", "r/y", Map.of()));
      requests.add(new Concrete("s:a", "r/", Map.of()));
      requests.add(new Concrete("s:a", "r/xx", Map.of()));
    }
    TextPattern resource =
        requests.size() == 1 ? TextPattern.literal("r/x") : TextPattern.glob("r/*");
    for (String key : KEYS) {
      List<List<String>> possible = possible(key);
      KeyValue value = value(key, possible);
      known.put(key, value);
      requests = withKey(requests, key, possible);
    }
    Call call =
        new Call(
            TextPattern.literal("s:a"),
            resource,
            new Caller.Aws(),
            false,
            new RequestContext(known));
    Decision decision = Policy.of(policy).decide(call);
    List<Boolean> all =
        requests.stream()
            .map(request ->
                BruteForce.passes(policy, request.action, request.resource, request.keys))
            .distinct()
            .toList();
    String what = JsonText.compact(policy) + " " + known + " " + resource;
    switch (decision) {
      case Decision.Allowed allowed -> assertThat(all).as(what).containsExactly(true);
      case Decision.Denied denied -> assertThat(all).as(what).containsExactly(false);
      case Decision.NotAllowed not -> assertThat(all).as(what).containsExactly(false);
      case Decision.Unknown unknown -> {
        assertThat(requests).as(what).hasSizeGreaterThan(1);
        needless += all.size() == 1 ? 1 : 0;
        definite--;
      }
    }
    definite++;
  }

  /** What a key may be: the empty list where it is absent. */
  private List<List<String>> possible(String key) {
    List<List<String>> all = new ArrayList<>();
    all.add(List.of());
    TEXTS.forEach(text -> all.add(List.of(text)));
    if (key.equals("k:many")) {
      all.add(List.of("x", "y"));
    }
    // Half of the keys are known, the others may be anything.
    return random.nextBoolean() ? List.of(all.get(random.nextInt(all.size()))) : all;
  }

  private static KeyValue value(String key, List<List<String>> possible) {
    if (possible.size() > 1) {
      return KeyValue.unknown("the value of " + key);
    }
    List<String> texts = possible.getFirst();
    return texts.isEmpty()
        ? KeyValue.absent()
        : new KeyValue.Present(texts.stream().map(TextPattern::literal).toList(), key);
  }

  private static List<Concrete> withKey(
      List<Concrete> requests, String key, List<List<String>> possible) {
    List<Concrete> more = new ArrayList<>();
    for (Concrete request : requests) {
      for (List<String> texts : possible) {
        Map<String, List<String>> keys = new LinkedHashMap<>(request.keys);
        keys.put(key, texts);
        more.add(new Concrete(request.action, request.resource, keys));
      }
    }
    return more;
  }

  private Json.Obj randomPolicy() {
    List<Json> statements = new ArrayList<>();
    for (int left = 1 + random.nextInt(3); left > 0; left--) {
      statements.add(randomStatement());
    }
    return Json.Obj.of("Statement", new Json.Arr(statements));
  }

  private Json randomStatement() {
    Map<String, Json> members = new LinkedHashMap<>();
    members.put("Effect", text(random.nextInt(3) == 0 ? "Deny" : "Allow"));
    members.put("Principal", text("*"));
    members.put(not("Action"), any("*", "s:*", "s:?", "S:A", "s:b", "t:*"));
    members.put(not("Resource"), any("*", "r/*", "r/x", "r/?", "q*", "*y"));
    if (random.nextBoolean()) {
      members.put("Condition", randomCondition());
    }
    return new Json.Obj(members);
  }

  private String not(String name) {
    return random.nextInt(4) == 0 ? "Not" + name : name;
  }

  private Json any(String... texts) {
    List<Json> chosen = new ArrayList<>();
    for (int left = 1 + random.nextInt(2); left > 0; left--) {
      chosen.add(text(texts[random.nextInt(texts.length)]));
    }
    return random.nextBoolean() ? chosen.getFirst() : new Json.Arr(chosen);
  }

  private Json randomCondition() {
    Map<String, Json> operators = new LinkedHashMap<>();
    for (int left = 1 + random.nextInt(2); left > 0; left--) {
      String key = KEYS.get(random.nextInt(KEYS.size()));
      if (random.nextInt(6) == 0) {
        operators.put("Null", Json.Obj.of(key, text(String.valueOf(random.nextBoolean()))));
        continue;
      }
      String set =
          key.equals("k:many") ? random.nextBoolean() ? "ForAllValues:" : "ForAnyValue:" : "";
      String test =
          List.of("StringEquals", "StringNotEquals", "StringLike", "StringNotLike")
              .get(random.nextInt(4));
      String end = random.nextInt(3) == 0 ? "IfExists" : "";
      operators.put(set + test + end, Json.Obj.of(key, any("x", "y", "xy", "x*", "*")));
    }
    return new Json.Obj(operators);
  }

  private static Json text(String text) {
    return new Json.Str(text);
  }

  /** IAM's rules, read a second time: one request, all of it known. */
  private static final class BruteForce {
    static boolean passes(
        Json.Obj policy, String action, String resource, Map<String, List<String>> keys) {
      boolean allowed = false;
      for (Json statement : ((Json.Arr) policy.get("Statement").orElseThrow()).elements()) {
        Json.Obj body = (Json.Obj) statement;
        boolean applies =
            fits(body, "Action", action, true)
                && fits(body, "Resource", resource, false)
                && holds(body.get("Condition"), keys);
        boolean denies = body.get("Effect").orElseThrow().equals(text("Deny"));
        if (applies && denies) {
          return false;
        }
        allowed |= applies;
      }
      return allowed;
    }

    private static boolean fits(Json.Obj body, String name, String target, boolean anyCase) {
      Optional<Json> not = body.get("Not" + name);
      List<String> patterns = texts(not.or(() -> body.get(name)).orElseThrow());
      boolean any =
          patterns.stream()
              .anyMatch(pattern ->
                  anyCase
                      ? like(pattern.toLowerCase(java.util.Locale.ROOT), target)
                      : like(pattern, target));
      return any != not.isPresent();
    }

    private static boolean holds(Optional<Json> condition, Map<String, List<String>> keys) {
      if (condition.isEmpty()) {
        return true;
      }
      boolean all = true;
      for (Map.Entry<String, Json> operator : ((Json.Obj) condition.get()).members().entrySet()) {
        for (Map.Entry<String, Json> key : ((Json.Obj) operator.getValue()).members().entrySet()) {
          all &= holds(operator.getKey(), keys.get(key.getKey()), texts(key.getValue()));
        }
      }
      return all;
    }

    private static boolean holds(String operator, List<String> found, List<String> wanted) {
      if (operator.equals("Null")) {
        return wanted.contains(String.valueOf(found.isEmpty()));
      }
      if (found.isEmpty()) {
        return operator.endsWith("IfExists")
            || operator.startsWith("ForAllValues:")
            || (operator.contains("Not") && !operator.startsWith("ForAnyValue:"));
      }
      boolean like = operator.contains("Like");
      boolean negated = operator.contains("Not");
      List<Boolean> each =
          found.stream()
              .map(value ->
                  wanted.stream().anyMatch(want -> like ? like(want, value) : want.equals(value))
                      != negated)
              .toList();
      return operator.startsWith("ForAnyValue:") ? each.contains(true) : !each.contains(false);
    }

    private static List<String> texts(Json value) {
      return Policy.items(value).stream().map(one -> ((Json.Str) one).value()).toList();
    }

    private static boolean like(String pattern, String text) {
      return text.matches("\\Q" + pattern.replace("*", "\\E.*\\Q").replace("?", "\\E.\\Q") + "\\E");
    }
  }
}
