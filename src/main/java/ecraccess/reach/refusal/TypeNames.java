package ecraccess.reach.refusal;

import ecraccess.core.cfn.NearMiss;
import ecraccess.reach.ledger.Ledger;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The names of resource types. */
final class TypeNames {
  private TypeNames() {}

  /**
   * The type of AWS's that was meant by a name that cannot exist: one without three parts, or one
   * that differs from an existing one by a slip of the pen. A name that may be newer than our list
   * is taken as it is.
   */
  static Optional<String> meant(String type) {
    if (!type.startsWith("AWS") && !type.startsWith("Aws") && !type.startsWith("aws")) {
      return Optional.empty();
    }
    List<String> known = Ledger.get().types();
    if (known.contains(type) || type.endsWith("::MODULE")) {
      return Optional.empty();
    }
    String folded = folded(type);
    Optional<String> same = known.stream().filter(one -> folded(one).equals(folded)).findFirst();
    return same.isPresent() || hasThreeParts(type) ? same : NearMiss.of(type, known);
  }

  private static boolean hasThreeParts(String type) {
    return type.split("::", -1).length == 3;
  }

  private static String folded(String type) {
    return type.toLowerCase(Locale.ROOT).replace(":", "");
  }
}
