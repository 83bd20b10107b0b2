package ecraccess.source;

import ecraccess.json.Json;
import ecraccess.json.JsonText;
import ecraccess.json.MalformedJson;
import ecraccess.json.Path;
import ecraccess.json.Path.Step;
import ecraccess.source.Node.Collection;
import ecraccess.source.Node.Entry;
import java.util.List;
import java.util.Optional;

/** A template file: its text, the JSON that CloudFormation sees in it, and the way between them. */
public final class SourceFile {
  private final String name;
  private final Format format;
  private final SourceText text;
  private final Node root;
  private final Json.Obj json;

  private SourceFile(String name, Format format, SourceText text, Node root, Json.Obj json) {
    this.name = name;
    this.format = format;
    this.text = text;
    this.root = root;
    this.json = json;
  }

  /**
   * Reads a template.
   *
   * @param name the file's name, for messages
   * @param text JSON if it begins with a brace, YAML otherwise
   */
  public static Reading parse(String name, String text) {
    SourceText source = new SourceText(text);
    Format format = text.matches("(?s)[\ufeff\\s]*\\{.*") ? Format.JSON : Format.YAML;
    try {
      Node root = format == Format.JSON ? readJson(source) : YamlReader.read(source);
      if (root.json() instanceof Json.Obj json) {
        return new Reading.Done(new SourceFile(name, format, source, root, json));
      }
      return new Reading.Failed(
          new SyntaxError(
              source.position(root.start()), "a template is a mapping of its sections"));
    } catch (MalformedSource e) {
      return new Reading.Failed(e.error());
    }
  }

  private static Node readJson(SourceText source) throws MalformedSource {
    try {
      return JsonPlaces.of(JsonText.read(source.toString()), source);
    } catch (MalformedJson e) {
      if (e.place().isEmpty()) {
        // Faults of the tree, such as a name given twice, come without a place; YAML knows it.
        YamlReader.read(source);
      }
      throw new MalformedSource(
          e.place()
              .map(place -> new Position(place.line(), place.column()))
              .orElse(new Position(1, 1)),
          e.reason());
    }
  }

  public String name() {
    return name;
  }

  public Format format() {
    return format;
  }

  public String text() {
    return text.toString();
  }

  /** The template with every function in its long form. */
  public Json.Obj json() {
    return json;
  }

  /**
   * Where a path leads in the file, or the part of it that exists: to the name of a member, to the
   * beginning of an element, to the tag of a function in short form.
   */
  public Position locate(Path path) {
    Node at = root;
    int place = root.start();
    for (Step step : path.steps()) {
      if (at instanceof Node.Tagged tagged && step.equals(functionStep(tagged))) {
        at = tagged.argument();
        continue;
      }
      Optional<Entry> entry = entry(at, step);
      if (entry.isEmpty()) {
        break;
      }
      at = entry.get().value();
      place = step instanceof Step.Member ? entry.get().start() : at.start();
    }
    return text.position(place);
  }

  private static Step functionStep(Node.Tagged tagged) {
    return new Step.Member(tagged.json().onlyName().orElseThrow());
  }

  private static Optional<Entry> entry(Node node, Step step) {
    List<Entry> entries = node instanceof Collection collection ? collection.entries() : List.of();
    return switch (step) {
      case Step.Member(String name) ->
          node.json() instanceof Json.Obj
              ? entries.stream().filter(entry -> entry.name().equals(name)).findFirst()
              : Optional.empty();
      case Step.Element(int index) ->
          node.json() instanceof Json.Arr && index < entries.size()
              ? Optional.of(entries.get(index))
              : Optional.empty();
    };
  }

  /**
   * This file's text with another tree in it. What is the same keeps its text to the byte:
   * comments, quotes, line breaks. The result is read again; should it not mean exactly the wanted
   * tree, the whole file is written anew.
   */
  public String withJson(Json.Obj wanted) {
    return Editor.edit(text, root, Writer.of(format, text, root), wanted)
        .filter(edited -> means(edited, wanted))
        .orElseGet(() -> format.write(wanted));
  }

  private boolean means(String edited, Json wanted) {
    return parse(name, edited) instanceof Reading.Done(SourceFile file)
        && Alignment.same(file.json(), wanted);
  }
}
