package ecraccess.reach.model;

import ecraccess.core.json.JsonPath;
import ecraccess.core.logic.Known;
import ecraccess.core.net.PortSet;
import java.util.List;
import java.util.Optional;

/**
 * A network ACL: the first entry by number that fits decides, and what none fits is refused. It
 * knows no connections, so answers need an entry of their own.
 *
 * @param unseen why it may have more entries; empty where all were seen
 */
public record NetworkAcl(Id id, JsonPath path, List<Entry> entries, Optional<String> unseen) {
  public NetworkAcl {
    entries = List.copyOf(entries);
  }

  /**
   * An entry.
   *
   * @param number entries are looked at from the lowest to the highest
   * @param egress whether it is about what leaves the subnet
   */
  public record Entry(
      JsonPath path,
      Known<Integer> number,
      Known<Boolean> egress,
      Known<PortSet> ports,
      Addresses block,
      Known<Boolean> allow) {}

  /** The default one of a VPC, which lets everything through both ways. */
  public static NetworkAcl open(Id id) {
    return new NetworkAcl(
        id, JsonPath.ROOT, List.of(everything(false), everything(true)), Optional.empty());
  }

  private static Entry everything(boolean egress) {
    return new Entry(
        JsonPath.ROOT,
        Known.is(100),
        Known.is(egress),
        Known.is(PortSet.ALL),
        Addresses.EVERY_IPV4,
        Known.is(true));
  }

  /** One that nothing is known of. */
  public static NetworkAcl unknown(Id id) {
    return new NetworkAcl(id, JsonPath.ROOT, List.of(), Optional.of("the entries of " + id));
  }
}
