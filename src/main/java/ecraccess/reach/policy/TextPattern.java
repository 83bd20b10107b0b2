package ecraccess.reach.policy;

import ecraccess.core.logic.Ternary;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A text of a policy or of a request, with wildcards and with holes that only the deployment fills.
 * In a policy a wildcard stands for every text. In a request it stands for one that nobody knows.
 */
public record TextPattern(List<Atom> atoms) {

  /** How many steps a comparison may take before it is given up as unknown. */
  private static final int BUDGET = 50_000;

  private static final int ACCOUNT_DIGITS = 12;

  public TextPattern {
    atoms = List.copyOf(atoms);
  }

  /** A part of a pattern. */
  public sealed interface Atom {

    /** One character that is written out. */
    record Letter(char letter) implements Atom {}

    /** Any one character: {@code ?}. */
    record One() implements Atom {}

    /** Any text, the empty one among them: {@code *}. */
    record Many() implements Atom {}

    /**
     * One text that is not known. Equal holes stand for the same text.
     *
     * @param expression the same for the same text: {@code AWS::AccountId}
     * @param missing what would tell it, as a noun phrase
     */
    record Hole(String expression, String missing, Kind kind) implements Atom {}
  }

  /** What is known of the text in a hole. */
  public enum Kind {
    /** Nothing. */
    ANYTHING,
    /** It holds neither a colon nor a slash: a region, a partition. */
    WORD,
    /** It is twelve digits. */
    ACCOUNT,
    /** A word that differs from everything that is written out: what AWS will make up. */
    NEW_NAME
  }

  /** The text without wildcards. */
  public static TextPattern literal(String text) {
    return new TextPattern(letters(text));
  }

  /** The text, in which {@code *} and {@code ?} are wildcards. */
  public static TextPattern glob(String text) {
    return new TextPattern(
        text.chars()
            .<Atom>mapToObj(c ->
                switch (c) {
                  case '*' -> new Atom.Many();
                  case '?' -> new Atom.One();
                  default -> new Atom.Letter((char) c);
                })
            .toList());
  }

  public static TextPattern hole(String expression, String missing, Kind kind) {
    return new TextPattern(List.of(new Atom.Hole(expression, missing, kind)));
  }

  /** A text that nobody outside AWS knows, so that no policy of a user writes it out. */
  public static TextPattern secret(String expression) {
    return hole(expression, expression, Kind.NEW_NAME);
  }

  static List<Atom> letters(String text) {
    return text.chars().<Atom>mapToObj(c -> new Atom.Letter((char) c)).toList();
  }

  public TextPattern then(TextPattern next) {
    List<Atom> all = new ArrayList<>(atoms);
    all.addAll(next.atoms);
    return new TextPattern(all);
  }

  /** The text, if all of it is written out. */
  public Optional<String> text() {
    return atoms.stream().allMatch(Atom.Letter.class::isInstance)
        ? Optional.of(toString())
        : Optional.empty();
  }

  /** Whether it stands for several texts or for an unknown one. */
  boolean isOpen() {
    return !atoms.stream().allMatch(Atom.Letter.class::isInstance);
  }

  /** In small letters, for what AWS compares whatever the case. */
  TextPattern lowerCase() {
    return new TextPattern(
        atoms.stream()
            .<Atom>map(atom ->
                atom instanceof Atom.Letter(char letter)
                    ? new Atom.Letter(Character.toLowerCase(letter))
                    : atom)
            .toList());
  }

  /**
   * Whether this pattern of a policy fits the text of a request.
   *
   * @param which what would tell which text of several it is, for a request with wildcards
   */
  Ternary fits(TextPattern request, String which) {
    if (includes(request)) {
      return Ternary.YES;
    }
    if (!meets(request)) {
      return Ternary.NO;
    }
    String missing =
        Stream.of(this, request)
            .flatMap(side -> side.atoms.stream())
            .filter(Atom.Hole.class::isInstance)
            .map(hole -> ((Atom.Hole) hole).missing())
            .distinct()
            .collect(Collectors.joining(" and "));
    return Ternary.open(missing.isEmpty() ? which : missing);
  }

  /** A place in the other pattern, and where in this one its text so far may have led. */
  private record Reached(int place, BitSet states) {}

  /**
   * Whether it fits every text of the other. A wildcard of the other is read as a character that is
   * written nowhere, which only a wildcard fits, so that no alphabet has to be tried.
   */
  boolean includes(TextPattern other) {
    BitSet start = new BitSet();
    start.set(0);
    List<Reached> open = new ArrayList<>(List.of(new Reached(0, closed(start))));
    Set<Reached> seen = new HashSet<>(open);
    while (!open.isEmpty() && seen.size() < BUDGET) {
      Reached now = open.removeLast();
      if (now.states.isEmpty()
          || (now.place == other.atoms.size() && !now.states.get(atoms.size()))) {
        return false;
      }
      for (Reached next : other.next(now, this)) {
        if (seen.add(next)) {
          open.add(next);
        }
      }
    }
    return open.isEmpty();
  }

  private List<Reached> next(Reached now, TextPattern policy) {
    if (now.place == atoms.size()) {
      return List.of();
    }
    Atom atom = atoms.get(now.place);
    Reached read =
        new Reached(
            atom instanceof Atom.Many ? now.place : now.place + 1,
            policy.closed(policy.read(now.states, atom)));
    return atom instanceof Atom.Many
        ? List.of(read, new Reached(now.place + 1, now.states))
        : List.of(read);
  }

  private BitSet read(BitSet states, Atom next) {
    BitSet after = new BitSet();
    for (int i = states.nextSetBit(0); i >= 0 && i < atoms.size(); i = states.nextSetBit(i + 1)) {
      Atom here = atoms.get(i);
      if (here instanceof Atom.Many) {
        after.set(i);
      } else if (here instanceof Atom.One ? !(next instanceof Atom.Hole) : here.equals(next)) {
        after.set(i + 1);
      }
    }
    return after;
  }

  private BitSet closed(BitSet states) {
    for (int i = states.nextSetBit(0); i >= 0 && i < atoms.size(); i = states.nextSetBit(i + 1)) {
      if (atoms.get(i) instanceof Atom.Many) {
        states.set(i + 1);
      }
    }
    return states;
  }

  /** Whether some text fits both: told for every two of their ends, the shortest first. */
  boolean meets(TextPattern other) {
    return new Meeting(unfolded(), other.unfolded()).isPossible();
  }

  /** Every account as its digits. */
  private List<Atom> unfolded() {
    List<Atom> all = new ArrayList<>();
    for (Atom atom : atoms) {
      if (atom instanceof Atom.Hole(var expression, var missing, Kind kind)
          && kind == Kind.ACCOUNT) {
        for (int i = 0; i < ACCOUNT_DIGITS; i++) {
          all.add(atom);
        }
      } else {
        all.add(atom);
      }
    }
    return all;
  }

  /** As messages show it. */
  @Override
  public String toString() {
    return atoms.stream()
        .map(atom ->
            switch (atom) {
              case Atom.Letter(char letter) -> String.valueOf(letter);
              case Atom.One one -> "?";
              case Atom.Many many -> "*";
              case Atom.Hole hole -> "${" + hole.expression() + "}";
            })
        .collect(Collectors.joining());
  }
}
