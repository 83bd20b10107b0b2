package ecraccess.reach.report;

import ecraccess.reach.verdict.Trace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A box on a lane, and the link that leads to it.
 *
 * @param slot what stands in the same column on every lane: smaller ones are further left
 * @param look of a look on the way; none for the places where a trace starts and ends
 * @param link how the link looks
 * @param explanation more than the lines say
 */
record Cell(int slot, List<String> lines, Optional<Style> look, Style link, String explanation) {
  private static final List<Trace.StepKind> HOPS = List.of(Trace.StepKind.values());

  private static final int START = -1;
  private static final int TARGET = Integer.MAX_VALUE;

  /** More looks of one kind than any trace has. */
  private static final int OF_A_KIND = 1_000;

  private static final int NAME_WIDTH = 28;
  private static final int HOST_WIDTH = 40;
  static final int PADDING = 10;

  Cell {
    lines = List.copyOf(lines);
  }

  /** All boxes of a lane, from left to right. */
  static List<Cell> of(Lane lane) {
    List<Cell> cells = new ArrayList<>();
    cells.add(new Cell(START, names(lane.from()), Optional.empty(), Style.PLAIN, lane.start()));
    for (Trace.Step step : lane.steps()) {
      int slot = HOPS.indexOf(step.kind()) * OF_A_KIND;
      cells.add(step(Math.max(slot, cells.getLast().slot() + 1), step));
    }
    Trace.Purpose purpose = lane.purpose();
    List<String> target = new ArrayList<>(Words.fit(purpose.label(), HOST_WIDTH));
    target.addAll(Words.fit(purpose.host(), HOST_WIDTH));
    Style arrival = Style.ofArrival(lane.mark());
    cells.add(
        new Cell(
            TARGET,
            target,
            Optional.empty(),
            arrival,
            purpose.reason().isEmpty() ? purpose.host() : "because " + purpose.reason()));
    return cells;
  }

  private static Cell step(int slot, Trace.Step step) {
    Mark mark = Mark.of(step.verdict());
    Style look = Style.of(mark);
    String label = mark.sign() + " " + step.kind().label();
    return new Cell(slot, List.of(label), Optional.of(look), look, Mark.text(step.verdict()));
  }

  /** The lines of names, none too long for a box. */
  static List<String> names(List<String> names) {
    return names.stream().flatMap(name -> Words.fit(name, NAME_WIDTH).stream()).toList();
  }

  int width() {
    return width(lines);
  }

  int height() {
    return height(lines);
  }

  static int width(List<String> lines) {
    return Drawing.widest(lines) + 2 * PADDING;
  }

  static int height(List<String> lines) {
    return lines.size() * Drawing.LINE + PADDING;
  }

  /** What stands on the link that leads here: nothing where all is well. */
  String sign() {
    return look.isPresent() && look.get() != Style.CAN ? lines.getFirst().substring(0, 1) : "";
  }

  /** Draws the box around the height of its lane. */
  void draw(Drawing drawing, int x, int middle) {
    int top = middle - height() / 2;
    int radius = look.isPresent() ? height() / 2 : 6;
    String style = look.map(Style::style).orElse("box");
    int firstLine = top + (PADDING + Drawing.LINE) / 2;
    drawing.explained(
        explanation,
        () -> {
          drawing.rectangle(style, x, top, width(), height(), radius);
          drawing.text(look.map(Style::style).orElse(""), x + PADDING, firstLine, lines);
        });
  }
}
