package ecraccess.acceptance.oracle;

import ecraccess.acceptance.oracle.Pulls.Call;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * An endpoint policy, asked about one request at a time. What nobody knows of a request (the tags
 * of a role, the time) is tried with every value that the policy names, with another one, and
 * without.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html">IAM
 *     guide, condition operators</a>
 */
final class ConcretePolicy {
  private static final String OTHER_ACCOUNT = "999999999990";

  /** Whether the names of accounts and roles count: guides disagree for gateways. */
  private static final String ACCOUNTS_COUNT = "names of accounts count";

  private static final int MOST_TRIES = 20_000;

  private final List<Object> statements;

  /**
   * @param policy the document; every function in it has its value
   */
  ConcretePolicy(Object policy) {
    this.statements = Tree.items(Tree.asMap(policy).getOrDefault("Statement", List.of()));
  }

  /** Whether the call goes through, by somebody in the VPC, through the endpoint. */
  Outcome allows(Call call, Situation situation) {
    Set<Outcome> outcomes = new LinkedHashSet<>();
    List<Map<String, Optional<String>>> contexts = contexts(call, situation);
    for (Map<String, Optional<String>> context : contexts) {
      outcomes.add(Outcome.of(allows(call, situation, context)));
    }
    return Outcome.whichever(outcomes);
  }

  /**
   * What the way fixes.
   *
   * @param address the caller's private address
   * @param gateway whether the endpoint is a gateway
   * @param role the ARN of the caller's role; empty where it is not known
   */
  record Situation(
      String vpc,
      String endpoint,
      String address,
      String region,
      boolean gateway,
      Optional<String> role) {}

  // ---- contexts -------------------------------------------------------------------------------

  private List<Map<String, Optional<String>>> contexts(Call call, Situation situation) {
    List<Map<String, Optional<String>>> contexts = new ArrayList<>();
    contexts.add(new TreeMap<>());
    Set<String> keys = keys();
    keys.add("aws:principalarn");
    keys.add("aws:principalaccount");
    keys.add(ACCOUNTS_COUNT);
    for (String key : keys) {
      List<Optional<String>> values = values(key, call, situation);
      List<Map<String, Optional<String>>> longer = new ArrayList<>();
      for (Map<String, Optional<String>> context : contexts) {
        for (Optional<String> value : values) {
          Map<String, Optional<String>> next = new TreeMap<>(context);
          next.put(key, value);
          longer.add(next);
        }
      }
      contexts = longer;
      if (contexts.size() > MOST_TRIES) {
        throw new IllegalStateException("too many unknown keys in " + statements);
      }
    }
    return contexts;
  }

  private Set<String> keys() {
    Set<String> keys = new TreeSet<>();
    conditions((operator, key, values) -> keys.add(key.toLowerCase(Locale.ROOT)));
    return keys;
  }

  private interface EachCondition {
    void take(String operator, String key, List<Object> values);
  }

  private void conditions(EachCondition each) {
    for (Object statement : statements) {
      Tree.asMap(Tree.asMap(statement).getOrDefault("Condition", Map.of()))
          .forEach((operator, keys) ->
              Tree.asMap(keys)
                  .forEach((key, values) -> each.take(operator, key, Tree.items(values))));
    }
  }

  /** The values that a key may have in the request. */
  private List<Optional<String>> values(String key, Call call, Situation situation) {
    return switch (key) {
      case "aws:sourcevpc" -> List.of(Optional.of(situation.vpc()));
      case "aws:sourcevpce" -> List.of(Optional.of(situation.endpoint()));
      case "aws:vpcsourceip" -> List.of(Optional.of(situation.address()));
      case "aws:sourceip" -> List.of(Optional.empty());
      case "aws:securetransport" -> List.of(Optional.of("true"));
      case "aws:requestedregion" -> List.of(Optional.of(situation.region()));
      case "aws:principalaccount" ->
          List.of(Optional.of(call.byAws() ? OTHER_ACCOUNT : Facts.ACCOUNT));
      case "aws:resourceaccount", "s3:resourceaccount" ->
          List.of(Optional.of(call.owner().isEmpty() ? OTHER_ACCOUNT : call.owner()));
      case ACCOUNTS_COUNT ->
          situation.gateway() && !call.byAws()
              ? List.of(Optional.of("yes"), Optional.empty())
              : List.of(Optional.of("yes"));
      case "aws:principalarn" -> roles(call, situation);
      case "aws:principalorgid", "aws:resourceorgid" ->
          call.byAws() ? List.of(Optional.empty(), Optional.of("o-awsitself1")) : unknown(key);
      default ->
          call.byAws() && key.startsWith("aws:principaltag/")
              ? List.of(Optional.empty(), Optional.of("a tag of AWS's own"))
              : unknown(key);
    };
  }

  private List<Optional<String>> roles(Call call, Situation situation) {
    if (!call.byAws() && situation.role().isPresent()) {
      return List.of(situation.role());
    }
    String account = call.byAws() ? OTHER_ACCOUNT : Facts.ACCOUNT;
    String roles = "arn:aws:iam::" + account + ":role/";
    Set<Optional<String>> tries = new LinkedHashSet<>();
    tries.add(Optional.of(roles + "nobody-named-it"));
    for (String text : texts(statements)) {
      String role = text.replace("iam::*:", "iam::" + account + ":");
      if (role.startsWith(roles)) {
        tries.add(Optional.of(role.replace("*", "x").replace("?", "x")));
      }
    }
    return List.copyOf(tries);
  }

  private static List<String> texts(Object value) {
    return switch (value) {
      case Map<?, ?> map -> map.values().stream().flatMap(item -> texts(item).stream()).toList();
      case List<?> list -> list.stream().flatMap(item -> texts(item).stream()).toList();
      default -> List.of(value.toString());
    };
  }

  private List<Optional<String>> unknown(String wanted) {
    Set<Optional<String>> values = new LinkedHashSet<>();
    values.add(Optional.empty());
    values.add(Optional.of("another"));
    conditions((operator, key, given) -> {
      if (key.equalsIgnoreCase(wanted) && !operator.equals("Null")) {
        given.forEach(value -> values.add(Optional.of(value.toString().replace("*", "x"))));
      }
    });
    return List.copyOf(values);
  }

  // ---- one request ----------------------------------------------------------------------------

  private boolean allows(Call call, Situation situation, Map<String, Optional<String>> context) {
    boolean allowed = false;
    for (Object one : statements) {
      Map<String, Object> statement = Tree.asMap(one);
      if (isAbout(statement, call, situation, context)) {
        if (statement.get("Effect").equals("Deny")) {
          return false;
        }
        allowed = true;
      }
    }
    return allowed;
  }

  private static boolean isAbout(
      Map<String, Object> statement,
      Call call,
      Situation situation,
      Map<String, Optional<String>> context) {
    return element(statement, "Action", pattern -> like(lower(pattern), lower(call.action())))
        && element(statement, "Resource", pattern -> like(pattern, call.resource()))
        && element(statement, "Principal", principal -> isPrincipal(principal, context))
        && conditionsHold(Tree.asMap(statement.getOrDefault("Condition", Map.of())), context);
  }

  private static boolean element(
      Map<String, Object> statement, String name, java.util.function.Predicate<String> fits) {
    boolean not = statement.containsKey("Not" + name);
    Object value = statement.get(not ? "Not" + name : name);
    if (value == null) {
      throw new Facts.Malformed("a statement without " + name);
    }
    List<Object> items =
        value instanceof Map<?, ?> map
            ? map.containsKey("AWS") ? Tree.items(map.get("AWS")) : List.of()
            : Tree.items(value);
    return not != items.stream().map(Object::toString).anyMatch(fits);
  }

  private static boolean isPrincipal(String principal, Map<String, Optional<String>> context) {
    String account = context.get("aws:principalaccount").orElse("");
    String arn = context.get("aws:principalarn").orElse("");
    return principal.equals("*")
        || (context.get(ACCOUNTS_COUNT).isPresent()
            && (principal.equals(account)
                || principal.equals("arn:aws:iam::" + account + ":root")
                || principal.equals(arn)));
  }

  private static boolean conditionsHold(
      Map<String, Object> conditions, Map<String, Optional<String>> context) {
    return conditions.entrySet().stream()
        .allMatch(entry ->
            Tree.asMap(entry.getValue()).entrySet().stream()
                .allMatch(key ->
                    holds(
                        entry.getKey(),
                        context.get(lower(key.getKey())),
                        Tree.items(key.getValue()).stream()
                            .map(Object::toString)
                            .collect(Collectors.toList()))));
  }

  /** One key of a condition; every key here has at most one value in a request. */
  private static boolean holds(String written, Optional<String> actual, List<String> values) {
    if (written.equals("Null")) {
      return values.contains("true") == actual.isEmpty();
    }
    boolean ifExists = written.endsWith("IfExists");
    boolean forAll = written.startsWith("ForAllValues:");
    boolean forAny = written.startsWith("ForAnyValue:");
    String operator = written.replaceAll("^.*:|IfExists$", "");
    boolean negated = operator.contains("Not");
    if (actual.isEmpty()) {
      return ifExists || forAll || (negated && !forAny);
    }
    BiPredicate<String, String> matches = operator(operator);
    boolean some = values.stream().anyMatch(value -> matches.test(value, actual.get()));
    return negated != some;
  }

  private static BiPredicate<String, String> operator(String name) {
    return switch (name) {
      case "StringEquals", "StringNotEquals" -> String::equals;
      case "StringEqualsIgnoreCase", "StringNotEqualsIgnoreCase" -> String::equalsIgnoreCase;
      case "StringLike", "StringNotLike" -> ConcretePolicy::like;
      case "ArnEquals", "ArnNotEquals", "ArnLike", "ArnNotLike" -> ConcretePolicy::like;
      case "Bool" -> String::equalsIgnoreCase;
      case "IpAddress", "NotIpAddress" ->
          (block, address) ->
              Block.of(block.contains("/") ? block : block + "/32")
                  .holds(Block.of(address + "/32").first());
      default -> throw new IllegalArgumentException(name);
    };
  }

  private static boolean like(String pattern, String text) {
    StringBuilder regex = new StringBuilder();
    for (char c : pattern.toCharArray()) {
      regex.append(c == '*' ? ".*" : c == '?' ? "." : Pattern.quote(String.valueOf(c)));
    }
    return Pattern.compile(regex.toString(), Pattern.DOTALL).matcher(text).matches();
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
