package ecraccess.reach.policy;

import ecraccess.reach.policy.TextPattern.Atom;
import ecraccess.reach.policy.TextPattern.Kind;
import java.util.List;

/**
 * Decides whether some text fits two patterns. Every hole may be filled in any way that its kind
 * allows, so a meeting may be called possible that is not, never the reverse.
 *
 * @param one its accounts unfolded to digits, as are those of the other
 */
record Meeting(List<Atom> one, List<Atom> other) {

  boolean isPossible() {
    boolean[][] ends = new boolean[one.size() + 1][other.size() + 1];
    for (int i = one.size(); i >= 0; i--) {
      for (int j = other.size(); j >= 0; j--) {
        ends[i][j] = from(i, j, ends);
      }
    }
    return ends[0][0];
  }

  private boolean from(int i, int j, boolean[][] ends) {
    boolean here = i < one.size();
    boolean there = j < other.size();
    if (!here && !there) {
      return true;
    }
    if (here
        && isLoose(one.get(i))
        && (ends[i + 1][j] || (there && takes(one.get(i), other.get(j)) && ends[i][j + 1]))) {
      return true;
    }
    if (there
        && isLoose(other.get(j))
        && (ends[i][j + 1] || (here && takes(other.get(j), one.get(i)) && ends[i + 1][j]))) {
      return true;
    }
    if (here && there && agree(one.get(i), other.get(j)) && ends[i + 1][j + 1]) {
      return true;
    }
    return (here && isName(one.get(i)) && takesName(other, j, end -> ends[i + 1][end]))
        || (there && isName(other.get(j)) && takesName(one, i, end -> ends[end][j + 1]));
  }

  /** Where a name ends. */
  private interface End {
    boolean leadsOn(int index);
  }

  /**
   * A new name takes a run of the other side, if that is not all written out. What is loose at the
   * end of the run may go on behind it.
   */
  private static boolean takesName(List<Atom> side, int start, End end) {
    boolean open = false;
    for (int k = start; k < side.size() && !isDelimiter(side.get(k)); k++) {
      Atom atom = side.get(k);
      if (isName(atom)) {
        return false;
      }
      open |= !isWritten(atom);
      if (open && ((isLoose(atom) && end.leadsOn(k)) || end.leadsOn(k + 1))) {
        return true;
      }
    }
    return false;
  }

  /** Whether it may stand for a text of any length. */
  private static boolean isLoose(Atom atom) {
    return atom instanceof Atom.Many
        || (atom instanceof Atom.Hole(var expression, var missing, Kind kind)
            && (kind == Kind.ANYTHING || kind == Kind.WORD));
  }

  private static boolean takes(Atom loose, Atom next) {
    return !(loose instanceof Atom.Hole(var expression, var missing, Kind kind)
        && kind == Kind.WORD
        && isDelimiter(next));
  }

  private static boolean isDelimiter(Atom atom) {
    return atom instanceof Atom.Letter(char letter) && (letter == ':' || letter == '/');
  }

  private static boolean isName(Atom atom) {
    return atom instanceof Atom.Hole(var expression, var missing, Kind kind)
        && kind == Kind.NEW_NAME;
  }

  private static boolean isDigit(Atom atom) {
    return (atom instanceof Atom.Hole(var expression, var missing, Kind kind)
            && kind == Kind.ACCOUNT)
        || (atom instanceof Atom.Letter(char letter) && letter >= '0' && letter <= '9');
  }

  private static boolean isWritten(Atom atom) {
    return atom instanceof Atom.Letter || isDigit(atom);
  }

  private static boolean agree(Atom one, Atom other) {
    if (one.equals(other)) {
      return true;
    }
    if (one instanceof Atom.One || other instanceof Atom.One) {
      return !isName(one) && !isName(other);
    }
    return isDigit(one)
        && isDigit(other)
        && (one instanceof Atom.Hole || other instanceof Atom.Hole);
  }
}
