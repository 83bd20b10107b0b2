package ecraccess.reach.policy;

import ecraccess.core.logic.Ternary;
import ecraccess.reach.policy.TextPattern.Atom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An ARN with wildcards, of which each of the six parts between colons is compared by itself (IAM
 * User Guide, ARN condition operators).
 */
record ArnPattern(TextPattern text) {
  static final int PARTS = 6;

  /** Which part, counted from 0, is the account. */
  private static final int ACCOUNT = 4;

  private static final Atom COLON = new Atom.Letter(':');

  Ternary fits(TextPattern arn, String which) {
    List<TextPattern> wanted = parts(text);
    List<TextPattern> found = parts(arn);
    if (text.equals(arn) || text.equals(TextPattern.glob("*"))) {
      return Ternary.YES;
    }
    if (wanted.size() == PARTS && found.size() == PARTS) {
      List<Ternary> each = new ArrayList<>();
      for (int i = 0; i < PARTS; i++) {
        each.add(wanted.get(i).fits(found.get(i), which));
      }
      return Ternary.all(each);
    }
    // A hole may hold several parts, so only that nothing fits is certain.
    Ternary whole = text.fits(arn, which);
    return whole.isYes() ? Ternary.open("whether " + text + " fits " + arn) : whole;
  }

  /** Whose the resource is, where the ARN says so: those of buckets do not. */
  Optional<TextPattern> account() {
    List<TextPattern> parts = parts();
    return parts.size() == PARTS
        ? Optional.of(parts.get(ACCOUNT)).filter(account -> !account.atoms().isEmpty())
        : Optional.empty();
  }

  List<TextPattern> parts() {
    return parts(text);
  }

  private static List<TextPattern> parts(TextPattern arn) {
    List<TextPattern> parts = new ArrayList<>();
    List<Atom> rest = arn.atoms();
    int colon = rest.indexOf(COLON);
    while (colon >= 0 && parts.size() < PARTS - 1) {
      parts.add(new TextPattern(rest.subList(0, colon)));
      rest = rest.subList(colon + 1, rest.size());
      colon = rest.indexOf(COLON);
    }
    parts.add(new TextPattern(rest));
    return parts;
  }
}
