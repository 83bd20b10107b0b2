package ecraccess.cli.source;

import ecraccess.cli.source.Alignment.Run;
import ecraccess.cli.source.Node.Collection;
import ecraccess.cli.source.Node.Entry;
import ecraccess.cli.source.Node.Layout;
import ecraccess.core.json.Json;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Finds what must be rewritten in a file for it to mean another tree: walks the nodes beside the
 * wanted values, leaves alone what is the same, and replaces the smallest entries that differ.
 */
final class Editor {
  private static final Pattern WORD = Pattern.compile("([\"']?)[A-Za-z][A-Za-z0-9:_.-]*\\1");

  private final SourceText text;
  private final Writer writer;
  private final Edits edits = new Edits();
  private boolean rootDiffers;

  private Editor(SourceText text, Writer writer) {
    this.text = text;
    this.writer = writer;
  }

  /** The text that means the wanted value; nothing where that would be another text altogether. */
  static Optional<String> edit(SourceText text, Node root, Writer writer, Json wanted) {
    Editor editor = new Editor(text, writer);
    editor.value(root, wanted, () -> editor.rootDiffers = true);
    return editor.rootDiffers
        ? Optional.empty()
        : Optional.of(editor.edits.applyTo(text.toString()));
  }

  /**
   * Rewrites a value where it differs.
   *
   * @param whole replaces the value as a whole, together with a tag around it
   */
  private void value(Node node, Json wanted, Runnable whole) {
    if (Alignment.same(node.json(), wanted)) {
      return;
    }
    switch (node) {
      case Node.Tagged tagged when argument(tagged, wanted).isPresent() ->
          value(tagged.argument(), argument(tagged, wanted).orElseThrow(), whole);
      case Collection collection ->
          Alignment.of(collection, wanted)
              .ifPresentOrElse(runs -> runs.forEach(run -> run(collection, run)), whole);
      case Node.Leaf leaf when isWord(leaf) && endsWith(wanted, leaf.json()) ->
          wrap(leaf, (Json.Arr) wanted);
      default -> whole.run();
    }
  }

  /** Text that reads the same between brackets. */
  private boolean isWord(Node.Leaf leaf) {
    return WORD.matcher(text.substring(leaf.start(), leaf.end())).matches();
  }

  private static boolean endsWith(Json wanted, Json last) {
    return wanted instanceof Json.Arr(List<Json> items)
        && items.size() > 1
        && Alignment.same(items.getLast(), last);
  }

  /** A value that becomes the last of a list keeps its spelling. */
  private void wrap(Node.Leaf leaf, Json.Arr list) {
    String before =
        list.elements().subList(0, list.elements().size() - 1).stream()
            .map(item -> writer.item(item) + ", ")
            .collect(Collectors.joining("", "[", ""));
    edits.insert(leaf.start(), before);
    edits.insert(leaf.end(), "]");
  }

  /** The wanted argument of the same function, if it can be changed inside. */
  private static Optional<Json> argument(Node.Tagged tagged, Json wanted) {
    return wanted instanceof Json.Obj obj && tagged.argument() instanceof Collection
        ? obj.onlyName().filter(tagged.json()::has).flatMap(obj::get)
        : Optional.empty();
  }

  private void run(Collection collection, Run run) {
    if (run.kept()) {
      Node node = collection.entries().get(run.from()).value();
      value(node, run.wanted().getFirst().value(), () -> replace(collection, run));
    } else if (collection.layout() == Layout.BLOCK) {
      replaceLines(collection, run);
    } else {
      replaceBetweenCommas(collection, run);
    }
  }

  private void replace(Collection collection, Run run) {
    Node node = collection.entries().get(run.from()).value();
    String inline = writer.inline(node, run.wanted().getFirst().value());
    if (collection.layout() == Layout.FLOW) {
      edits.replace(node.start(), node.end(), inline);
    } else if (node.isBlock()) {
      replaceLines(collection, run);
    } else if (inline.length() > YamlText.LONGEST_INLINE
        || !text.isOneLine(node.start(), node.end())) {
      replaceAroundComment(collection, run);
    } else {
      // An empty value begins right behind the colon or the dash.
      edits.replace(node.start(), node.end(), node.start() == node.end() ? " " + inline : inline);
    }
  }

  /** Puts several lines in place of one, and leaves what follows the value in its line. */
  private void replaceAroundComment(Collection collection, Run run) {
    List<Entry> entries = collection.entries();
    List<String> lines = writer.lines(collection, run.wanted().getFirst());
    edits.replace(start(entries, run), end(entries, run), lines.getFirst());
    edits.insert(text.lineEnd(end(entries, run)), below(entries, lines.subList(1, lines.size())));
  }

  private void replaceLines(Collection collection, Run run) {
    List<Entry> entries = collection.entries();
    List<String> lines =
        run.wanted().stream().flatMap(wanted -> writer.lines(collection, wanted).stream()).toList();
    if (lines.isEmpty()) {
      deleteLines(entries, run);
    } else if (run.from() == run.to() && run.from() > 0) {
      edits.insert(text.lineEnd(entries.get(run.from() - 1).end()), below(entries, lines));
    } else {
      String all = lines.getFirst() + below(entries, lines.subList(1, lines.size()));
      if (run.from() < run.to()) {
        edits.replace(start(entries, run), text.lineEnd(end(entries, run)), all);
      } else {
        int first = start(entries, run);
        edits.insert(first, all + text.lineBreak() + text.indent(first));
      }
    }
  }

  /** Lines to stand below another one, indented like the entries, but for empty ones. */
  private String below(List<Entry> entries, List<String> lines) {
    String indent = text.indent(entries.getFirst().start());
    return lines.stream()
        .map(line -> text.lineBreak() + (line.isEmpty() ? "" : indent) + line)
        .collect(Collectors.joining());
  }

  /**
   * Whole lines; or, behind the dash of the list item that the mapping is, up to the next member.
   */
  private void deleteLines(List<Entry> entries, Run run) {
    int start = start(entries, run);
    if (text.beginsLine(start)) {
      edits.delete(text.lineStart(start), text.nextLine(end(entries, run)));
    } else {
      edits.delete(start, entries.get(run.to()).start());
    }
  }

  private void replaceBetweenCommas(Collection collection, Run run) {
    List<Entry> entries = collection.entries();
    String comma = writer.comma(collection);
    String added =
        run.wanted().stream()
            .map(wanted -> writer.betweenCommas(collection, wanted))
            .collect(Collectors.joining(comma));
    if (run.wanted().isEmpty() && run.to() < entries.size()) {
      edits.delete(start(entries, run), entries.get(run.to()).start());
    } else if (run.wanted().isEmpty()) {
      edits.delete(entries.get(run.from() - 1).end(), end(entries, run));
    } else if (run.from() < run.to()) {
      edits.replace(start(entries, run), end(entries, run), added);
    } else if (run.from() > 0) {
      edits.insert(entries.get(run.from() - 1).end(), comma + added);
    } else {
      edits.insert(start(entries, run), added + comma);
    }
  }

  private static int start(List<Entry> entries, Run run) {
    return entries.get(run.from()).start();
  }

  private static int end(List<Entry> entries, Run run) {
    return entries.get(run.to() - 1).end();
  }
}
