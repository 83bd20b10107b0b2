package ecraccess.reach.policy;

import ecraccess.core.net.AddressSet;
import java.util.List;

/** What a request says for one condition key. */
public sealed interface KeyValue {

  /** The key is not in the request. */
  record Absent() implements KeyValue {}

  /**
   * The key is in the request.
   *
   * @param values one, or each of a key with several values; a wildcard stands for what is unknown
   * @param missing what would tell a value with wildcards, as a noun phrase
   */
  record Present(List<TextPattern> values, String missing) implements KeyValue {
    public Present {
      values = List.copyOf(values);
    }
  }

  /**
   * The key is in the request, with an address out of a range.
   *
   * @param addresses every address that it may have
   * @param missing what would tell the address
   */
  record Address(AddressSet addresses, String missing) implements KeyValue {}

  /**
   * The key may be in the request.
   *
   * @param present what it says if it is
   * @param missing what would tell whether it is
   */
  record Perhaps(KeyValue present, String missing) implements KeyValue {}

  /** Neither presence nor value is known. */
  record Unknown(String missing) implements KeyValue {}

  static KeyValue absent() {
    return new Absent();
  }

  static KeyValue of(String text) {
    return of(TextPattern.literal(text));
  }

  static KeyValue of(TextPattern value) {
    return new Present(List.of(value), "the value");
  }

  static KeyValue unknown(String missing) {
    return new Unknown(missing);
  }
}
