package ecraccess.acceptance.oracle;

import ecraccess.acceptance.oracle.Differential.Kind;
import java.util.EnumSet;

/** Prints what the two opinions differ in: {@code MODE FIRST-SEED COUNT GROUPS [KIND ...]}. */
final class Findings {
  private Findings() {}

  public static void main(String[] args) {
    Disagreements all =
        Disagreements.of(
            seed ->
                switch (args[0]) {
                  case "networks" -> Differential.of(RandomNetwork.of(seed));
                  case "policies" -> Differential.of(RandomPolicy.network(seed));
                  default -> RandomParameter.judged(seed);
                },
            Long.parseLong(args[1]),
            Integer.parseInt(args[2]));
    System.out.println(all.summary());
    EnumSet<Kind> kinds = EnumSet.noneOf(Kind.class);
    for (int i = 4; i < args.length; i++) {
      kinds.add(Kind.valueOf(args[i]));
    }
    System.out.println(all.report(kinds, Integer.parseInt(args[3])));
  }
}
