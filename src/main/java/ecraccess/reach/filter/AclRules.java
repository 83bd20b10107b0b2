package ecraccess.reach.filter;

import ecraccess.core.logic.Ternary;
import ecraccess.reach.model.Addresses;
import ecraccess.reach.model.NetworkAcl;
import ecraccess.reach.model.NetworkAcl.Entry;
import ecraccess.reach.model.Ports;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/**
 * The entries of one direction of a network ACL.
 *
 * @param entries in the order in which they are looked at, those of unknown number first: each of
 *     them may come before any other
 */
record AclRules(List<Entry> entries, List<Ternary> more) {

  static AclRules of(NetworkAcl acl, boolean egress) {
    List<Entry> entries =
        acl.entries().stream()
            .filter(entry -> !isFor(entry, egress).isNo())
            .sorted(Comparator.comparing(entry -> entry.number().value().orElse(-1)))
            .toList();
    return new AclRules(
        entries, acl.unseen().map(missing -> List.of(Ternary.open(missing))).orElse(List.of()));
  }

  private static Ternary isFor(Entry entry, boolean egress) {
    return Ternary.of(entry.egress(), its -> its == egress);
  }

  /** That packets to all these ports pass, at addresses that the function knows again. */
  Ternary lets(boolean egress, Ports ports, Function<Addresses, Ternary> isThere) {
    List<Ternary> open = new ArrayList<>(more);
    boolean mayPass = !more.isEmpty();
    boolean mayNot = !more.isEmpty();
    for (Entry entry : entries) {
      Ternary fits = fits(entry, egress, ports, isThere);
      if (fits.isNo()) {
        continue;
      }
      Ternary allow = Ternary.isTrue(entry.allow());
      mayPass |= !allow.isNo();
      mayNot |= !allow.isYes();
      open.add(fits);
      open.add(allow);
      if (fits.isYes()) {
        return outcome(mayPass, mayNot, open);
      }
    }
    return outcome(mayPass, true, open);
  }

  private static Ternary fits(
      Entry entry, boolean egress, Ports ports, Function<Addresses, Ternary> isThere) {
    Ternary number = entry.number().missing().map(Ternary::open).orElse(Ternary.YES);
    Ternary port =
        Ternary.of(
            entry.tcp().judge(its -> its.covers(ports)),
            entry.tcp().missing().orElse("which ports are used, of which an entry has some"));
    return Ternary.all(List.of(isFor(entry, egress), port, isThere.apply(entry.block()), number));
  }

  private static Ternary outcome(boolean mayPass, boolean mayNot, List<Ternary> open) {
    if (mayPass && mayNot) {
      return open.stream().filter(Ternary::isOpen).findFirst().orElseThrow();
    }
    return Ternary.of(mayPass);
  }
}
