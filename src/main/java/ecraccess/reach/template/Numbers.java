package ecraccess.reach.template;

import ecraccess.core.cfn.Branch;
import ecraccess.core.cfn.Found;
import ecraccess.core.cfn.eval.ScalarText;
import ecraccess.core.logic.Known;
import ecraccess.core.net.PortSet;
import java.util.Locale;
import java.util.Optional;

/** Numbers, written as numbers or as texts, and the ports of rules. */
final class Numbers {
  private Numbers() {}

  static Known<Integer> of(Scenario scenario, Branch properties, String name) {
    Optional<Branch> place = scenario.member(properties, name);
    if (place.isEmpty()) {
      return Known.unknown(name + ", which is not given");
    }
    return switch (scenario.text(place.get())) {
      case Known.Unknown<String>(String open) -> Known.unknown(open);
      case Known.Is<String>(String text) ->
          ScalarText.integer(text)
              .map(Known::is)
              .orElseGet(() -> Known.unknown("a number in place of " + found(place.get(), text)));
    };
  }

  /** What was written there, or that a text made elsewhere is none: it may be a secret. */
  static String found(Branch place, String text) {
    return ScalarText.text(place.value()).filter(text::equals).isPresent()
        ? Found.quote(text)
        : "another text";
  }

  /**
   * The ports of a rule.
   *
   * @param range what names the first port and the last
   */
  static Known<PortSet> ports(
      Scenario scenario, Known<String> protocol, Branch range, String from, String to) {
    return switch (protocol) {
      case Known.Unknown<String>(String open) -> Known.unknown(open);
      case Known.Is<String>(String name) ->
          switch (name.toLowerCase(Locale.ROOT)) {
            case "-1" -> Known.is(PortSet.ALL);
            case "6", "tcp" -> range(of(scenario, range, from), of(scenario, range, to));
            // No request here uses them, so all ports of theirs are as good as some.
            case "17", "udp" -> Known.is(PortSet.protocol(PortSet.UDP));
            case "icmp" -> Known.is(PortSet.protocol(1));
            case "icmpv6" -> Known.is(PortSet.protocol(58));
            // Templates in the wild say "all", and nobody documents what comes of it.
            default ->
                ScalarText.integer(name)
                    .filter(number -> number >= 0 && number <= 255)
                    .map(number -> Known.is(PortSet.protocol(number)))
                    .orElseGet(() -> Known.unknown("a protocol's number in place of another text"));
          };
    };
  }

  private static Known<PortSet> range(Known<Integer> first, Known<Integer> last) {
    if (first instanceof Known.Is<Integer>(Integer from)
        && last instanceof Known.Is<Integer>(Integer to)) {
      return from >= 0 && from <= to && to <= PortSet.LAST
          ? Known.is(PortSet.tcp(from, to))
          : Known.unknown("a range of ports in place of one that is none");
    }
    return Known.unknown(first.missing().or(last::missing).orElseThrow());
  }
}
