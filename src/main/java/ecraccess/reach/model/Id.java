package ecraccess.reach.model;

import ecraccess.core.logic.Answer;
import ecraccess.core.logic.Ternary;

/**
 * What a thing is known by. Two of them may name one thing, or may not, or nobody can tell.
 *
 * <p>{@code toString} is the name as readers of messages know it.
 */
public sealed interface Id {

  /**
   * Something that the template itself makes: a resource, or what comes with one.
   *
   * @param name {@code Vpc}, {@code Vpc.DefaultSecurityGroup}
   */
  record Created(String name) implements Id {
    @Override
    public String toString() {
      return name;
    }
  }

  /** An ID that is written out: {@code vpc-0a1b2c3d}. */
  record Literal(String text) implements Id {
    @Override
    public String toString() {
      return text;
    }
  }

  /**
   * One item of a list whose items are all different things: {@code !Select [0, !GetAZs ""]}.
   *
   * @param list what makes the list, the same text for the same list
   */
  record Item(String list, int index) implements Id {
    @Override
    public String toString() {
      return "item " + index + " of " + list;
    }
  }

  /**
   * Something that only the deployment knows: a parameter without value, an import. May stand for
   * several things at once where it stands in a list: {@code !Ref PrivateSubnets}.
   *
   * @param expression the same text for the same thing; as it is shown
   * @param missing what would tell, as a noun phrase: {@code the value of parameter Vpc}
   */
  record Open(String expression, String missing) implements Id {
    @Override
    public String toString() {
      return expression;
    }
  }

  /** Whether both name the same thing. */
  default Answer same(Id other) {
    if (equals(other)) {
      return Answer.YES;
    }
    return switch (this) {
      case Open open ->
          other instanceof Open its
              ? open.expression().equals(its.expression()) ? Answer.YES : Answer.MAYBE
              : Answer.MAYBE;
      // What the template makes is new: no ID that somebody wrote down before can mean it.
      case Created created -> open(other);
      case Literal literal -> other instanceof Item ? Answer.MAYBE : open(other);
      case Item item ->
          other instanceof Item its
              ? item.list().equals(its.list()) ? Answer.NO : Answer.MAYBE
              : other instanceof Created ? Answer.NO : Answer.MAYBE;
    };
  }

  /** That both name the same thing, and what would tell. */
  default Ternary is(Id other) {
    String missing =
        this instanceof Open open
            ? open.missing()
            : other instanceof Open open ? open.missing() : "whether " + this + " is " + other;
    return Ternary.of(same(other), missing);
  }

  private static Answer open(Id other) {
    return other instanceof Open ? Answer.MAYBE : Answer.NO;
  }
}
