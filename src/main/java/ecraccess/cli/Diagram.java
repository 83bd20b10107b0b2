package ecraccess.cli;

import ecraccess.reach.report.Mermaid;
import ecraccess.reach.report.Svg;
import ecraccess.reach.verdict.Judgement;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The pictures that are asked for.
 *
 * @param target a file if its name ends like one, unless it is a folder already; else a folder
 * @param title what pictures in a folder are named after
 */
record Diagram(Path target, String title) {
  /** The kinds of pictures, in the order of writing. */
  private enum Kind {
    SVG(".svg"),
    MERMAID(".mmd");

    private final String ending;

    Kind(String ending) {
      this.ending = ending;
    }

    private String draw(Judgement judgement) {
      return switch (this) {
        case SVG -> Svg.of(judgement);
        case MERMAID -> Mermaid.of(judgement);
      };
    }
  }

  private record Picture(Path file, Kind kind) {}

  /** Writes the pictures, and the folders that they need, and returns what was written. */
  List<Path> write(Judgement judgement) throws CommandFailure {
    for (Picture picture : pictures()) {
      write(picture.file(), picture.kind().draw(judgement));
    }
    return pictures().stream().map(Picture::file).toList();
  }

  private List<Picture> pictures() {
    for (Kind kind : Kind.values()) {
      if (target.toString().endsWith(kind.ending) && !Files.isDirectory(target)) {
        return List.of(new Picture(target, kind));
      }
    }
    return List.of(inFolder(Kind.SVG), inFolder(Kind.MERMAID));
  }

  private Picture inFolder(Kind kind) {
    return new Picture(target.resolve(title + kind.ending), kind);
  }

  private static void write(Path file, String text) throws CommandFailure {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Files.write(file, text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw CommandFailure.wrongUse("cannot write " + file + ": " + reason(e));
    }
  }

  private static String reason(IOException e) {
    return switch (e) {
      case AccessDeniedException denied -> "permission denied";
      case FileAlreadyExistsException exists -> exists.getFile() + " is not a folder";
      default -> String.valueOf(e.getMessage());
    };
  }
}
