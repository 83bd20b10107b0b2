package ecraccess.cli;

import ecraccess.cli.source.Position;
import ecraccess.cli.source.SourceFile;
import ecraccess.core.cfn.Intrinsic;
import ecraccess.core.cfn.Pieces;
import ecraccess.core.cfn.Renaming;
import ecraccess.core.cfn.Template;
import ecraccess.core.json.Json;
import ecraccess.core.json.JsonPath;
import ecraccess.core.json.JsonText;
import ecraccess.reach.report.Places;
import ecraccess.reach.report.Words;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Templates that are one network, because some import what others export, as one template.
 *
 * @param files in the order given
 * @param template all of their resources; an import of what one of them exports is that value
 * @param owners whose each logical ID is, and what it is called there
 */
record JoinedStacks(List<SourceFile> files, Json.Obj template, Map<String, Owner> owners)
    implements Places, CheckedFile.Locator {
  private static final List<String> SECTIONS =
      List.of("Parameters", "Conditions", "Mappings", Template.RESOURCES);
  private static final String IMPORT = "Fn::ImportValue";

  /** Where something of the joined template is written. */
  record Owner(SourceFile file, String name) {}

  /** An output that others may import. */
  private record Export(int file, Json value) {}

  /**
   * Sorts templates into those that belong together; one that imports nothing of the others and
   * that nobody imports from stands alone.
   */
  static List<List<SourceFile>> sort(List<SourceFile> files) throws CommandFailure {
    Map<String, Export> exports = exports(files);
    int[] group = new int[files.size()];
    for (int i = 0; i < group.length; i++) {
      group[i] = i;
    }
    for (int i = 0; i < group.length; i++) {
      for (String name : imports(files.get(i).json())) {
        Export export = exports.get(name);
        if (export != null) {
          merge(group, group[i], group[export.file()]);
        }
      }
    }
    Map<Integer, List<SourceFile>> groups = new LinkedHashMap<>();
    for (int i = 0; i < group.length; i++) {
      groups.computeIfAbsent(group[i], first -> new ArrayList<>()).add(files.get(i));
    }
    return List.copyOf(groups.values());
  }

  private static void merge(int[] group, int from, int to) {
    for (int i = 0; i < group.length; i++) {
      if (group[i] == from) {
        group[i] = to;
      }
    }
  }

  static JoinedStacks of(List<SourceFile> files) throws CommandFailure {
    Map<String, Export> exports = exports(files);
    List<Map<String, String>> names = names(files);
    Map<String, Map<String, Json>> sections = new LinkedHashMap<>();
    Map<String, Owner> owners = new LinkedHashMap<>();
    List<Renaming> renamings = new ArrayList<>();
    for (Map<String, String> renamed : names) {
      renamings.add(new Renaming(renamed, function -> imported(function, exports, renamings, 0)));
    }
    for (int i = 0; i < files.size(); i++) {
      SourceFile file = files.get(i);
      for (String section : SECTIONS) {
        Json written = file.json().get(section).orElse(new Json.Null());
        sections
            .computeIfAbsent(section, name -> new LinkedHashMap<>())
            .putAll(renamings.get(i).section(written));
      }
      names.get(i).forEach((old, now) -> owners.put(now, new Owner(file, old)));
    }
    Map<String, Json> root = new LinkedHashMap<>();
    files.stream()
        .flatMap(file -> file.json().get("Transform").stream())
        .findFirst()
        .ifPresent(transform -> root.put("Transform", transform));
    sections.forEach((name, members) -> {
      if (!members.isEmpty()) {
        root.put(name, new Json.Obj(members));
      }
    });
    return new JoinedStacks(files, new Json.Obj(root), owners);
  }

  /** The exported value, in the words of its own template; an import of an import is followed. */
  private static Json imported(
      Json function, Map<String, Export> exports, List<Renaming> renamings, int depth) {
    Export export = exports.get(key(Intrinsic.of(function).orElseThrow().argument()));
    return export == null || depth > renamings.size()
        ? function
        : new Renaming(
                renamings.get(export.file()).names(),
                inner -> imported(inner, exports, renamings, depth + 1))
            .section(Json.Obj.of("value", export.value()))
            .getOrDefault("value", function);
  }

  /** New names where two templates use one name, except for parameters that are written alike. */
  private static List<Map<String, String>> names(List<SourceFile> files) {
    List<Map<String, String>> all = new ArrayList<>();
    Map<String, Json> taken = new LinkedHashMap<>();
    for (int i = 0; i < files.size(); i++) {
      Map<String, String> names = new LinkedHashMap<>();
      for (String section : SECTIONS) {
        boolean shared = section.equals("Parameters");
        if (files.get(i).json().get(section).orElse(null) instanceof Json.Obj members) {
          for (Map.Entry<String, Json> member : members.members().entrySet()) {
            String name = member.getKey();
            boolean free =
                !taken.containsKey(name) || (shared && member.getValue().equals(taken.get(name)));
            String now = free ? name : name + "Of" + (i + 1);
            taken.put(now, member.getValue());
            names.put(name, now);
          }
        }
      }
      all.add(names);
    }
    return all;
  }

  private static Map<String, Export> exports(List<SourceFile> files) throws CommandFailure {
    Map<String, Export> exports = new LinkedHashMap<>();
    for (int i = 0; i < files.size(); i++) {
      if (!(files.get(i).json().get("Outputs").orElse(null) instanceof Json.Obj outputs)) {
        continue;
      }
      for (Json output : outputs.members().values()) {
        if (output instanceof Json.Obj members
            && members.get("Export").orElse(null) instanceof Json.Obj export
            && export.has("Name")
            && members.has("Value")) {
          String name = key(export.get("Name").orElseThrow());
          Export earlier = exports.put(name, new Export(i, members.get("Value").orElseThrow()));
          if (earlier != null && earlier.file() != i) {
            throw CommandFailure.wrongUse(
                "expected each export once, found %s in %s and in %s; check them apart"
                    .formatted(
                        Words.clean(name), files.get(earlier.file()).name(), files.get(i).name()));
          }
        }
      }
    }
    return exports;
  }

  private static Set<String> imports(Json value) {
    Set<String> found = new LinkedHashSet<>();
    collect(value, found);
    return found;
  }

  private static void collect(Json value, Set<String> found) {
    Intrinsic.of(value)
        .filter(function -> function.name().equals(IMPORT))
        .ifPresent(function -> found.add(key(function.argument())));
    value.mapChildren((step, child) -> {
      collect(child, found);
      return child;
    });
  }

  /** One name has one key, however functions put it together. */
  private static String key(Json name) {
    return Pieces.of(name).inOrder().stream()
        .map(piece -> piece instanceof Json.Str(String text) ? text : JsonText.compact(piece))
        .collect(Collectors.joining());
  }

  /** As a message names them together. */
  String name() {
    return files.stream().map(SourceFile::name).collect(Collectors.joining(", "));
  }

  private Optional<Owner> owner(JsonPath path) {
    return path.steps().size() > 1
            && path.steps().get(1) instanceof JsonPath.Step.Member(String name)
        ? Optional.ofNullable(owners.get(name))
        : Optional.empty();
  }

  /** The file, and the path in it. */
  private JsonPath inFile(JsonPath path) {
    Optional<Owner> owner = owner(path);
    if (owner.isEmpty()) {
      return path;
    }
    JsonPath inFile = JsonPath.ROOT;
    for (int i = 0; i < path.steps().size(); i++) {
      inFile = i == 1 ? inFile.member(owner.get().name()) : inFile.then(path.steps().get(i));
    }
    return inFile;
  }

  @Override
  public SourceFile file(JsonPath path) {
    return owner(path).map(Owner::file).orElse(files.getFirst());
  }

  @Override
  public Position locate(JsonPath path) {
    return file(path).locate(inFile(path));
  }

  @Override
  public Map<String, Json> subject() {
    return Map.of("file", new Json.Str(name()));
  }

  @Override
  public String title() {
    return new FilePlaces(files.getFirst()).title();
  }

  @Override
  public String place(JsonPath path) {
    return new FilePlaces(file(path)).place(inFile(path));
  }

  @Override
  public String inFull(JsonPath path) {
    return new FilePlaces(file(path)).inFull(inFile(path));
  }

  @Override
  public Map<String, Json> members(JsonPath path) {
    return new FilePlaces(file(path)).members(inFile(path));
  }
}
