package ecraccess.core.cfn;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The text of an {@code Fn::Sub}, cut at its variables. */
public record SubText(List<Piece> pieces) {
  /** {@code ${!Name}} is CloudFormation's escape: it stands for the text {@code ${Name}}. */
  private static final Pattern VARIABLE = Pattern.compile("\\$\\{([^!}][^}]*)}");

  /** A stretch of text, or a variable. */
  public sealed interface Piece {
    record Text(String text) implements Piece {}

    /**
     * A variable.
     *
     * @param name all that stands between the braces
     */
    record Variable(String name) implements Piece {}
  }

  public SubText {
    pieces = List.copyOf(pieces);
  }

  public static SubText parse(String text) {
    List<Piece> pieces = new ArrayList<>();
    Matcher variable = VARIABLE.matcher(text);
    int end = 0;
    while (variable.find()) {
      addText(pieces, text.substring(end, variable.start()));
      pieces.add(new Piece.Variable(variable.group(1)));
      end = variable.end();
    }
    addText(pieces, text.substring(end));
    return new SubText(pieces);
  }

  private static void addText(List<Piece> pieces, String text) {
    if (!text.isEmpty()) {
      pieces.add(new Piece.Text(text));
    }
  }

  /** The text with each variable renamed; the pieces around them stay as they are. */
  public String renamed(Function<String, String> newName) {
    return pieces.stream()
        .map(piece ->
            switch (piece) {
              case Piece.Text(String text) -> text;
              case Piece.Variable(String name) -> "${" + newName.apply(name) + "}";
            })
        .collect(Collectors.joining());
  }
}
