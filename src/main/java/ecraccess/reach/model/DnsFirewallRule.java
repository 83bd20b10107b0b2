package ecraccess.reach.model;

import ecraccess.core.json.JsonPath;
import ecraccess.core.logic.Known;
import ecraccess.core.logic.Ternary;
import java.util.List;
import java.util.Locale;

/**
 * A rule of Route 53 Resolver DNS Firewall: the first that has the name in its list decides, and
 * what none has is answered.
 *
 * @param path where it is written
 * @param name as it is shown: its list of domains, or its group
 * @param blocks whether it keeps the answer back; otherwise it lets it through
 * @param domains names, of which one that begins with an asterisk stands for all names under it
 */
public record DnsFirewallRule(
    JsonPath path, String name, Known<Boolean> blocks, Known<List<String>> domains) {

  /**
   * That the rule is about the host.
   *
   * @param host a name; one that begins with an asterisk stands for some name under it
   */
  public Ternary matches(String host) {
    return switch (domains) {
      case Known.Unknown<List<String>>(String missing) -> Ternary.open(missing);
      case Known.Is<List<String>>(List<String> known) ->
          Ternary.any(known.stream().map(domain -> matches(plain(domain), plain(host))).toList());
    };
  }

  private Ternary matches(String domain, String host) {
    if (domain.equals("*") || domain.equals(host)) {
      return Ternary.YES;
    }
    if (domain.startsWith("*.") && host.endsWith(domain.substring(1))) {
      return Ternary.YES;
    }
    boolean some = host.startsWith("*.") && domain.endsWith(host.substring(1));
    return some ? Ternary.open("whether " + domain + " is the host that is called") : Ternary.NO;
  }

  private static String plain(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
  }
}
