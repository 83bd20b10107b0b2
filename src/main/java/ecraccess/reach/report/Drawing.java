package ecraccess.reach.report;

import java.util.List;

/**
 * Writes the elements of an SVG. Text is in a fixed-width font, so that its width is known whatever
 * font a viewer has: a column takes at most {@link #COLUMN} pixels.
 */
final class Drawing {
  /** The width of a character at 13 pixels: 0.6 em, and a little more. */
  static final int COLUMN = 8;

  static final int LINE = 18;

  private static final String STYLE =
      """
      text { font: 13px ui-monospace, SFMono-Regular, Menlo, Consolas, "DejaVu Sans Mono", monospace; fill: #1f2328 }
      .strong { font-weight: bold }
      .page { fill: #ffffff }
      .band { fill: #f6f8fa; stroke: #d1d9e0 }
      .box { fill: #ffffff; stroke: #818b98 }
      path { fill: none; stroke-width: 2 }
      .plain, .unreached { stroke: #818b98 }
      .unreached { stroke-dasharray: 2 5 }
      .can { stroke: #1a7f37 }
      .cannot { stroke: #cf222e; stroke-dasharray: 6 4 }
      .open { stroke: #9a6700; stroke-dasharray: 3 3 }
      .head { stroke-dasharray: none }
      rect.can { fill: #dafbe1 }
      rect.cannot { fill: #ffebe9; stroke-width: 2; stroke-dasharray: none }
      rect.open { fill: #fff8c5; stroke-dasharray: none }
      text.can { fill: #116329; stroke: none }
      text.cannot { fill: #a40e26; stroke: none }
      text.open { fill: #7d4e00; stroke: none }
      @media (prefers-color-scheme: dark) {
        text { fill: #f0f6fc }
        .page { fill: #0d1117 }
        .band { fill: #151b23; stroke: #3d444d }
        .box { fill: #0d1117; stroke: #9198a1 }
        .plain, .unreached { stroke: #9198a1 }
        .can { stroke: #3fb950 }
        .cannot { stroke: #f85149 }
        .open { stroke: #d29922 }
        rect.can { fill: #12361f }
        rect.cannot { fill: #4b1113 }
        rect.open { fill: #3d2e00 }
        text.can { fill: #7ee787 }
        text.cannot { fill: #ffa198 }
        text.open { fill: #f2cc60 }
      }
      """;

  private final StringBuilder elements = new StringBuilder();

  /** The whole file. */
  String document(int width, int height, String title, String description) {
    return """
    <svg xmlns="http://www.w3.org/2000/svg" width="%1$d" height="%2$d" viewBox="0 0 %1$d %2$d" role="img">
    <title>%3$s</title>
    <desc>%4$s</desc>
    <style>
    %5$s</style>
    <rect class="page" width="%1$d" height="%2$d"/>
    %6$s</svg>
    """
        .formatted(width, height, escaped(title), escaped(description), STYLE, elements);
  }

  void rectangle(String style, int x, int y, int width, int height, int radius) {
    elements.append(
        "<rect class=\"%s\" x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" rx=\"%d\"/>\n"
            .formatted(style, x, y, width, height, radius));
  }

  /** Lines of text, the first one's middle at that height. */
  void text(String style, int x, int y, List<String> lines) {
    for (int i = 0; i < lines.size(); i++) {
      elements.append(
          "<text%s x=\"%d\" y=\"%d\">%s</text>\n"
              .formatted(
                  style.isEmpty() ? "" : " class=\"" + style + "\"",
                  x,
                  y + i * LINE + 5,
                  escaped(lines.get(i))));
    }
  }

  /** What is drawn inside has an explanation, which viewers show where the pointer rests. */
  void explained(String explanation, Runnable inside) {
    elements.append("<g><title>").append(escaped(explanation)).append("</title>\n");
    inside.run();
    elements.append("</g>\n");
  }

  /** A line to the right with a sign in its middle. */
  void link(Style look, int from, int to, int y, String sign) {
    elements.append("<path class=\"%s\" d=\"M%d %dH%d\"/>\n".formatted(look.style(), from, y, to));
    if (look != Style.PLAIN) {
      elements.append(
          "<path class=\"%s head\" d=\"M%d %dl6 4l-6 4\"/>\n"
              .formatted(look.style(), to - 6, y - 4));
    }
    if (!sign.isEmpty()) {
      int middle = (from + to) / 2;
      elements.append(
          "<circle class=\"band\" cx=\"%d\" cy=\"%d\" r=\"9\"/>\n".formatted(middle, y));
      elements.append(
          "<text class=\"strong %s\" x=\"%d\" y=\"%d\" text-anchor=\"middle\">%s</text>\n"
              .formatted(look.style(), middle, y + 5, escaped(sign)));
    }
  }

  static int widest(List<String> lines) {
    return lines.stream().mapToInt(Words::width).max().orElse(0) * COLUMN;
  }

  static String escaped(String text) {
    return Words.clean(text)
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
