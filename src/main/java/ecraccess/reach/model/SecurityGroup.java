package ecraccess.reach.model;

import ecraccess.core.json.JsonPath;
import ecraccess.core.logic.Known;
import ecraccess.core.net.PortSet;
import java.util.List;
import java.util.Optional;

/** A security group. What no rule allows is refused; answers pass without a rule. */
public record SecurityGroup(Id id, JsonPath path, Id vpc, Rules ingress, Rules egress) {

  /**
   * The rules of one direction.
   *
   * @param path where they are written, or would be
   * @param unseen why there may be more; empty where all were seen
   */
  public record Rules(JsonPath path, List<Rule> all, Optional<String> unseen) {
    public Rules {
      all = List.copyOf(all);
    }
  }

  public record Rule(JsonPath path, Known<PortSet> ports, Peer peer) {}

  /** Whom a rule lets in or where it lets out to. */
  public sealed interface Peer {
    record Block(Addresses addresses) implements Peer {}

    /** Whatever has that security group. */
    record Group(Id id) implements Peer {}

    /** A peer that only the deployment knows, or that is none. */
    record Unknown(String missing) implements Peer {}
  }

  /** One that lets everything out and that no rule names. */
  public static SecurityGroup open(Id id, Id vpc) {
    Rule everything =
        new Rule(JsonPath.ROOT, Known.is(PortSet.ALL), new Peer.Block(Addresses.EVERY_IPV4));
    return new SecurityGroup(
        id,
        JsonPath.ROOT,
        vpc,
        new Rules(JsonPath.ROOT, List.of(), Optional.empty()),
        new Rules(JsonPath.ROOT, List.of(everything), Optional.empty()));
  }

  /** One that nothing is known of. */
  public static SecurityGroup unknown(Id id) {
    Optional<String> missing =
        Optional.of("the rules of security group " + id + ", which is not in the template");
    Rules rules = new Rules(JsonPath.ROOT, List.of(), missing);
    return new SecurityGroup(
        id, JsonPath.ROOT, new Id.Open("the VPC of " + id, "the VPC of " + id), rules, rules);
  }
}
