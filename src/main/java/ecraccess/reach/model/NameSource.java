package ecraccess.reach.model;

import ecraccess.core.logic.Known;
import ecraccess.core.logic.Ternary;
import java.util.Locale;

/**
 * What may answer for hosts in a VPC in place of their public names: a private hosted zone, a
 * forwarding rule, a Route 53 profile.
 *
 * @param name as it is shown
 * @param domain it answers for this name and for names under it, and for no other; the empty text
 *     stands for every name
 */
public record NameSource(String name, Known<String> domain) {

  /**
   * That it answers for the host.
   *
   * @param host a name; one that begins with an asterisk stands for all names under it
   */
  public Ternary answersFor(String host) {
    return Ternary.of(domain, its -> covers(plain(its), plain(host)));
  }

  private static boolean covers(String domain, String host) {
    boolean wildcard = host.startsWith("*.");
    String name = wildcard ? host.substring(2) : host;
    return domain.isEmpty()
        || name.equals(domain)
        || name.endsWith("." + domain)
        || (wildcard && domain.endsWith("." + name));
  }

  private static String plain(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
  }
}
