package ecraccess.acceptance.oracle;

import ecraccess.acceptance.oracle.PacketWalk.Truth;
import ecraccess.acceptance.oracle.Product.Answer;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * One template, judged twice.
 *
 * @param template all of it
 * @param open the values that its parameters may have; one empty map where it has none
 * @param truth by the packet walk
 * @param answer of the product
 */
record Differential(
    Map<String, Object> template, List<Map<String, Object>> open, Truth truth, Answer answer) {
  private static final List<Map<String, Object>> LITERAL = List.of(Map.of());

  /** How the two opinions stand to each other. */
  enum Kind {
    AGREED,
    /** It says can, and that is not so. */
    FALSE_CAN,
    /** It says cannot, and that is not so. */
    FALSE_CANNOT,
    /** It cannot tell, though the template proves an answer. */
    NEEDLESS,
    /** It gave no verdict. */
    NO_ANSWER
  }

  /** Of a template whose values are all literal. */
  static Differential of(Map<String, Object> template) {
    return of(template, LITERAL);
  }

  static Differential of(Map<String, Object> template, List<Map<String, Object>> open) {
    return new Differential(template, open, truth(template, open), Product.check(template));
  }

  Kind kind() {
    return switch (answer.verdict()) {
      case "can" -> truth.outcome() == Outcome.ARRIVES ? Kind.AGREED : Kind.FALSE_CAN;
      case "cannot" -> truth.outcome() == Outcome.LOST ? Kind.AGREED : Kind.FALSE_CANNOT;
      case "cannot tell" ->
          truth.outcome() == Outcome.DEPENDS || open.size() > 1 ? Kind.AGREED : Kind.NEEDLESS;
      default -> Kind.NO_ANSWER;
    };
  }

  /** What kind of disagreement it is, without names and numbers. */
  String group() {
    Kind kind = kind();
    boolean byTruth =
        kind == Kind.FALSE_CAN || (kind == Kind.NEEDLESS && truth.outcome() == Outcome.LOST);
    return "%s, truth: %s, %s"
        .formatted(
            kind,
            truth.outcome(),
            byTruth ? "because " + general(truth.cause()) : "product: " + productCause());
  }

  /** What the product says first, without names and numbers. */
  String productCause() {
    return general(answer.cause());
  }

  private static String general(String text) {
    return text.replaceAll("; .*", "")
        .replaceAll("[0-9.]+/[0-9]+", "BLOCK")
        .replaceAll("\\b(Subnet[A-D]|Public)\\b", "SUBNET")
        .replaceAll("\\b(Routes|PublicRoutes|RoutesOf\\w+)\\b", "TABLE")
        .replaceAll("\\b(Endpoint[a-z]+|S3)\\b", "ENDPOINT")
        .replaceAll("^(ecr.api|ecr.dkr|logs|secretsmanager|ssm|ecs[a-z-]*|registry|s3): ", "")
        .replaceAll("policy of \\S+", "policy")
        .replaceAll("\\bAcl\\w*\\b", "ACL")
        .replaceAll("arn:[^ \"]+", "ARN")
        .replaceAll("\\s+", " ");
  }

  /** The smallest template that shows the same. */
  Differential smallest() {
    Map<String, Object> smallest = Minimizer.smallest(template, this::isTheSame);
    return of(smallest, open);
  }

  private boolean isTheSame(Map<String, Object> smaller) {
    Truth there;
    try {
      there = truth(smaller, open);
    } catch (RuntimeException e) {
      return false; // What is left makes no sense.
    }
    return there.outcome() == truth.outcome()
        && there.cause().equals(truth.cause())
        && new Differential(smaller, open, there, Product.check(smaller)).group().equals(group());
  }

  private static Truth truth(Map<String, Object> template, List<Map<String, Object>> open) {
    List<Truth> truths = open.stream().map(values -> truth(template, values)).toList();
    Set<Outcome> outcomes = new TreeSet<>();
    truths.forEach(truth -> outcomes.add(truth.outcome()));
    return outcomes.size() == 1 ? truths.getFirst() : Truth.open("parameter: " + outcomes);
  }

  private static Truth truth(Map<String, Object> template, Map<String, Object> values) {
    Facts facts = new Facts(template, RandomNetwork.REGION, values);
    new Soundness(facts).check();
    return new PacketWalk(facts).truth();
  }
}
