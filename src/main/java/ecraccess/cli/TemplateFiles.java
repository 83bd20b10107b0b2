package ecraccess.cli;

import ecraccess.cli.source.SourceFile;
import ecraccess.cli.source.SourceReading;
import ecraccess.core.cfn.Template;
import ecraccess.core.json.Json;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The templates that a command is given: files by name, and those in folders.
 *
 * @param templates in the order given, those of a folder by name
 * @param skipped files in folders that look like templates by their names and are none
 */
record TemplateFiles(List<SourceFile> templates, List<String> skipped) {
  private static final Set<String> ENDINGS = Set.of("yaml", "yml", "json", "template");

  /** What is named must be a template; what is found in a folder need not be. */
  static TemplateFiles read(List<String> named, Console console) throws CommandFailure {
    List<SourceFile> templates = new ArrayList<>();
    List<String> skipped = new ArrayList<>();
    for (String name : named) {
      Path path = Path.of(name);
      if (!Files.isDirectory(path)) {
        templates.add(TemplateArgument.read(new InputText(name), console));
        continue;
      }
      for (Path file : filesIn(path)) {
        String text = new InputText(file.toString()).read(console);
        if (SourceFile.parse(file.toString(), text) instanceof SourceReading.Done(SourceFile source)
            && isTemplate(source.json())) {
          templates.add(source);
        } else {
          skipped.add(file.toString());
        }
      }
    }
    if (templates.isEmpty()) {
      throw CommandFailure.wrongUse(
          "expected templates, found none in " + String.join(", ", named));
    }
    return new TemplateFiles(templates, skipped);
  }

  private static boolean isTemplate(Json.Obj root) {
    return root.get(Template.RESOURCES).orElse(null) instanceof Json.Obj;
  }

  /** Not in hidden folders, nor in those of packages. */
  private static List<Path> filesIn(Path folder) throws CommandFailure {
    List<Path> files = new ArrayList<>();
    try {
      Files.walkFileTree(
          folder,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path at, BasicFileAttributes attributes) {
              String name = String.valueOf(at.getFileName());
              boolean skip =
                  name.equals("node_modules") || (name.startsWith(".") && name.length() > 2);
              return skip && !at.equals(folder)
                  ? FileVisitResult.SKIP_SUBTREE
                  : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
              String name = String.valueOf(file.getFileName());
              if (ENDINGS.contains(name.substring(name.lastIndexOf('.') + 1))) {
                files.add(file);
              }
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) {
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException e) {
      throw CommandFailure.wrongUse("cannot read " + folder + ": " + InputText.reason(folder, e));
    }
    files.sort(null);
    return files;
  }
}
