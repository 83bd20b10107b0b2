package ecraccess.reach.policy;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Pattern;

/** Numbers and dates in conditions. */
final class Quantity {
  private static final Pattern NUMBER = Pattern.compile("[+-]?\\d{1,30}(\\.\\d{1,30})?");

  private Quantity() {}

  /** Whether the value stands in that relation to the limit; empty where either is none. */
  static Optional<Boolean> compare(ConditionOperator.Test test, String value, String limit) {
    return switch (test) {
      case NUMERIC_EQUALS,
          NUMERIC_LESS,
          NUMERIC_LESS_OR_EQUAL,
          NUMERIC_GREATER,
          NUMERIC_GREATER_OR_EQUAL ->
          relation(number(value), number(limit)).map(order -> holds(test, order));
      default -> relation(date(value), date(limit)).map(order -> holds(test, order));
    };
  }

  private static <T extends Comparable<? super T>> Optional<Integer> relation(
      Optional<T> value, Optional<T> limit) {
    return value.flatMap(one -> limit.map(one::compareTo));
  }

  private static boolean holds(ConditionOperator.Test test, int order) {
    return switch (test) {
      case NUMERIC_LESS, DATE_LESS -> order < 0;
      case NUMERIC_LESS_OR_EQUAL, DATE_LESS_OR_EQUAL -> order <= 0;
      case NUMERIC_GREATER, DATE_GREATER -> order > 0;
      case NUMERIC_GREATER_OR_EQUAL, DATE_GREATER_OR_EQUAL -> order >= 0;
      default -> order == 0;
    };
  }

  private static Optional<BigDecimal> number(String text) {
    return NUMBER.matcher(text).matches() ? Optional.of(new BigDecimal(text)) : Optional.empty();
  }

  /** W3C's forms of ISO 8601, or seconds since 1970. */
  private static Optional<Instant> date(String text) {
    try {
      return Optional.of(
          text.contains("T")
              ? OffsetDateTime.parse(text).toInstant()
              : text.contains("-")
                  ? LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC)
                  : Instant.ofEpochSecond(Long.parseLong(text)));
    } catch (DateTimeException | NumberFormatException e) {
      return Optional.empty();
    }
  }
}
