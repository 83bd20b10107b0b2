package ecraccess.reach.filter;

import static org.assertj.core.api.Assertions.assertThat;

import ecraccess.core.net.AddressSet;
import ecraccess.core.net.Cidr;
import ecraccess.core.net.PortSet;
import ecraccess.core.net.TrafficSet;
import ecraccess.reach.filter.Match.Outcome;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Random rules and entries against a packet-by-packet model, in which every unknown is drawn. */
class FilterLawTest {
  private static final int ADDRESSES = 8;
  private static final int PORTS = 2;
  private static final int PACKETS = ADDRESSES * PORTS;
  private static final int DRAWS = 300;
  private static final int ROUNDS = 1_500;
  private static final long SEED = 20_261_127;

  /**
   * One rule or entry.
   *
   * @param certain the packets that it matches for sure
   * @param possible those that it may match
   */
  private record Drawn(
      BitSet certain,
      BitSet possible,
      Optional<Integer> number,
      Optional<Boolean> allows,
      int index) {

    static Drawn of(Random random, int index) {
      BitSet certain = rectangle(random);
      BitSet possible = (BitSet) certain.clone();
      if (random.nextInt(4) == 0) {
        certain = random.nextBoolean() ? new BitSet() : certain;
        possible.or(rectangle(random));
      }
      return new Drawn(
          certain,
          possible,
          random.nextInt(5) == 0 ? Optional.empty() : Optional.of(100 + index),
          random.nextInt(6) == 0 ? Optional.empty() : Optional.of(random.nextBoolean()),
          index);
    }

    boolean isKnown() {
      return certain.equals(possible);
    }

    Clause<Integer> clause() {
      return new Clause<>(
          index,
          traffic(certain),
          traffic(possible),
          isKnown() ? Optional.empty() : Optional.of("the block of " + index));
    }

    EntryOrder.Entry<Integer> entry() {
      return new EntryOrder.Entry<>(
          clause(),
          number,
          allows,
          number.isPresent() && allows.isPresent()
              ? Optional.empty()
              : Optional.of("the number or action of " + index));
    }

    /** What it turns out to match. */
    BitSet drawn(Random random) {
      BitSet matched = (BitSet) certain.clone();
      if (!isKnown()) {
        int form = random.nextInt(3);
        for (int i = possible.nextSetBit(0); i >= 0; i = possible.nextSetBit(i + 1)) {
          if (form == 0 || form == 1 && random.nextBoolean()) {
            matched.set(i);
          }
        }
      }
      return matched;
    }
  }

  private static BitSet rectangle(Random random) {
    int host = random.nextInt(4);
    int base = random.nextInt(ADDRESSES) >> host << host;
    int ports = 1 + random.nextInt(3);
    BitSet packets = new BitSet();
    for (int port = 0; port < PORTS; port++) {
      if ((ports >> port & 1) != 0) {
        packets.set(port * ADDRESSES + base, port * ADDRESSES + base + (1 << host));
      }
    }
    return packets;
  }

  private static TrafficSet traffic(BitSet packets) {
    TrafficSet all = TrafficSet.EMPTY;
    for (int i = packets.nextSetBit(0); i >= 0; i = packets.nextSetBit(i + 1)) {
      all =
          all.union(
              TrafficSet.of(
                  PortSet.tcp(443 + i / ADDRESSES),
                  AddressSet.of(new Cidr(Cidr.Family.IPV4, 0, i % ADDRESSES, 32))));
    }
    return all;
  }

  private static List<Drawn> all(Random random) {
    List<Drawn> all = new ArrayList<>();
    for (int i = random.nextInt(6); i > 0; i--) {
      all.add(Drawn.of(random, i));
    }
    return all;
  }

  private static BitSet sent(Random random) {
    return rectangle(random);
  }

  /** Which packets pass, in one drawing of all unknowns. */
  private interface Model {
    BitSet passed(List<Drawn> all, BitSet sent, Random random);
  }

  private static BitSet byRules(List<Drawn> rules, BitSet sent, Random random) {
    BitSet passed = new BitSet();
    rules.forEach(rule -> passed.or(rule.drawn(random)));
    passed.and(sent);
    return passed;
  }

  private static BitSet byEntries(List<Drawn> entries, BitSet sent, Random random) {
    List<Drawn> order = new ArrayList<>(entries);
    order.removeIf(entry -> entry.number().isEmpty());
    order.sort((one, other) -> one.number().orElseThrow() - other.number().orElseThrow());
    for (Drawn entry : entries) {
      if (entry.number().isEmpty()) {
        order.add(random.nextInt(order.size() + 1), entry);
      }
    }
    BitSet left = (BitSet) sent.clone();
    BitSet passed = new BitSet();
    for (Drawn entry : order) {
      BitSet matched = entry.drawn(random);
      matched.and(left);
      left.andNot(matched);
      if (entry.allows().orElseGet(random::nextBoolean)) {
        passed.or(matched);
      }
    }
    return passed;
  }

  /**
   * What passes and what stops must hold in every drawing, and what is open must come out both
   * ways.
   */
  private static void holds(Match<Integer> match, List<Drawn> all, BitSet sent, Model model) {
    Random random = new Random(7);
    BitSet passedOnce = new BitSet();
    BitSet stoppedOnce = new BitSet();
    for (int i = 0; i < DRAWS; i++) {
      BitSet passed = model.passed(all, sent, random);
      passedOnce.or(passed);
      BitSet stopped = (BitSet) sent.clone();
      stopped.andNot(passed);
      stoppedOnce.or(stopped);
    }
    Outcome expected =
        stoppedOnce.isEmpty()
            ? Outcome.PASSES
            : passedOnce.isEmpty() ? Outcome.STOPS : Outcome.OPEN;
    assertThat(match.outcome()).as("%s of %s", sent, all).isEqualTo(expected);
    assertThat(match.rest()).isEqualTo(traffic(stoppedOnce));
    assertThat(match.missing().isPresent() && expected != Outcome.OPEN).isFalse();
    boolean allKnown =
        all.stream()
            .allMatch(one -> one.isKnown() && one.number().isPresent() && one.allows().isPresent());
    assertThat(match.missing().isPresent() && allKnown).isFalse();
  }

  @Test
  void rulesOfSecurityGroups() {
    Random random = new Random(SEED);
    for (int round = 0; round < ROUNDS; round++) {
      List<Drawn> rules = all(random);
      BitSet sent = sent(random);
      Match<Integer> match =
          RuleUnion.judge(
              traffic(sent), rules.stream().map(Drawn::clause).toList(), Optional.empty());
      // Rules have neither numbers nor actions.
      List<Drawn> same =
          rules.stream()
              .map(rule ->
                  new Drawn(
                      rule.certain(),
                      rule.possible(),
                      Optional.of(1),
                      Optional.of(true),
                      rule.index()))
              .toList();
      holds(match, same, sent, FilterLawTest::byRules);
    }
  }

  @Test
  void entriesOfNetworkAcls() {
    Random random = new Random(SEED);
    for (int round = 0; round < ROUNDS; round++) {
      List<Drawn> entries = all(random);
      BitSet sent = sent(random);
      List<EntryOrder.Entry<Integer>> shuffled =
          new ArrayList<>(entries.stream().map(Drawn::entry).toList());
      Collections.shuffle(shuffled, random);
      holds(
          EntryOrder.judge(traffic(sent), shuffled, Optional.empty()),
          entries,
          sent,
          FilterLawTest::byEntries);
    }
  }

  @Test
  void evidenceOfKnownRulesIsEnough() {
    Random random = new Random(SEED);
    int seen = 0;
    for (int round = 0; round < ROUNDS; round++) {
      List<Clause<Integer>> rules =
          all(random).stream()
              .map(rule -> Clause.known(rule.index(), traffic(rule.certain())))
              .toList();
      TrafficSet sent = traffic(sent(random));
      Match<Integer> match = RuleUnion.judge(sent, rules, Optional.empty());
      if (match.outcome() == Outcome.PASSES) {
        seen++;
        List<Clause<Integer>> named =
            rules.stream().filter(rule -> match.because().contains(rule.evidence())).toList();
        assertThat(RuleUnion.judge(sent, named, Optional.empty()).outcome())
            .isEqualTo(Outcome.PASSES);
      }
    }
    assertThat(seen).isGreaterThan(100);
  }

  @Test
  void whatNobodyHasSeenLeavesOpenWhatItMayChange() {
    TrafficSet https = TrafficSet.of(PortSet.tcp(443), AddressSet.IPV4);
    Optional<String> unseen = Optional.of("the rules of sg-1");
    Clause<Integer> everything = Clause.known(1, https);
    EntryOrder.Entry<Integer> allow =
        new EntryOrder.Entry<>(everything, Optional.of(100), Optional.of(true), Optional.empty());
    assertThat(RuleUnion.judge(https, List.of(everything), unseen).outcome())
        .isEqualTo(Outcome.PASSES);
    assertThat(RuleUnion.<Integer>judge(https, List.of(), unseen).missing()).isEqualTo(unseen);
    assertThat(EntryOrder.judge(https, List.of(allow), unseen).missing()).isEqualTo(unseen);
  }
}
