package ecraccess.reach.policy;

import static org.assertj.core.api.Assertions.assertThat;

import ecraccess.core.logic.Ternary;
import ecraccess.reach.policy.TextPattern.Kind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextPatternTest {
  private static final String LETTERS = "abc";

  @ParameterizedTest
  @CsvSource({
    "*,            '',      YES",
    "*,            x,       YES",
    "a*,           ab,      YES",
    "a*,           ba,      NO",
    "a?c,          abc,     YES",
    "a?c,          ac,      NO",
    "?*,           *?,      YES",
    "*?,           *,       UNKNOWN",
    "ecr:*,        ecr:Get*, YES",
    "ecr:Get*,     ecr:*,   UNKNOWN",
    "s3:*,         ecr:*,   NO",
    "a*b*c,        aXbYc,   YES",
    "*a*,          b,       NO",
    "prod-*-x,     prod-eu-*-x, YES",
  })
  void includesOrMeetsOrMisses(String policy, String request, String expected) {
    assertThat(kind(TextPattern.glob(policy), TextPattern.glob(request))).isEqualTo(expected);
  }

  private static String kind(TextPattern policy, TextPattern request) {
    Ternary fits = policy.fits(request, "which");
    return fits.isYes() ? "YES" : fits.isNo() ? "NO" : "UNKNOWN";
  }

  /** Every answer about short patterns is that of writing out all short texts. */
  @Test
  void agreesWithAllShortTexts() {
    long seed = 20_261_127;
    Random random = new Random(seed);
    List<String> texts = texts(5);
    for (int round = 0; round < 1_500; round++) {
      String policy = randomPattern(random, 4);
      String request = randomPattern(random, 3);
      boolean all = true;
      boolean some = false;
      for (String text : texts) {
        if (matches(request, text)) {
          all &= matches(policy, text);
          some |= matches(policy, text);
        }
      }
      TextPattern one = TextPattern.glob(policy);
      TextPattern other = TextPattern.glob(request);
      assertThat(one.includes(other)).as("%s includes %s", policy, request).isEqualTo(all);
      assertThat(one.meets(other)).as("%s meets %s", policy, request).isEqualTo(some);
    }
    System.out.println("TextPatternTest: 1500 pairs, seed " + seed);
  }

  private static String randomPattern(Random random, int longest) {
    StringBuilder text = new StringBuilder();
    for (int left = random.nextInt(longest + 1); left > 0; left--) {
      // c is written nowhere, as in the open alphabet of names and ARNs.
      text.append("ab*?".charAt(random.nextInt(4)));
    }
    return text.toString();
  }

  private static List<String> texts(int longest) {
    List<String> all = new ArrayList<>(List.of(""));
    for (int i = 0; i < all.size(); i++) {
      if (all.get(i).length() < longest) {
        for (char letter : LETTERS.toCharArray()) {
          all.add(all.get(i) + letter);
        }
      }
    }
    return all;
  }

  private static boolean matches(String glob, String text) {
    if (glob.isEmpty()) {
      return text.isEmpty();
    }
    if (glob.charAt(0) == '*') {
      return matches(glob.substring(1), text)
          || (!text.isEmpty() && matches(glob, text.substring(1)));
    }
    return !text.isEmpty()
        && (glob.charAt(0) == '?' || glob.charAt(0) == text.charAt(0))
        && matches(glob.substring(1), text.substring(1));
  }

  @Test
  void equalHolesStandForTheSameText() {
    TextPattern account = TextPattern.hole("AWS::AccountId", "the account", Kind.ACCOUNT);
    TextPattern arn = TextPattern.literal("arn:aws:iam::").then(account);
    assertThat(kind(arn.then(TextPattern.glob(":*")), arn.then(TextPattern.glob(":role/x"))))
        .isEqualTo("YES");
  }

  @Test
  void anAccountIsTwelveDigits() {
    TextPattern account = TextPattern.hole("AWS::AccountId", "the account", Kind.ACCOUNT);
    assertThat(kind(TextPattern.literal("111122223333"), account)).isEqualTo("UNKNOWN");
    assertThat(kind(TextPattern.literal("11112222333"), account)).isEqualTo("NO");
    assertThat(kind(TextPattern.literal("web"), account)).isEqualTo("NO");
    assertThat(TextPattern.literal("111122223333").fits(account, "").missing())
        .isEqualTo("the account");
  }

  @Test
  void aNewNameIsNothingThatIsWrittenOut() {
    TextPattern bucket = TextPattern.hole("Bucket", "the bucket", Kind.NEW_NAME);
    TextPattern objects =
        TextPattern.literal("arn:aws:s3:::").then(bucket).then(TextPattern.glob("/*"));
    assertThat(kind(objects, TextPattern.glob("arn:aws:s3:::layers/*"))).isEqualTo("NO");
    assertThat(kind(objects, TextPattern.glob("arn:aws:s3:::layers*/*"))).isEqualTo("UNKNOWN");
    assertThat(kind(TextPattern.glob("arn:aws:s3:::*/*"), objects)).isEqualTo("YES");
    assertThat(kind(objects, objects)).isEqualTo("YES");
    TextPattern other = TextPattern.hole("Other", "the other", Kind.NEW_NAME);
    assertThat(kind(bucket, other)).isEqualTo("NO");
  }

  @Test
  void aWordHoldsNoColon() {
    TextPattern region = TextPattern.hole("AWS::Region", "the region", Kind.WORD);
    assertThat(kind(region, TextPattern.literal("a:b"))).isEqualTo("NO");
    assertThat(kind(region, TextPattern.literal("eu-west-1"))).isEqualTo("UNKNOWN");
  }

  @Test
  void manyStarsTakeNoLongerThanAFew() {
    TextPattern stars = TextPattern.glob("*a?".repeat(200) + "b");
    TextPattern request = TextPattern.glob("*a".repeat(200));
    long start = System.nanoTime();
    stars.fits(request, "");
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
  }
}
