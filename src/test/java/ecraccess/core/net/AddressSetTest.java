package ecraccess.core.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class AddressSetTest {
  private static final int SIZE = 64;
  private static final int BITS = 6;
  private static final int ROUNDS = 400;

  /**
   * 64 neighbouring addresses, at an edge of the address space or across the middle of an address.
   *
   * @param first the first one, as a number
   */
  record Universe(Cidr.Family family, BigInteger first) {
    static Stream<Universe> all() {
      BigInteger ipv6 = BigInteger.TWO.pow(128);
      BigInteger size = BigInteger.valueOf(SIZE);
      return Stream.of(
          new Universe(Cidr.Family.IPV4, BigInteger.ZERO),
          new Universe(Cidr.Family.IPV4, BigInteger.TWO.pow(32).subtract(size)),
          new Universe(Cidr.Family.IPV4, BigInteger.TWO.pow(31)),
          new Universe(Cidr.Family.IPV6, BigInteger.ZERO),
          new Universe(Cidr.Family.IPV6, ipv6.subtract(size)),
          new Universe(Cidr.Family.IPV6, BigInteger.TWO.pow(64).subtract(size)),
          new Universe(Cidr.Family.IPV6, BigInteger.TWO.pow(64)),
          new Universe(Cidr.Family.IPV6, BigInteger.TWO.pow(127)));
    }

    Cidr block(int at, int hostBits) {
      BigInteger address = first.add(BigInteger.valueOf(at));
      return new Cidr(
          family,
          address.shiftRight(64).longValue(),
          address.longValue(),
          family.bits() - hostBits);
    }

    AddressSet everything() {
      return AddressSet.of(block(0, BITS));
    }

    BitSet members(AddressSet set) {
      BitSet members = new BitSet(SIZE);
      for (int i = 0; i < SIZE; i++) {
        members.set(i, set.contains(AddressSet.of(block(i, 0))));
      }
      return members;
    }
  }

  /** The same set twice: ours, and as bits. */
  private record Both(AddressSet ours, BitSet bits) {
    static Both random(Universe universe, Random random) {
      AddressSet ours = AddressSet.EMPTY;
      BitSet bits = new BitSet(SIZE);
      for (int i = random.nextInt(5); i > 0; i--) {
        int at = random.nextInt(SIZE);
        int host = random.nextInt(BITS);
        int first = at >> host << host;
        ours = ours.union(AddressSet.of(universe.block(at, host)));
        bits.set(first, first + (1 << host));
      }
      return new Both(ours, bits);
    }
  }

  private static BitSet bits(BitSet one, BitSet other, BiConsumer<BitSet, BitSet> op) {
    BitSet result = (BitSet) one.clone();
    op.accept(result, other);
    return result;
  }

  @ParameterizedTest
  @MethodSource("ecraccess.core.net.AddressSetTest$Universe#all")
  void computesAsBruteForceDoes(Universe universe) {
    Random random = new Random(4711);
    for (int round = 0; round < ROUNDS; round++) {
      Both a = Both.random(universe, random);
      Both b = Both.random(universe, random);
      assertThat(universe.members(a.ours().union(b.ours())))
          .isEqualTo(bits(a.bits(), b.bits(), BitSet::or));
      assertThat(universe.members(a.ours().intersect(b.ours())))
          .isEqualTo(bits(a.bits(), b.bits(), BitSet::and));
      assertThat(universe.members(a.ours().minus(b.ours())))
          .isEqualTo(bits(a.bits(), b.bits(), BitSet::andNot));
      assertThat(universe.members(universe.everything().minus(a.ours()).complement()))
          .isEqualTo(a.bits());
      assertThat(a.ours().overlaps(b.ours())).isEqualTo(a.bits().intersects(b.bits()));
      assertThat(a.ours().contains(b.ours()))
          .isEqualTo(bits(b.bits(), a.bits(), BitSet::andNot).isEmpty());
      assertThat(a.ours().isEmpty()).isEqualTo(a.bits().isEmpty());
      assertThat(a.ours().equals(b.ours())).isEqualTo(a.bits().equals(b.bits()));
    }
  }

  /** The fewest blocks, found the slow way: a block is whole, or both of its halves are told. */
  private static int fewest(BitSet bits, int first, int size) {
    int set = bits.get(first, first + size).cardinality();
    return set == 0
        ? 0
        : set == size
            ? 1
            : fewest(bits, first, size / 2) + fewest(bits, first + size / 2, size / 2);
  }

  @ParameterizedTest
  @MethodSource("ecraccess.core.net.AddressSetTest$Universe#all")
  void isToldInTheFewestBlocks(Universe universe) {
    Random random = new Random(42);
    for (int round = 0; round < ROUNDS; round++) {
      Both a = Both.random(universe, random);
      List<Cidr> blocks = a.ours().blocks();
      assertThat(blocks).hasSize(fewest(a.bits(), 0, SIZE));
      assertThat(AddressSet.union(blocks.stream().map(AddressSet::of).toList()))
          .isEqualTo(a.ours());
    }
  }

  private static AddressSet set(String blocks) {
    return AddressSet.union(
        Stream.of(blocks.split(" ")).map(text -> AddressSet.parse(text).orElseThrow()).toList());
  }

  @ParameterizedTest
  @CsvSource({
    "0.0.0.0/1 128.0.0.0/1, 0.0.0.0/0",
    "::/1 8000::/1, ::/0",
    "10.0.0.0/25 10.0.0.128/25, 10.0.0.0/24",
    "10.0.1.0/24 10.0.0.0/24, 10.0.0.0/23",
    "10.0.1.0/24 10.0.2.0/24, '10.0.1.0/24, 10.0.2.0/24'",
    "10.0.0.0/8 10.1.0.0/16, 10.0.0.0/8",
    "::/0 0.0.0.0/0, '0.0.0.0/0, ::/0'",
    "2001:db8::/33 2001:db8:8000::/33, 2001:db8::/32"
  })
  void adjoiningBlocksAreOne(String written, String shown) {
    assertThat(set(written)).hasToString(shown);
  }

  @Test
  void hasAllAddressesOfBothFamilies() {
    assertThat(set("0.0.0.0/1 128.0.0.0/1")).isEqualTo(AddressSet.IPV4);
    assertThat(set("::/1 8000::/1")).isEqualTo(AddressSet.IPV6);
    assertThat(AddressSet.ALL.complement()).isEqualTo(AddressSet.EMPTY);
    assertThat(AddressSet.EMPTY.complement()).isEqualTo(AddressSet.ALL);
    assertThat(AddressSet.IPV4.complement()).isEqualTo(AddressSet.IPV6);
    assertThat(AddressSet.IPV6.contains(set("10.0.0.0/8"))).isFalse();
    assertThat(AddressSet.IPV4.contains(AddressSet.EMPTY)).isTrue();
    assertThat(AddressSet.EMPTY).hasToString("no address");
  }

  @Test
  void tellsTheRestOfAWholeByBlocks() {
    assertThat(set("10.0.0.0/29").minus(set("10.0.0.3/32")))
        .hasToString("10.0.0.0/31, 10.0.0.2/32, 10.0.0.4/30");
    assertThat(set("::/0").minus(set("::/128")).blocks()).hasSize(128);
  }

  @Test
  void manyBlocksAreUnitedFast() {
    List<AddressSet> halves =
        new ArrayList<>(
            IntStream.range(0, 20_000)
                .mapToObj(i -> AddressSet.of(new Cidr(Cidr.Family.IPV4, 0, 2L * i, 32)))
                .toList());
    Collections.shuffle(halves, new Random(1));
    long before = System.nanoTime();
    AddressSet all = AddressSet.union(halves);
    assertThat(all.blocks()).hasSize(20_000);
    assertThat(System.nanoTime() - before).isLessThan(2_000_000_000L);
  }
}
