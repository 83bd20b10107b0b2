package ecraccess.cli.source;

import java.util.ArrayList;
import java.util.List;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.comments.CommentType;
import org.snakeyaml.engine.v2.events.CommentEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** The comments of a YAML file. Only to tell of them: edits never look at them. */
final class YamlComments {
  private YamlComments() {}

  private record Comment(int line, String text) {}

  /** The lines of the old text's comments that the new one lacks, from 1. */
  static List<Integer> missing(SourceText old, SourceText now) {
    List<String> left = new ArrayList<>(of(now).stream().map(Comment::text).toList());
    return of(old).stream()
        .filter(comment -> !left.remove(comment.text()))
        .map(Comment::line)
        .distinct()
        .toList();
  }

  private static List<Comment> of(SourceText text) {
    LoadSettings settings =
        LoadSettings.builder().setCodePointLimit(Integer.MAX_VALUE).setParseComments(true).build();
    List<Comment> comments = new ArrayList<>();
    try {
      for (Event event : new Parse(settings).parseString(text.toString())) {
        if (event instanceof CommentEvent comment
            && comment.getCommentType() != CommentType.BLANK_LINE) {
          comments.add(
              new Comment(comment.getStartMark().orElseThrow().getLine() + 1, comment.getValue()));
        }
      }
    } catch (YamlEngineException e) {
      return List.of(); // It reads comments less well than the rest, and nothing depends on them.
    }
    return comments;
  }
}
