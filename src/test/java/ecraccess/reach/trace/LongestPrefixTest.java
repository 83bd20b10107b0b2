package ecraccess.reach.trace;

import static org.assertj.core.api.Assertions.assertThat;

import ecraccess.core.net.AddressSet;
import ecraccess.core.net.Cidr;
import ecraccess.reach.trace.LongestPrefix.Candidate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LongestPrefixTest {
  private static final int SIZE = 32;

  private static AddressSet address(int number) {
    return AddressSet.of(new Cidr(Cidr.Family.IPV4, 0, number, 32));
  }

  /** The route of one address, found by looking at every route. */
  private static Optional<Integer> slowly(int address, List<Candidate<Integer>> routes) {
    Optional<Integer> best = Optional.empty();
    int longest = -1;
    for (Candidate<Integer> route : routes) {
      for (Cidr block : route.blocks().orElseThrow()) {
        if (block.prefix() > longest && AddressSet.of(block).contains(address(address))) {
          longest = block.prefix();
          best = Optional.of(route.route());
        }
      }
    }
    return best;
  }

  @Test
  void everyAddressTakesItsMostSpecificRoute() {
    Random random = new Random(11);
    for (int round = 0; round < 2_000; round++) {
      List<Candidate<Integer>> routes = new ArrayList<>();
      for (int i = random.nextInt(6); i > 0; i--) {
        List<Cidr> blocks = new ArrayList<>();
        for (int j = random.nextInt(3); j >= 0; j--) {
          blocks.add(new Cidr(Cidr.Family.IPV4, 0, random.nextInt(SIZE), 32 - random.nextInt(6)));
        }
        routes.add(new Candidate<>(i, Optional.of(blocks)));
      }
      AddressSet asked =
          AddressSet.of(
              new Cidr(Cidr.Family.IPV4, 0, random.nextInt(SIZE), 32 - random.nextInt(6)));
      LongestPrefix<Integer> choice = LongestPrefix.of(asked, routes);
      for (int i = 0; i < SIZE; i++) {
        AddressSet address = address(i);
        List<Integer> taken =
            choice.parts().stream()
                .filter(part -> part.addresses().contains(address))
                .map(LongestPrefix.Part::route)
                .toList();
        assertThat(taken)
            .isEqualTo(
                asked.contains(address) ? slowly(i, routes).stream().toList() : List.<Integer>of());
        assertThat(choice.rest().contains(address))
            .isEqualTo(asked.contains(address) && taken.isEmpty());
      }
      assertThat(choice.parts().stream().map(LongestPrefix.Part::route)).doesNotHaveDuplicates();
    }
  }

  private static Candidate<String> route(String name, String... blocks) {
    return new Candidate<>(
        name, Optional.of(Stream.of(blocks).map(text -> Cidr.parse(text).orElseThrow()).toList()));
  }

  @Test
  void halvesOfTheInternetAreOneWay() {
    LongestPrefix<String> choice =
        LongestPrefix.of(
            AddressSet.IPV4, List.of(route("nat", "0.0.0.0/1"), route("nat", "128.0.0.0/1")));
    assertThat(choice.rest().isEmpty()).isTrue();
    assertThat(choice.parts()).containsExactly(new LongestPrefix.Part<>("nat", AddressSet.IPV4));
  }

  @Test
  void ofTwoThatAreAsSpecificTheFirstCounts() {
    LongestPrefix<String> choice =
        LongestPrefix.of(
            AddressSet.parse("10.0.1.0/24").orElseThrow(),
            List.of(route("appliance", "10.0.0.0/16"), route("local", "10.0.0.0/16")));
    assertThat(choice.parts()).extracting(LongestPrefix.Part::route).containsExactly("appliance");
  }

  @Test
  void routesWithoutAKnownDestinationMayTakeAnything() {
    LongestPrefix<String> choice =
        LongestPrefix.of(
            AddressSet.IPV4,
            List.of(new Candidate<>("somewhere", Optional.empty()), route("nat", "0.0.0.0/0")));
    assertThat(choice.open()).containsExactly("somewhere");
    assertThat(choice.parts()).extracting(LongestPrefix.Part::route).containsExactly("nat");
  }
}
