package ecraccess.cli;

import ecraccess.cli.source.Position;
import ecraccess.cli.source.SourceFile;
import ecraccess.core.json.Json;
import ecraccess.core.json.JsonPath;
import ecraccess.reach.report.Places;
import ecraccess.reach.report.Words;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Says where in a file something is.
 *
 * @param besides what else machines are told of the subject
 */
record FilePlaces(SourceFile file, Map<String, Json> besides)
    implements Places, CheckedFile.Locator {
  private static final Pattern ENDING = Pattern.compile("(?<=.)\\.[^.]*$");

  FilePlaces(SourceFile file) {
    this(file, Map.of());
  }

  @Override
  public Map<String, Json> subject() {
    Map<String, Json> subject = new LinkedHashMap<>();
    subject.put("file", new Json.Str(file.name()));
    subject.putAll(besides);
    return subject;
  }

  @Override
  public String title() {
    return file.name().equals(InputText.STDIN)
        ? "template"
        : ENDING
            .matcher(java.nio.file.Path.of(file.name()).getFileName().toString())
            .replaceFirst("");
  }

  @Override
  public SourceFile file(JsonPath path) {
    return file;
  }

  @Override
  public Position locate(JsonPath path) {
    return file.locate(path);
  }

  /** Of what exists, the part nearest to the path. */
  @Override
  public String place(JsonPath path) {
    return place(file.name(), file.locate(path));
  }

  static String place(String fileName, Position position) {
    return "%s:%d:%d".formatted(fileName, position.line(), position.column());
  }

  @Override
  public String inFull(JsonPath path) {
    return place(path) + " " + Words.clean(path.toString());
  }

  @Override
  public Map<String, Json> members(JsonPath path) {
    Position position = file.locate(path);
    Map<String, Json> members = new LinkedHashMap<>();
    members.put("path", new Json.Str(path.toString()));
    members.put("line", number(position.line()));
    members.put("column", number(position.column()));
    return members;
  }

  private static Json number(int number) {
    return new Json.Num(String.valueOf(number));
  }
}
