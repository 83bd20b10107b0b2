package ecraccess.cli.source;

import static ecraccess.cli.source.Sources.error;
import static ecraccess.cli.source.Sources.meaning;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class YamlReadingTest {

  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      quoteCharacter = '`',
      value = {
        "!Ref X => {\"Ref\":\"X\"}",
        "!Ref => {\"Ref\":\"\"}",
        "!Condition X => {\"Condition\":\"X\"}",
        "!Sub 80 => {\"Fn::Sub\":\"80\"}",
        "!GetAtt A.B => {\"Fn::GetAtt\":[\"A\",\"B\"]}",
        "!GetAtt A.B.C => {\"Fn::GetAtt\":[\"A\",\"B.C\"]}",
        "!GetAtt [A, B.C] => {\"Fn::GetAtt\":[\"A\",\"B.C\"]}",
        "!GetAZs '' => {\"Fn::GetAZs\":\"\"}",
        "!Join ['-', [!Ref A, b]] => {\"Fn::Join\":[\"-\",[{\"Ref\":\"A\"},\"b\"]]}",
        "!Transform {Name: AWS::Include} => {\"Fn::Transform\":{\"Name\":\"AWS::Include\"}}",
        "!If [C, !Ref A, !Ref AWS::NoValue] =>"
            + " {\"Fn::If\":[\"C\",{\"Ref\":\"A\"},{\"Ref\":\"AWS::NoValue\"}]}",
        "!ForEach::X [a, [b], {}] => {\"Fn::ForEach::X\":[\"a\",[\"b\"],{}]}",
        "!ToJsonString {a: 1} => {\"Fn::ToJsonString\":{\"a\":1}}",
        "!Length [a] => {\"Fn::Length\":[\"a\"]}",
      })
  void tagIsLongForm(String written, String means) {
    assertThat(meaning("a: " + written)).isEqualTo("{\"a\":" + means + "}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      quoteCharacter = '`',
      value = {
        "2010-09-09 => \"2010-09-09\"",
        "'80' => \"80\"",
        "\"true\" => \"true\"",
        "! 80 => \"80\"",
        "!!str 80 => \"80\"",
        "80 => 80",
        "-0 => -0",
        "1.10 => 1.10",
        "1e3 => 1e3",
        "1180591620717411303424 => 1180591620717411303424",
        "True => true",
        "FALSE => false",
        "tRue => \"tRue\"",
        "~ => null",
        "Null => null",
        "nULL => \"nULL\"",
        "yes => \"yes\"",
        "off => \"off\"",
        "0644 => \"0644\"",
        "1:30 => \"1:30\"",
        "1_000 => \"1_000\"",
        "+1 => \"+1\"",
        "0x1F => \"0x1F\"",
        ".5 => \".5\"",
        ".inf => \".inf\"",
      })
  void scalarHasItsType(String written, String means) {
    assertThat(meaning("a: " + written)).isEqualTo("{\"a\":" + means + "}");
  }

  @Test
  void emptyValueIsNull() {
    assertThat(meaning("a:\nb: 1\n")).isEqualTo("{\"a\":null,\"b\":1}");
  }

  @Test
  void namesAreText() {
    assertThat(meaning("80: a\ntrue: b\n~: c\n"))
        .isEqualTo("{\"80\":\"a\",\"true\":\"b\",\"~\":\"c\"}");
  }

  @Test
  void aliasStandsForItsAnchor() {
    assertThat(meaning("a: &x [1, 2]\nb: *x\n")).isEqualTo("{\"a\":[1,2],\"b\":[1,2]}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      quoteCharacter = '`',
      value = {
        "a: !GetAt B.C => 1:4 unknown tag !GetAt, did you mean !GetAtt?",
        "a: !ref B => 1:4 unknown tag !ref, did you mean !Ref?",
        "a: !Fn::Sub B => 1:4 unknown tag !Fn::Sub, did you mean !Sub?",
        "a: !Frobnicate B => 1:4 unknown tag !Frobnicate",
        "a: !!binary aGk= => 1:4 CloudFormation has no YAML type tag:yaml.org,2002:binary",
        "a: 1\\n\\nb: 2\\na: 3 => 4:1 the name \"a\" stands twice in one mapping",
        "a: {b: 1, b: 2} => 1:11 the name \"b\" stands twice in one mapping",
        "a: &x {b: 1}\\nc:\\n  <<: *x =>"
            + " 3:3 CloudFormation has no merge keys (<<), write the members out",
        "? [a]\\n: b => 1:3 a name must be plain text, without a tag or an alias",
        "a: *x => 1:4 the alias *x has no anchor before it",
        "a: &x [*x] => 1:8 the alias *x stands inside its own anchor",
        "a: 1\\n---\\nb: 2 => 2:1 a second document begins here; a template is a single one",
        "- a => 1:1 a template is a mapping of its sections",
        "text => 1:1 a template is a mapping of its sections",
        "# only => 1:1 the file is empty",
        "a: b: c => 1:5 \": \" cannot stand here; check the indentation, or put the text in quotes",
        "a:\\n\\tb: 1 => 2:1 a tab cannot indent YAML, use spaces",
        "a: @b => 1:4 text without quotes cannot begin with this character",
        "a:\\n  b: 1\\n c: 2 => 3:2 the indentation does not fit the lines above",
        "a: 1\\nb: 'x => 2:4 the quote is not closed",
        "a: \"\\\\q\" => 1:6 unknown escape in a text in double quotes; write \\\\\\\\ for a"
            + " backslash",
        "a: [b, c => 1:4 the bracket is not closed, or a comma is missing",
        "a: 1\\nb\\nc: 2 => 3:1 a line without \": \" between name and value",
        "\\s\\sa: 1\\nb: 2 => 2:1 this does not continue what stands above",
        "a: [,] => 1:5 a value is missing here",
        "a: x\u0001y => 1:5 YAML has no character U+0001",
        "%YAML 2.0\\n---\\na: 1 => 1:1 not valid YAML",
        "a: !e!x 1 => 1:4 not valid YAML: found undefined tag handle !e!",
      })
  void faultHasPlaceAndSentence(String written, String says) {
    SyntaxError error = error(written.translateEscapes());

    assertThat(error.position().line() + ":" + error.position().column() + " " + error.text())
        .isEqualTo(says.translateEscapes());
  }

  @Test
  void columnsCountCharactersAsReadersSeeThem() {
    assertThat(error("a: {\"😀é\": 1, b: !Nope x}").position()).isEqualTo(new Position(1, 17));
  }

  @Test
  void aliasBombIsRefused() {
    StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
    for (int i = 1; i < 12; i++) {
      bomb.append("a%1$d: &a%1$d [".formatted(i));
      bomb.append(("*a" + (i - 1) + ", ").repeat(10)).append("]\n");
    }

    assertThat(error(bomb.toString()).text())
        .isEqualTo("the aliases up to here make the template too large");
  }

  @ParameterizedTest
  @ValueSource(strings = {"[", "{a: ", "!Sub [", "- "})
  void depthIsLimited(String opening) {
    String text = "a:\n  " + opening.repeat(100_000);

    assertThat(error(text).text()).isEqualTo("more than 400 levels of nesting");
  }

  @Test
  void depthThroughAliasesIsLimited() {
    StringBuilder text = new StringBuilder("a0: &a0 [x]\n");
    for (int i = 1; i < 1000; i++) {
      text.append("a%1$d: &a%1$d [*a%2$d]\n".formatted(i, i - 1));
    }

    assertThat(error(text.toString()).text())
        .isEqualTo("the aliases up to here make the template too large");
  }
}
