package ecraccess.judge;

import ecraccess.logic.Claim;
import ecraccess.network.Addresses;
import ecraccess.network.NetworkAcl;
import ecraccess.network.NetworkAcl.Entry;
import ecraccess.network.Ports;
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
record AclRules(List<Entry> entries, List<Claim> more) {

  static AclRules of(NetworkAcl acl, boolean egress) {
    List<Entry> entries =
        acl.entries().stream()
            .filter(entry -> !isFor(entry, egress).isNo())
            .sorted(Comparator.comparing(entry -> entry.number().value().orElse(-1)))
            .toList();
    return new AclRules(
        entries, acl.unseen().map(missing -> List.of(Claim.open(missing))).orElse(List.of()));
  }

  private static Claim isFor(Entry entry, boolean egress) {
    return Claim.of(entry.egress(), its -> its == egress);
  }

  /** That packets to all these ports pass, at addresses that the function knows again. */
  Claim lets(boolean egress, Ports ports, Function<Addresses, Claim> isThere) {
    List<Claim> open = new ArrayList<>(more);
    boolean mayPass = !more.isEmpty();
    boolean mayNot = !more.isEmpty();
    for (Entry entry : entries) {
      Claim fits = fits(entry, egress, ports, isThere);
      if (fits.isNo()) {
        continue;
      }
      Claim allow = Claim.isTrue(entry.allow());
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

  private static Claim fits(
      Entry entry, boolean egress, Ports ports, Function<Addresses, Claim> isThere) {
    Claim number = entry.number().missing().map(Claim::open).orElse(Claim.YES);
    Claim port =
        Claim.of(
            entry.tcp().judge(its -> its.covers(ports)),
            entry.tcp().missing().orElse("which ports are used, of which an entry has some"));
    return Claim.all(List.of(isFor(entry, egress), port, isThere.apply(entry.block()), number));
  }

  private static Claim outcome(boolean mayPass, boolean mayNot, List<Claim> open) {
    if (mayPass && mayNot) {
      return open.stream().filter(Claim::isOpen).findFirst().orElseThrow();
    }
    return Claim.of(mayPass);
  }
}
