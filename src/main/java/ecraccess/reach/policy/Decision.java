package ecraccess.reach.policy;

import java.util.Optional;
import java.util.Set;

/** What a policy says of a call, and the statement that it rests on. */
public sealed interface Decision {

  /**
   * A statement allows it, and none denies it.
   *
   * @param statement its number, from 1
   */
  record Allowed(int statement) implements Decision {}

  /**
   * A statement denies it.
   *
   * @param keys the condition keys because of which it does; empty where it has no condition
   */
  record Denied(int statement, Set<String> keys) implements Decision {}

  /**
   * No statement allows it.
   *
   * @param nearest the statement that lacks least; empty where every statement denies
   */
  record NotAllowed(Optional<Nearest> nearest) implements Decision {}

  /**
   * A statement that nearly allows a call.
   *
   * @param part the first part that the call does not fit
   * @param key the condition key, where that is a condition
   */
  record Nearest(int statement, Part part, String key) {}

  /** The parts of a statement, in the order in which messages name them. */
  enum Part {
    ACTION,
    RESOURCE,
    PRINCIPAL,
    CONDITION
  }

  /**
   * The policy can be read in several ways.
   *
   * @param missing what would settle it, as noun phrases; at least one
   */
  record Unknown(Set<String> missing) implements Decision {}
}
