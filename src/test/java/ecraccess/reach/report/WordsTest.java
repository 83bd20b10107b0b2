package ecraccess.reach.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WordsTest {

  @Test
  void textStaysOnOneLineAndOffTheTerminalsControls() {
    assertThat(Words.clean("a\n\t b\u001b[31m\u0000\u202e\ud800\ufffe é子😀"))
        .isEqualTo("a b\ufffd[31m\ufffd\ufffd\ufffd\ufffd é子😀");
  }

  @Test
  void whatMayBeWideCountsTwice() {
    assertThat(Words.width("aé子😀")).isEqualTo(6);
  }

  @Test
  void wrappingLeavesLongWordsWhole() {
    assertThat(Words.wrap("one two https://long.example three", 8))
        .containsExactly("one two", "https://long.example", "three");
    assertThat(Words.wrap("12345 78", 8)).containsExactly("12345 78");
    assertThat(Words.wrap("12345 789", 8)).containsExactly("12345", "789");
    assertThat(Words.wrap("", 8)).containsExactly("");
  }

  @Test
  void fittingCutsLongWordsWhereNamesHaveJoints() {
    assertThat(Words.fit("to api.ecr.eu-west-1.amazonaws.com", 16))
        .containsExactly("to", "api.ecr.eu-west-", "1.amazonaws.com");
    assertThat(Words.fit("a.cdefghij", 8)).containsExactly("a.cdefgh", "ij");
    assertThat(Words.fit("子子子", 4)).containsExactly("子子", "子");
  }
}
