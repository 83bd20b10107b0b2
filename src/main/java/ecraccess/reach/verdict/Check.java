package ecraccess.reach.verdict;

import java.util.List;

/**
 * Something that can be wrong, by its stable identity. Faults, unknowns and notes carry it; the
 * documentation, SARIF and {@code IgnoreChecks} are made from it.
 *
 * @param id stable, in lower case with hyphens: {@code private-dns-off}
 * @param title one line, without a full stop
 * @param wrong what is wrong and what comes of it, in whole sentences
 * @param wayOut what to do about it, in whole sentences
 * @param source where AWS says so
 * @param symptoms what AWS says when it fails; empty where no words are known
 */
public record Check(
    String id, String title, String wrong, String wayOut, String source, List<Symptom> symptoms) {
  public Check {
    symptoms = List.copyOf(symptoms);
  }

  /** A check for which AWS has no words of its own. */
  public static Check of(String id, String title, String wrong, String wayOut, String source) {
    return new Check(id, title, wrong, wayOut, source, List.of());
  }

  /** This check with the words that AWS has for it. */
  public Check saidAs(Symptom... words) {
    return new Check(id, title, wrong, wayOut, source, List.of(words));
  }

  /** The ID, which is what JSON, SARIF and messages show. */
  @Override
  public String toString() {
    return id;
  }
}
