package ecraccess.reach.filter;

import ecraccess.core.logic.Ternary;
import ecraccess.core.net.PortSet;
import ecraccess.core.net.TrafficSet;
import ecraccess.reach.flow.Flow;
import ecraccess.reach.flow.PathChoice;
import ecraccess.reach.flow.Symptoms;
import ecraccess.reach.model.Endpoint;
import ecraccess.reach.model.Id;
import ecraccess.reach.model.NetworkAcl;
import ecraccess.reach.model.NetworkAcl.Entry;
import ecraccess.reach.model.Subnet;
import ecraccess.reach.verdict.Check;
import ecraccess.reach.verdict.Findings;
import ecraccess.reach.verdict.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Network ACLs on the way of a request, and on the way back of its answer. They know no
 * connections, and are not asked within a subnet (VPC User Guide, network ACL basics).
 */
public record NetworkAclFilter(Flow flow) {
  public static final Check ACL_CLOSED =
      Check.of(
          "network-acl-closed",
          "Network ACL stops requests or answers",
          "A network ACL decides by its first entry that fits, and it knows no "
              + "connections. Answers come back to ephemeral ports and need an entry of their "
              + "own.",
          "Add entries that let TCP 443 and the ephemeral ports through.",
          "https://docs.aws.amazon.com/vpc/latest/userguide/vpc-network-acls.html");

  /** What is checked here. */
  public static final List<Check> CHECKS = List.of(ACL_CLOSED);

  /** What the answer for one direction of one ACL hangs on. */
  private record Question(Id acl, boolean egress, PortSet ports, Remote remote) {}

  /**
   * One look at an ACL.
   *
   * @param place which subnet's it is, where that is not plain
   * @param shown which way and which ports, as a message names them
   */
  private record Look(
      NetworkAcl acl, String place, Match<Entry> match, Remote remote, String shown) {
    Ternary passes() {
      return switch (match.outcome()) {
        case PASSES -> Ternary.YES;
        case STOPS -> Ternary.NO;
        case OPEN -> Ternary.open(match.missing().orElseGet(this::which));
      };
    }

    private String which() {
      PortSet stopped = match.rest().ports();
      return match.rest().contains(TrafficSet.of(stopped, remote.all()))
          ? "which ports are used, of which %s closes %s".formatted(acl.id(), stopped)
          : remote.which(match.rest().addresses());
    }
  }

  /** To an endpoint's interfaces, of which any may be called. */
  public Verdict to(Endpoint endpoint) {
    List<Verdict> each =
        flow.subnets(endpoint).stream().map(this::toInterfaceIn).distinct().toList();
    if (each.isEmpty()) {
      return open();
    }
    if (each.stream().allMatch(Verdict.Cannot.class::isInstance)
        || each.stream().noneMatch(Verdict.Cannot.class::isInstance)) {
      return each.stream().reduce(Verdict::and).orElseThrow();
    }
    return new Verdict.CannotTell(
        ACL_CLOSED,
        flow.at(flow.from().path()),
        "which interface of " + endpoint.name() + " is called");
  }

  private Verdict toInterfaceIn(Subnet there) {
    Subnet here = flow.from();
    Ternary within = within(here, there);
    if (within.isYes()) {
      return open();
    }
    Verdict between =
        verdict(
            Stream.of(
                look(here, true, TrafficPorts.of(flow.request()), of(there)),
                look(there, false, TrafficPorts.of(flow.request()), of(here)),
                look(there, true, TrafficPorts.EPHEMERAL, of(here)),
                look(here, false, TrafficPorts.EPHEMERAL, of(there))),
            () -> Symptoms.lostInVpc(flow));
    return within.isNo() ? between : PathChoice.soften(between, within.missing());
  }

  /** An ID that stands for several subnets is not one subnet. */
  private static Ternary within(Subnet here, Subnet there) {
    Ternary same = here.id().is(there.id());
    return same.isYes() && here.id() instanceof Id.Open(String expression, String missing)
        ? Ternary.open(missing)
        : same;
  }

  /** To public addresses, straight from the subnet. */
  public Verdict toPublic() {
    return verdict(fromHere(), () -> Symptoms.lostInPublic(flow));
  }

  /** To public addresses, through that NAT gateway in that subnet. */
  public Verdict through(String gateway, Subnet nat) {
    Ternary within = within(flow.from(), nat);
    if (within.isYes()) {
      return verdict(outOf(gateway, nat), () -> Symptoms.lostInPublic(flow));
    }
    String place = place(gateway, nat);
    Stream<Look> between =
        Stream.of(
            look(nat, place, false, TrafficPorts.HTTPS, of(flow.from())),
            look(nat, place, true, TrafficPorts.EPHEMERAL, of(flow.from())));
    Verdict all =
        verdict(
            Stream.of(fromHere(), between, outOf(gateway, nat)).flatMap(looks -> looks),
            () -> Symptoms.lostInPublic(flow));
    return within.isNo() ? all : PathChoice.soften(all, within.missing());
  }

  private Stream<Look> fromHere() {
    Remote anyone = anyone();
    return Stream.of(
        look(flow.from(), true, TrafficPorts.HTTPS, anyone),
        look(flow.from(), false, TrafficPorts.EPHEMERAL, anyone));
  }

  private Stream<Look> outOf(String gateway, Subnet nat) {
    String place = place(gateway, nat);
    return Stream.of(
        look(nat, place, true, TrafficPorts.HTTPS, anyone()),
        look(nat, place, false, TrafficPorts.NAT, anyone()));
  }

  private static String place(String gateway, Subnet subnet) {
    return " of subnet %s, where NAT gateway %s stands,".formatted(subnet.id(), gateway);
  }

  private static Remote anyone() {
    return Remote.publicOf(Optional.empty());
  }

  private Remote of(Subnet subnet) {
    return Remote.of(subnet, flow.network());
  }

  private Look look(Subnet subnet, boolean egress, PortSet ports, Remote remote) {
    return look(subnet, "", egress, ports, remote);
  }

  private Look look(Subnet subnet, String place, boolean egress, PortSet ports, Remote remote) {
    NetworkAcl acl = flow.network().networkAcl(subnet.networkAcl());
    Match<Entry> match =
        flow.memo()
            .answer(
                new Question(acl.id(), egress, ports, remote),
                () -> match(acl, egress, ports, remote));
    String shown =
        "%s %s"
            .formatted(
                ports.equals(TrafficPorts.of(flow.request()))
                    ? "TCP port " + flow.request().port()
                    : ports.equals(TrafficPorts.NAT)
                        ? "TCP ports 1024 to 65535, where answers arrive,"
                        : "TCP ports 32768 to 60999, where answers arrive,",
                egress ? "out" : "in");
    return new Look(acl, place, match, remote, shown);
  }

  private static Match<Entry> match(NetworkAcl acl, boolean egress, PortSet ports, Remote remote) {
    List<EntryOrder.Entry<Entry>> entries = new ArrayList<>();
    for (Entry entry : acl.entries()) {
      Ternary direction = Ternary.of(entry.egress(), its -> its == egress);
      if (!direction.isNo()) {
        entries.add(
            new EntryOrder.Entry<>(
                clause(entry, direction, remote.extent(entry.block())),
                entry.number().value(),
                entry.allow().value(),
                entry.number().missing().or(entry.allow()::missing)));
      }
    }
    return EntryOrder.judge(TrafficSet.of(ports, remote.all()), entries, acl.unseen());
  }

  private static Clause<Entry> clause(Entry entry, Ternary direction, Remote.Extent extent) {
    PortSet certain = direction.isYes() ? entry.ports().value().orElse(PortSet.NONE) : PortSet.NONE;
    return new Clause<>(
        entry,
        TrafficSet.of(certain, extent.certain()),
        TrafficSet.of(entry.ports().value().orElse(PortSet.ALL), extent.possible()),
        (direction.isYes() ? Optional.<String>empty() : Optional.of(direction.missing()))
            .or(entry.ports()::missing)
            .or(extent::missing));
  }

  private Verdict verdict(Stream<Look> looks, Supplier<String> awsText) {
    return looks.map(look -> verdict(look, awsText)).reduce(Verdict::and).orElseThrow();
  }

  private Verdict verdict(Look look, Supplier<String> awsText) {
    return Findings.of(
            ACL_CLOSED, look.passes().not(), flow.at(look.acl().path()), () -> text(look), awsText)
        .orElseGet(NetworkAclFilter::open);
  }

  private static String text(Look look) {
    return "expected network ACL %s%s to let %s, found %s"
        .formatted(look.acl().id(), look.place(), look.shown(), found(look.match()));
  }

  private static String found(Match<Entry> match) {
    return match.because().stream()
        .findFirst()
        .flatMap(entry -> entry.number().value())
        .map(number ->
            "entry %d, which denies it; add an entry before it that allows it".formatted(number))
        .orElse("no entry that allows it; add one");
  }

  private static Verdict open() {
    return new Verdict.Can("the network ACLs let requests and answers through");
  }
}
