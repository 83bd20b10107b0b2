package ecraccess.core.net;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CidrTest {
  @ParameterizedTest
  @CsvSource({
    "0.0.0.0/0, 0.0.0.0/0",
    "255.255.255.255/32, 255.255.255.255/32",
    "10.1.2.3/16, 10.1.0.0/16",
    "100.68.0.18/18, 100.68.0.0/18",
    "128.0.0.0/1, 128.0.0.0/1",
    "::/0, ::/0",
    "::1/128, ::1/128",
    "2001:DB8:0:0:1::/64, 2001:db8::/64",
    "2001:db8::1:0:0:1/128, 2001:db8::1:0:0:1/128",
    "2001:0db8:0:1:1:1:1:1/128, 2001:db8:0:1:1:1:1:1/128",
    "2600:1f18::ffff/56, 2600:1f18::/56",
    "::ffff:10.0.0.1/128, ::ffff:a00:1/128",
    "64:ff9b::/96, 64:ff9b::/96",
    "1:2:3:4:5:6:7:8/127, 1:2:3:4:5:6:7:8/127",
    "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff/65, ffff:ffff:ffff:ffff:8000::/65"
  })
  void readsBlocksAndShowsTheirCanonicalForm(String written, String canonical) {
    assertThat(Cidr.parse(written)).map(Cidr::toString).contains(canonical);
    assertThat(Cidr.parse(canonical)).isEqualTo(Cidr.parse(written));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/",
        "10.0.0.0",
        "10.0.0.0/",
        "10.0.0.0/33",
        "10.0.0.0/-1",
        "10.0.0.0/08",
        "10.0.0/8",
        "10.0.0.0.0/8",
        "10.0.0.256/32",
        "010.0.0.0/8",
        "10..0.0/8",
        ".10.0.0.0/8",
        "10.0.0.0./8",
        " 10.0.0.0/8",
        "10.0.0.0/8 ",
        "10.0.0.0/1/2",
        "a.b.c.d/8",
        "::",
        "::/129",
        ":/0",
        ":::/0",
        "1::2::3/64",
        "1:2:3:4:5:6:7/64",
        "1:2:3:4:5:6:7:8:9/64",
        "1:2:3:4:5:6:7:8::/64",
        "1:/64",
        ":1/64",
        "12345::/64",
        "g::/64",
        "::1.2.3/128",
        "1:2:3:4:5:6:7:1.2.3.4/128",
        "fe80::1%eth0/64",
        "::ffff:10.0.0.1:1/128"
      })
  void refusesWhatIsNoBlock(String written) {
    assertThat(Cidr.parse(written)).isEmpty();
  }

  @Test
  void longTextsAreNoBlocks() {
    assertThat(Cidr.parse("1".repeat(100_000) + ".0.0.0/8")).isEmpty();
    assertThat(Cidr.parse(":".repeat(100_000) + "/8")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "10.0.0.0/16, 8, 3, '10.0.0.0/24 10.0.1.0/24 10.0.2.0/24'",
    "10.0.0.0/24, 6, 4, '10.0.0.0/26 10.0.0.64/26 10.0.0.128/26 10.0.0.192/26'",
    "2001:db8::/56, 64, 2, '2001:db8::/64 2001:db8:0:1::/64'",
    "2001:db8::/56, 63, 3, '2001:db8::/65 2001:db8:0:0:8000::/65 2001:db8:0:1::/65'"
  })
  void cutsABlockIntoItsFirstParts(String block, int hostBits, int count, String expected) {
    assertThat(Cidr.parse(block).orElseThrow().cut(hostBits, count).orElseThrow())
        .extracting(Cidr::toString)
        .containsExactly(expected.split(" "));
  }

  @ParameterizedTest
  @CsvSource({"10.0.0.0/24, 8, 2", "10.0.0.0/24, 9, 1", "10.0.0.0/16, 8, 257", "10.0.0.0/16, 8, 0"})
  void cutsNoMoreThanThereIs(String block, int hostBits, int count) {
    assertThat(Cidr.parse(block).orElseThrow().cut(hostBits, count)).isEmpty();
  }
}
