package ecraccess.cli.source;

import ecraccess.core.json.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Trees for property tests: the same seed gives the same tree. */
final class RandomJson {
  private static final List<String> FUNCTIONS =
      List.of("Ref", "Condition", "Fn::Sub", "Fn::GetAtt", "Fn::Join", "Fn::If", "Fn::ImportValue");

  private static final List<String> TEXTS =
      List.of(
          "",
          " ",
          "a",
          "A.B",
          "a b",
          "yes",
          "No",
          "y",
          "null",
          "~",
          "true",
          "80",
          "1.10",
          "0644",
          "1:30",
          "2010-09-09",
          "+1",
          ".5",
          "0x1F",
          "a: b",
          "a:",
          "a #b",
          "a#b",
          "#a",
          "- a",
          "-a",
          "?",
          "*",
          "&a",
          "!a",
          "|",
          ">",
          "'",
          "\"",
          "\\",
          "%",
          "@",
          "`",
          "{",
          "}",
          "[",
          "]",
          ",",
          "a,b",
          "a]",
          "${A}",
          "${AWS::Region}",
          "com.amazonaws.${AWS::Region}.s3",
          "é",
          "😀",
          "\u0085",
          "\u2028",
          "\ufeff",
          "\u007f",
          "\u0001",
          "\t",
          "a\tb",
          "\n",
          "a\n",
          "a\n\nb",
          "a\n  b\n",
          "a\n \nb",
          " a\nb",
          "a\nb ",
          "a\nb\n\n",
          "a\r\nb",
          "a\n\u0085b",
          "a\n#b: c\n",
          "---",
          "...",
          "=",
          "<<",
          "a ",
          "arn:aws:s3:::*",
          "/a",
          "Fn::Sub",
          "a\nb: c\n");

  private final Random random;

  RandomJson(long seed) {
    random = new Random(seed);
  }

  Json.Obj object() {
    return object(5);
  }

  private Json.Obj object(int depth) {
    Map<String, Json> members = new LinkedHashMap<>();
    for (int i = random.nextInt(5); i > 0; i--) {
      members.put(text(), value(depth - 1));
    }
    return new Json.Obj(members);
  }

  Json value(int depth) {
    return switch (random.nextInt(depth > 0 ? 9 : 5)) {
      case 0 -> new Json.Num(random.nextBoolean() ? "1.10" : String.valueOf(random.nextLong()));
      case 1 -> new Json.Bool(random.nextBoolean());
      case 2 -> new Json.Null();
      case 3, 4 -> new Json.Str(text());
      case 5, 6 -> Json.Obj.of(one(FUNCTIONS), value(depth - 1));
      case 7 -> array(depth);
      default -> object(depth);
    };
  }

  private Json array(int depth) {
    List<Json> elements = new ArrayList<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      elements.add(value(depth - 1));
    }
    return new Json.Arr(elements);
  }

  /** The tree with something changed somewhere. */
  Json changed(Json value) {
    if (random.nextInt(8) == 0) {
      return value(2);
    }
    return switch (value) {
      case Json.Obj(Map<String, Json> members) when !members.isEmpty() -> {
        Map<String, Json> changed = new LinkedHashMap<>();
        String chosen = one(List.copyOf(members.keySet()));
        members.forEach((name, member) -> changeMember(changed, name, member, name.equals(chosen)));
        yield new Json.Obj(changed);
      }
      case Json.Arr(List<Json> elements) when !elements.isEmpty() -> {
        List<Json> changed = new ArrayList<>(elements);
        int chosen = random.nextInt(elements.size());
        switch (random.nextInt(4)) {
          case 0 -> changed.remove(chosen);
          case 1 -> changed.addAll(chosen, List.of(value(2), value(1)));
          default -> changed.set(chosen, changed(elements.get(chosen)));
        }
        yield new Json.Arr(changed);
      }
      default -> value(2);
    };
  }

  private void changeMember(Map<String, Json> result, String name, Json member, boolean chosen) {
    int kind = chosen ? random.nextInt(6) : 5;
    if (kind <= 1) {
      for (int i = kind * 3; i > 0; i--) {
        result.putIfAbsent("New" + random.nextInt(1000), value(2));
      }
      return;
    }
    result.put(name, chosen && kind > 2 ? changed(member) : member);
    if (kind == 2) {
      result.putIfAbsent("Added" + random.nextInt(1000), value(2));
    }
  }

  private String text() {
    return one(TEXTS);
  }

  private <T> T one(List<T> choice) {
    return choice.get(random.nextInt(choice.size()));
  }
}
