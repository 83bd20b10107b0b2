package ecraccess.cli.source;

import static ecraccess.cli.source.Sources.file;
import static ecraccess.cli.source.Sources.json;
import static org.assertj.core.api.Assertions.assertThat;

import ecraccess.core.json.Json;
import org.junit.jupiter.api.Test;

/** One value changed, added or removed, in every style that YAML has for it. */
class SmallEditsTest {

  @Test
  void listItemGivesWayToSeveral() {
    SourceFile file = file("a:\n# first\n- x # ex\n- EcrAccess # gone\n# last\n-  'y'\nb: 1\n");

    assertThat(file.withJson(json("{\"a\": [\"x\", \"A\", \"B\", \"y\", 5], \"b\": 1}")))
        .isEqualTo("a:\n# first\n- x # ex\n- A\n- B\n# last\n-  'y'\n- 5\nb: 1\n");
  }

  @Test
  void listItemsAreRemovedWithTheirLines() {
    SourceFile file =
        file("a:\n  - x\n  -\n    k: v\n    # c\n    l: w\n  - [y, z]\n  - - p\n    - q\n");

    assertThat(file.withJson(json("{\"a\": [{\"k\": \"v\", \"l\": \"w\"}, [\"y\", \"z\"]]}")))
        .isEqualTo("a:\n  -\n    k: v\n    # c\n    l: w\n  - [y, z]\n");
  }

  @Test
  void listItemsAreChangedInside() {
    SourceFile file = file("a:\n  - k: v # c\n    l: w # d\n  - [y, z]\n  - - p\n    - q # e\n");

    assertThat(file.withJson(json("{\"a\": [{\"l\": \"w\"}, [\"z\"], [\"q\"]]}")))
        .isEqualTo("a:\n  - l: w # d\n  - [z]\n  - - q # e\n");
  }

  @Test
  void membersAreAddedWhereTheyBelong() {
    SourceFile file = file("a:\n  m: |+\n    text\n\n\nb: {x: 1}\n");

    assertThat(
            file.withJson(
                json(
                    "{\"z\": 1, \"a\": {\"m\": \"text\\n\\n\\n\", \"o\": 2}, \"b\": {\"x\": 1,"
                        + " \"w\": [2]}, \"c\": {\"d\": {\"Fn::If\": [\"C\", 1, 2]}}}")))
        .isEqualTo(
            """
            z: 1
            a:
              m: |+
                text


              o: 2
            b: {x: 1, w: [2]}
            c:
              d: !If [C, 1, 2]
            """);
  }

  @Test
  void changeInsideAShortFormIsMadeInside() {
    SourceFile file =
        file("a: !Join # how\n  - ','\n  - [!Ref A, !Ref B] # what\nb: !Sub '${A}'\n");

    assertThat(
            file.withJson(
                json(
                    "{\"a\": {\"Fn::Join\": [\",\", [{\"Ref\": \"A\"}, {\"Ref\": \"C\"}]]}, \"b\":"
                        + " {\"Fn::Sub\": \"${B}\"}}")))
        .isEqualTo("a: !Join # how\n  - ','\n  - [!Ref A, !Ref C] # what\nb: !Sub \"${B}\"\n");
  }

  @Test
  void emptyValueIsFilled() {
    assertThat(file("a:\nb: # c\n").withJson(json("{\"a\": 1, \"b\": {\"Ref\": \"X\"}}")))
        .isEqualTo("a: 1\nb: !Ref X # c\n");
  }

  @Test
  void longValueGetsLinesOfItsOwnAndTheCommentStays() {
    String a = "a".repeat(50);
    String b = "b".repeat(50);

    assertThat(
            file("x:\n  v: 1 # c\n  z:\n  - 2 # d\ny: 3")
                .withJson(
                    json(
                        "{'x': {'v': ['%1$s', '%2$s'], 'z': [{'%1$s': '%2$s'}]}, 'y': 3}"
                            .replace('\'', '"')
                            .formatted(a, b))))
        .isEqualTo(
            "x:\n  v: # c\n    - %1$s\n    - %2$s\n  z:\n  - %1$s: %2$s # d\ny: 3".formatted(a, b));
  }

  @Test
  void textOfSeveralLinesStaysOne() {
    String text =
        """
        UserData:
          Fn::Base64: !Sub |
            #!/bin/sh
            echo ${EcrAccess.EcrApiEndpoint.Id} > /etc/a-file-name-of-some-length

            exit

        # next
        b: 1
        """;
    SourceFile file = file(text);
    Json script =
        new Json.Str("#!/bin/sh\necho ${Api} > /etc/a-file-name-of-some-length\n\nexit\n");
    Json.Obj userData = Json.Obj.of("Fn::Base64", Json.Obj.of("Fn::Sub", script));

    assertThat(file.withJson(file.json().with("UserData", userData)))
        .isEqualTo(text.replace("EcrAccess.EcrApiEndpoint.Id", "Api"));
  }

  @Test
  void emptiedCollectionIsWrittenAsSuch() {
    assertThat(file("a:\n  b: 1\nc: [1] # one\n").withJson(json("{\"a\": {}, \"c\": []}")))
        .isEqualTo("a: {}\nc: [] # one\n");
  }

  @Test
  void changedAnchorIsWrittenAnewWithItsAliases() {
    assertThat(file("a: &x # c\n  - 1\nb: *x\n").withJson(json("{\"a\": [2], \"b\": [1]}")))
        .isEqualTo("a:\n  - 2\nb:\n  - 1\n");
  }

  @Test
  void changedAliasIsReplacedAlone() {
    assertThat(file("a: &x [1] # c\nb: *x # d\n").withJson(json("{\"a\": [1], \"b\": [2]}")))
        .isEqualTo("a: &x [1] # c\nb: [2] # d\n");
  }

  @Test
  void otherOrderIsWrittenAnew() {
    assertThat(file("a: 1 # c\nb: 2\n").withJson(json("{\"b\": 2, \"a\": 1}")))
        .isEqualTo("b: 2\na: 1\n");
  }

  @Test
  void sameNumberInOtherDigitsIsAChange() {
    assertThat(file("a: 1.10 # c\n").withJson(json("{\"a\": 1.1}"))).isEqualTo("a: 1.1 # c\n");
  }

  @Test
  void manyEntriesAreReplacedInReasonableTime() {
    StringBuilder text = new StringBuilder("Resources:\n");
    for (int i = 0; i < 20_000; i++) {
      text.append("  R").append(i).append(": {Type: T} # ").append(i).append('\n');
    }
    SourceFile file = file(text.toString());
    Json.Obj resources = (Json.Obj) file.json().get("Resources").orElseThrow();

    String edited = file.withJson(file.json().with("Resources", resources.without("R19999")));

    assertThat(edited + "  R19999: {Type: T} # 19999\n").isEqualTo(text.toString());
  }
}
