package ecraccess.reach.report;

import ecraccess.reach.verdict.Judgement.Pull;
import ecraccess.reach.verdict.Trace;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What one workload's traces look like: a lane each, the same kind of look in the same column. */
final class Band {
  private static final int PADDING = 16;
  private static final int GAP = 44;
  private static final int HEADING = 34;
  private static final int BELOW_LANE = 14;
  private static final int BEFORE_NOTES = 4;

  /** Where the box of the workload begins. */
  private static final int PULLER = Svg.MARGIN + PADDING;

  /** A lane, with the reasons why it is not healthy. */
  private record Row(List<Cell> cells, List<Note> notes) {
    int boxes() {
      return cells.stream().mapToInt(Cell::height).max().orElseThrow();
    }

    int height() {
      int lines = notes.stream().mapToInt(note -> note.lines().size()).sum();
      return boxes() + (lines == 0 ? 0 : lines * Drawing.LINE + BEFORE_NOTES) + BELOW_LANE;
    }
  }

  private record Note(Style look, List<String> lines) {}

  private final Pull pull;
  private final List<String> workload;

  /** Where each column begins, by slot. */
  private final Map<Integer, Integer> columns = new TreeMap<>();

  private final int right;
  private final List<Row> rows;

  Band(Pull pull) {
    this.pull = pull;
    this.workload = Cell.names(List.of(pull.workload(), pull.what()));
    List<Lane> lanes = Lane.of(pull.traces());
    List<List<Cell>> cells = lanes.stream().map(Cell::of).toList();
    this.right = layOut(cells);
    List<Row> laidOut = new ArrayList<>();
    for (int i = 0; i < lanes.size(); i++) {
      laidOut.add(new Row(cells.get(i), notes(lanes.get(i))));
    }
    this.rows = List.copyOf(laidOut);
  }

  /** Gives every column its place, and tells where the last one ends. */
  private int layOut(List<List<Cell>> lanes) {
    Map<Integer, Integer> widths = new TreeMap<>();
    lanes.forEach(
        cells -> cells.forEach(cell -> widths.merge(cell.slot(), cell.width(), Math::max)));
    int x = PULLER + Cell.width(workload);
    for (Map.Entry<Integer, Integer> column : widths.entrySet()) {
      x += GAP;
      columns.put(column.getKey(), x);
      x += column.getValue();
    }
    return Math.max(x, PULLER + Drawing.widest(List.of(Mark.heading(pull))));
  }

  private List<Note> notes(Lane lane) {
    return lane.steps().stream()
        .filter(step -> Mark.of(step.verdict()) != Mark.CAN)
        .map(this::note)
        .toList();
  }

  private Note note(Trace.Step step) {
    Mark mark = Mark.of(step.verdict());
    String text = mark.sign() + " " + step.kind().label() + ": " + Mark.text(step.verdict());
    return new Note(Style.of(mark), Words.fit(text, (right - notesAt()) / Drawing.COLUMN));
  }

  private int notesAt() {
    return columns.values().iterator().next();
  }

  /** Where the band ends at least. */
  int right() {
    return right + PADDING;
  }

  int height() {
    return HEADING + lanesHeight() + PADDING;
  }

  private int lanesHeight() {
    int rowsHeight = rows.stream().mapToInt(Row::height).sum();
    return Math.max(rowsHeight - BELOW_LANE, Cell.height(workload));
  }

  /** Draws everything, up to the page's margin on the right. */
  void draw(Drawing drawing, int top, int pageRight) {
    drawing.rectangle("band", Svg.MARGIN, top, pageRight - Svg.MARGIN, height(), 8);
    String style = "strong " + Style.of(Mark.of(pull)).style();
    drawing.text(style, PULLER, top + HEADING / 2, List.of(Mark.heading(pull)));
    int y = top + HEADING;
    int middle = y + lanesHeight() / 2;
    drawing.rectangle("box", PULLER, y, Cell.width(workload), lanesHeight(), 6);
    drawing.text(
        "", PULLER + Cell.PADDING, middle - (workload.size() - 1) * Drawing.LINE / 2, workload);
    for (Row row : rows) {
      lane(drawing, row, y);
      y += row.height();
    }
  }

  private void lane(Drawing drawing, Row row, int top) {
    int middle = top + row.boxes() / 2;
    int from = PULLER + Cell.width(workload);
    for (Cell cell : row.cells()) {
      int x = columns.getOrDefault(cell.slot(), from);
      drawing.link(cell.link(), from, x, middle, cell.sign());
      cell.draw(drawing, x, middle);
      from = x + cell.width();
    }
    int y = top + row.boxes() + Drawing.LINE / 2 + BEFORE_NOTES;
    for (Note note : row.notes()) {
      drawing.text(note.look().style(), notesAt(), y, note.lines());
      y += note.lines().size() * Drawing.LINE;
    }
  }
}
