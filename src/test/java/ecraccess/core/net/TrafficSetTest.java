package ecraccess.core.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.BitSet;
import java.util.Random;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

class TrafficSetTest {
  private static final int PORTS = 12;
  private static final int ADDRESSES = 16;

  /** The same set twice: ours, and as bits, one for each port and address. */
  private record Both(TrafficSet ours, BitSet bits) {
    static Both random(Random random) {
      TrafficSet ours = TrafficSet.EMPTY;
      BitSet bits = new BitSet(PORTS * ADDRESSES);
      for (int i = random.nextInt(5); i > 0; i--) {
        int first = random.nextInt(PORTS);
        int last = Math.min(PORTS - 1, first + random.nextInt(PORTS));
        int host = random.nextInt(4);
        int base = random.nextInt(ADDRESSES) >> host << host;
        ours = ours.union(TrafficSet.of(ports(first, last), block(base, host)));
        for (int port = first; port <= last; port++) {
          bits.set(port * ADDRESSES + base, port * ADDRESSES + base + (1 << host));
        }
      }
      return new Both(ours, bits);
    }
  }

  /** Half of them are TCP's last ports, half are the first ones of the next protocol. */
  private static PortSet ports(int first, int last) {
    PortSet all = PortSet.NONE;
    for (int port = first; port <= last; port++) {
      int half = PORTS / 2;
      all =
          all.union(
              port < half
                  ? PortSet.tcp(PortSet.LAST - half + 1 + port)
                  : PortSet.of(PortSet.TCP + 1, port - half, port - half));
    }
    return all;
  }

  private static AddressSet block(int base, int host) {
    return AddressSet.of(new Cidr(Cidr.Family.IPV4, 0, 0x0a000000L + base, 32 - host));
  }

  private static BitSet members(TrafficSet set) {
    BitSet bits = new BitSet();
    for (int port = 0; port < PORTS; port++) {
      for (int address = 0; address < ADDRESSES; address++) {
        bits.set(
            port * ADDRESSES + address,
            set.contains(TrafficSet.of(ports(port, port), block(address, 0))));
      }
    }
    return bits;
  }

  private static BitSet bits(Both one, Both other, BiConsumer<BitSet, BitSet> op) {
    BitSet result = (BitSet) one.bits().clone();
    op.accept(result, other.bits());
    return result;
  }

  @Test
  void computesAsBruteForceDoes() {
    Random random = new Random(20_261_127);
    for (int round = 0; round < 1_500; round++) {
      Both a = Both.random(random);
      Both b = Both.random(random);
      assertThat(members(a.ours().union(b.ours()))).isEqualTo(bits(a, b, BitSet::or));
      assertThat(members(a.ours().intersect(b.ours()))).isEqualTo(bits(a, b, BitSet::and));
      assertThat(members(a.ours().minus(b.ours()))).isEqualTo(bits(a, b, BitSet::andNot));
      assertThat(a.ours().overlaps(b.ours())).isEqualTo(a.bits().intersects(b.bits()));
      assertThat(a.ours().contains(b.ours())).isEqualTo(bits(b, a, BitSet::andNot).isEmpty());
      assertThat(a.ours().equals(b.ours())).isEqualTo(a.bits().equals(b.bits()));
      assertThat(a.ours().union(b.ours())).isEqualTo(b.ours().union(a.ours()));
    }
  }

  @Test
  void partsHavePortsOfTheirOwnAndAddressesOfTheirOwn() {
    Random random = new Random(3);
    for (int round = 0; round < 500; round++) {
      TrafficSet set = Both.random(random).ours().minus(Both.random(random).ours());
      for (TrafficSet.Part part : set.parts()) {
        assertThat(part.ports().isEmpty() || part.addresses().isEmpty()).isFalse();
        for (TrafficSet.Part other : set.parts()) {
          assertThat(part.equals(other) || !part.ports().overlaps(other.ports())).isTrue();
          assertThat(part.equals(other) || !part.addresses().equals(other.addresses())).isTrue();
        }
      }
    }
  }

  @Test
  void adjoiningPortsAreOne() {
    TrafficSet both =
        TrafficSet.of(PortSet.tcp(1024, 45_000), AddressSet.IPV4)
            .union(TrafficSet.of(PortSet.tcp(45_001, 65_535), AddressSet.IPV4));
    assertThat(both).hasToString("TCP 1024-65535 with 0.0.0.0/0");
    assertThat(both.contains(TrafficSet.of(PortSet.tcp(32_768, 60_999), AddressSet.IPV4))).isTrue();
  }

  @Test
  void portsAreShownByProtocol() {
    assertThat(PortSet.ALL).hasToString("all traffic");
    assertThat(PortSet.NONE).hasToString("no port");
    assertThat(PortSet.tcp(443).union(PortSet.of(PortSet.UDP, 53, 54)))
        .hasToString("TCP 443, UDP 53-54");
    assertThat(PortSet.protocol(1).union(PortSet.protocol(47))).hasToString("ICMP, protocol 47");
    assertThat(PortSet.tcp(0, PortSet.LAST)).isEqualTo(PortSet.protocol(PortSet.TCP));
    assertThat(PortSet.ALL.minus(PortSet.tcp(443)).union(PortSet.tcp(443))).isEqualTo(PortSet.ALL);
    assertThat(PortSet.tcp(443, 80)).isEqualTo(PortSet.NONE);
    assertThat(PortSet.tcp(443).complement().overlaps(PortSet.tcp(443))).isFalse();
  }

  @Test
  void refusesPortsThatDoNotExist() {
    assertThatIllegalArgumentException().isThrownBy(() -> PortSet.tcp(65_536));
    assertThatIllegalArgumentException().isThrownBy(() -> PortSet.of(256, 0, 1));
  }
}
