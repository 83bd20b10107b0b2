package ecraccess.macro.shorthand;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What may stand in a property. An intrinsic function may stand in place of every value and every
 * item of a list, except inside a {@link Literal}.
 */
sealed interface ValueShape {

  /** What a message says was expected: {@code "a VPC ID"}. */
  String noun();

  /** A string that is not empty. */
  record Text(String noun) implements ValueShape {}

  /** A string that may be empty. */
  record AnyText(String noun) implements ValueShape {}

  record Flag() implements ValueShape {
    @Override
    public String noun() {
      return "true or false";
    }
  }

  record Word(List<String> words) implements ValueShape {
    Word(String... words) {
      this(List.of(words));
    }

    @Override
    public String noun() {
      return "one of " + String.join(", ", words);
    }
  }

  /** Either this one word or what the other shape describes. */
  record WordOr(String word, ListOf list) implements ValueShape {
    @Override
    public String noun() {
      return "the word " + word + " or " + list.noun();
    }
  }

  /** A list that names nothing twice; of tags, no key. */
  record ListOf(String noun, ValueShape item, boolean mayBeEmpty) implements ValueShape {}

  /** An object with these members and no others. */
  record Members(String noun, Map<String, ValueShape> members, Set<String> required)
      implements ValueShape {}

  /** A string that matches the regular expression. */
  record Form(String noun, String pattern) implements ValueShape {}

  /** An object whose members are judged elsewhere. */
  record Table(String noun) implements ValueShape {}

  /** A policy: an object, or its text. */
  record Document(String noun) implements ValueShape {}

  /** Something whose items become more than a list, so that only they may be functions. */
  record Written(ValueShape shape) implements ValueShape {
    @Override
    public String noun() {
      return shape.noun();
    }
  }

  /** Something that the macro itself must know, so that no function can stand for it. */
  record Literal(ValueShape shape) implements ValueShape {
    @Override
    public String noun() {
      return shape.noun();
    }
  }
}
