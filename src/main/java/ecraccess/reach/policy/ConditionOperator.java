package ecraccess.reach.policy;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * An operator of a condition block (IAM User Guide, IAM JSON policy elements: Condition operators).
 *
 * @param set how the values of a key with several are taken
 * @param negated whether it asks that nothing matches
 * @param ifExists whether a request without the key meets it
 */
record ConditionOperator(Set set, Test test, boolean negated, boolean ifExists) {

  /** How several values of one key are taken. */
  enum Set {
    /** The key has one value. */
    SINGLE,
    /** {@code ForAllValues:}, true as well where there is no value. */
    ALL,
    /** {@code ForAnyValue:}, false where there is no value. */
    ANY
  }

  /** What is compared, and how. */
  enum Test {
    STRING_EQUALS("StringEquals", "StringNotEquals"),
    STRING_EQUALS_IGNORE_CASE("StringEqualsIgnoreCase", "StringNotEqualsIgnoreCase"),
    STRING_LIKE("StringLike", "StringNotLike"),
    NUMERIC_EQUALS("NumericEquals", "NumericNotEquals"),
    NUMERIC_LESS("NumericLessThan", ""),
    NUMERIC_LESS_OR_EQUAL("NumericLessThanEquals", ""),
    NUMERIC_GREATER("NumericGreaterThan", ""),
    NUMERIC_GREATER_OR_EQUAL("NumericGreaterThanEquals", ""),
    DATE_EQUALS("DateEquals", "DateNotEquals"),
    DATE_LESS("DateLessThan", ""),
    DATE_LESS_OR_EQUAL("DateLessThanEquals", ""),
    DATE_GREATER("DateGreaterThan", ""),
    DATE_GREATER_OR_EQUAL("DateGreaterThanEquals", ""),
    BOOL("Bool", ""),
    BINARY_EQUALS("BinaryEquals", ""),
    IP_ADDRESS("IpAddress", "NotIpAddress"),
    ARN_EQUALS("ArnEquals", "ArnNotEquals"),
    ARN_LIKE("ArnLike", "ArnNotLike"),
    NULL("Null", "");

    private final String name;
    private final String negation;

    Test(String name, String negation) {
      this.name = name;
      this.negation = negation;
    }
  }

  /** The operator of that name; empty where IAM has none. */
  static Optional<ConditionOperator> parse(String text) {
    String rest = text;
    Set set = Set.SINGLE;
    if (rest.startsWith("ForAllValues:")) {
      set = Set.ALL;
      rest = rest.substring("ForAllValues:".length());
    } else if (rest.startsWith("ForAnyValue:")) {
      set = Set.ANY;
      rest = rest.substring("ForAnyValue:".length());
    }
    boolean ifExists = rest.endsWith("IfExists");
    String name = ifExists ? rest.substring(0, rest.length() - "IfExists".length()) : rest;
    Set how = set;
    return Arrays.stream(Test.values())
        .filter(test -> name.equals(test.name) || (!name.isEmpty() && name.equals(test.negation)))
        .filter(test -> test != Test.NULL || (!ifExists && how == Set.SINGLE))
        .findFirst()
        .map(test -> new ConditionOperator(how, test, name.equals(test.negation), ifExists));
  }

  /** Every name without prefix and suffix, for suggestions. */
  static List<String> names() {
    return Arrays.stream(Test.values())
        .flatMap(test -> java.util.stream.Stream.of(test.name, test.negation))
        .filter(name -> !name.isEmpty())
        .collect(Collectors.toList());
  }
}
