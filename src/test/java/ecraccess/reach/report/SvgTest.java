package ecraccess.reach.report;

import static org.assertj.core.api.Assertions.assertThat;

import ecraccess.reach.verdict.Judgement;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class SvgTest {

  /** 0.6 em of 13 pixels: what the fixed-width fonts of all systems take, or less. */
  private static final double COLUMN = 7.83;

  @Test
  void brokenLinksAreMarkedAndTheReasonStandsBelow() {
    Expected.assertIs("broken.svg", Svg.of(Judgements.broken()));
  }

  @Test
  void everythingFromTheTemplateIsTextAndNothingElse() throws Exception {
    String svg = Svg.of(Judgements.hostile());

    Expected.assertIs("hostile.svg", svg);
    assertThat(elements(svg, "script")).isEmpty();
    assertThat(elements(svg, "text").stream().map(Element::getTextContent))
        .contains("✗ Cannot pull: 1 fault", "</text><script>\"]; end");
  }

  @ParameterizedTest
  @MethodSource("judgements")
  void whoDoesNotSeeIsTold(Judgement judgement) throws Exception {
    String svg = Svg.of(judgement);

    assertThat(elements(svg, "title").getFirst().getTextContent())
        .isEqualTo(Summary.of(judgement).sentence());
    assertThat(judgement.pulls())
        .allSatisfy(pull ->
            assertThat(elements(svg, "desc").getFirst().getTextContent())
                .contains(Mark.name(pull) + ": " + Mark.of(pull).ofPull()));
  }

  @ParameterizedTest
  @MethodSource("judgements")
  void textStaysInItsBoxAndOnThePage(Judgement judgement) throws Exception {
    String svg = Svg.of(judgement);
    int width = number(elements(svg, "svg").getFirst(), "width");
    int height = number(elements(svg, "svg").getFirst(), "height");

    assertThat(elements(svg, "text"))
        .allSatisfy(text -> {
          assertThat(right(text)).isLessThan(width - 10);
          assertThat(number(text, "y")).isBetween(10, height - 10);
        });
    for (Element group : elements(svg, "g")) {
      Element box = (Element) group.getElementsByTagName("rect").item(0);
      for (Element text : list(group.getElementsByTagName("text"))) {
        assertThat(number(text, "x")).isGreaterThan(number(box, "x"));
        assertThat(right(text)).isLessThan(number(box, "x") + number(box, "width"));
        assertThat(number(text, "y"))
            .isBetween(number(box, "y") + 10, number(box, "y") + number(box, "height") - 4);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("judgements")
  void boxesOfAPictureDoNotOverlap(Judgement judgement) throws Exception {
    List<Element> boxes = new ArrayList<>();
    for (Element group : elements(Svg.of(judgement), "g")) {
      boxes.add((Element) group.getElementsByTagName("rect").item(0));
    }
    for (Element one : boxes) {
      for (Element other : boxes.subList(boxes.indexOf(one) + 1, boxes.size())) {
        assertThat(apart(one, other, "x", "width") || apart(one, other, "y", "height")).isTrue();
      }
    }
  }

  static Stream<Judgement> judgements() {
    return Judgements.all().values().stream();
  }

  private static boolean apart(Element one, Element other, String place, String size) {
    return number(one, place) + number(one, size) <= number(other, place)
        || number(other, place) + number(other, size) <= number(one, place);
  }

  private static double right(Element text) {
    double width = Words.width(text.getTextContent()) * COLUMN;
    return number(text, "x") + (text.hasAttribute("text-anchor") ? width / 2 : width);
  }

  private static int number(Element element, String attribute) {
    return Integer.parseInt(element.getAttribute(attribute));
  }

  private static List<Element> elements(String svg, String name) throws Exception {
    return list(
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new InputSource(new StringReader(svg)))
            .getElementsByTagName(name));
  }

  private static List<Element> list(NodeList nodes) {
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < nodes.getLength(); i++) {
      elements.add((Element) nodes.item(i));
    }
    return elements;
  }
}
