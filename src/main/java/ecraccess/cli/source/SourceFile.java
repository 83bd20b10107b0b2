package ecraccess.cli.source;

import ecraccess.core.json.Json;
import ecraccess.core.json.JsonPath;
import ecraccess.core.json.JsonPath.Step;
import ecraccess.core.json.JsonText;
import ecraccess.core.json.MalformedJson;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** A template file: its text, the JSON that CloudFormation sees in it, and the way between them. */
public final class SourceFile {
  private static final Pattern ANCHOR = Pattern.compile("(?<![^\\s\\[{,])&([^\\s,\\[\\]{}]+)");

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
  public static SourceReading parse(String name, String text) {
    SourceText source = new SourceText(text);
    Format format = text.matches("(?s)[\ufeff\\s]*\\{.*") ? Format.JSON : Format.YAML;
    try {
      Node root = format == Format.JSON ? readJson(source) : YamlReader.read(source);
      if (root.json() instanceof Json.Obj json) {
        return new SourceReading.Done(new SourceFile(name, format, source, root, json));
      }
      return new SourceReading.Failed(
          new SyntaxError(
              source.position(root.start()), "a template is a mapping of its sections"));
    } catch (MalformedSource e) {
      return new SourceReading.Failed(e.error());
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
  public Position locate(JsonPath path) {
    Node at = root;
    int place = root.start();
    for (Step step : path.steps()) {
      if (at instanceof Node.Tagged tagged && step.equals(Spot.function(tagged))) {
        at = tagged.argument();
        continue;
      }
      Optional<Spot> spot = Spot.among(at, step);
      if (spot.isEmpty()) {
        break;
      }
      at = spot.get().entry().value();
      place = step instanceof Step.Member ? spot.get().entry().start() : at.start();
    }
    return text.position(place);
  }

  /**
   * This file's text with another tree in it. What is the same keeps its text to the byte:
   * comments, quotes, line breaks. The result is read again; should it not mean exactly the wanted
   * tree, the whole file is written anew.
   */
  public String withJson(Json.Obj wanted) {
    return edited(wanted).orElseGet(() -> format.write(wanted));
  }

  /** The same, or nothing where the whole file would have to be written anew. */
  public Optional<String> edited(Json.Obj wanted) {
    return Editor.edit(text, root, Writer.of(format, text, root), wanted)
        .filter(edited -> means(edited, wanted));
  }

  /**
   * This file's text with members exchanged, and every byte outside of them as it was. Nothing
   * where that would not mean exactly the wanted tree: an anchor inside a member that goes may be
   * needed elsewhere.
   */
  public Optional<String> swapped(List<Swap> swaps, Json.Obj wanted) {
    return Arrays.stream(Slices.Keep.values())
        .flatMap(
            keep -> new Swapper(text, format, new Slices(text, root, keep)).swap(swaps).stream())
        .filter(edited -> means(edited, wanted))
        .findFirst();
  }

  /** Whether an alias outside of the member needs an anchor inside it. */
  public boolean lendsAnchor(JsonPath path) {
    return Spot.of(root, path).filter(spot -> lendsAnchor(spot.entry())).isPresent();
  }

  private boolean lendsAnchor(Node.Entry entry) {
    String inside = text.substring(entry.start(), entry.end());
    String outside = text.substring(0, entry.start()) + text.substring(entry.end(), text.length());
    return ANCHOR
        .matcher(inside)
        .results()
        .anyMatch(anchor ->
            Pattern.compile("\\*" + Pattern.quote(anchor.group(1)) + "(?![^\\s,\\]}])")
                .matcher(outside)
                .find());
  }

  /** The lines of those comments that another version of this file does not have, from 1. */
  public List<Integer> commentsMissingIn(SourceFile other) {
    return format == Format.JSON ? List.of() : YamlComments.missing(text, other.text);
  }

  private boolean means(String edited, Json wanted) {
    return parse(name, edited) instanceof SourceReading.Done(SourceFile file)
        && Alignment.same(file.json(), wanted);
  }
}
