package ecraccess.shorthand;

import ecraccess.json.Json;
import ecraccess.json.Path;
import ecraccess.template.Expressions;
import ecraccess.template.Found;
import ecraccess.template.Intrinsic;
import ecraccess.template.NearMiss;
import ecraccess.template.Problems;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;

/** Holds values against their shapes and notes every difference. */
final class ShapeCheck {
  private static final Pattern CIDR =
      Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}/\\d{1,2}|[0-9A-Fa-f]*:[0-9A-Fa-f:.]*/\\d{1,3}");

  private final Expressions expressions;
  private final Problems problems;

  /** Whether {@code AWS::NoValue} in a branch of the value would leave a property out. */
  private final boolean neverAbsent;

  ShapeCheck(Expressions expressions, Problems problems, boolean neverAbsent) {
    this.expressions = expressions;
    this.problems = problems;
    this.neverAbsent = neverAbsent;
  }

  void check(Json value, Shape shape, Path path) {
    Intrinsic.of(value)
        .ifPresentOrElse(
            function -> checkFunction(function, shape, path),
            () -> checkWritten(value, shape, path));
  }

  private void checkFunction(Intrinsic function, Shape shape, Path path) {
    if (!function.isKnown()) {
      problems.add(path, "unknown function " + function.name() + function.hint());
    } else if (shape instanceof Shape.Literal || shape instanceof Shape.Written) {
      problems.add(
          path,
          "expected %s written out, found the function %s; the macro cannot wait for its value"
              .formatted(shape.noun(), function.name()));
    } else {
      List<Json> branches = function.branches();
      for (int i = 0; i < branches.size(); i++) {
        checkBranch(branches.get(i), shape, path.member(Intrinsic.IF).element(i + 1));
      }
    }
  }

  private void checkBranch(Json branch, Shape shape, Path path) {
    if (!Intrinsic.isNoValue(branch)) {
      check(branch, shape, path);
    } else if (neverAbsent) {
      problems.add(
          path,
          "expected %s in both branches, found AWS::NoValue, which would leave the property to EC2's default"
              .formatted(shape.noun()));
    }
  }

  private void checkWritten(Json value, Shape shape, Path path) {
    switch (shape) {
      case Shape.Literal(Shape literal) -> checkWritten(value, literal, path);
      case Shape.Written(Shape written) -> checkWritten(value, written, path);
      case Shape.Cidr cidr ->
          expect(
              value instanceof Json.Str(String s) && CIDR.matcher(s).matches(), value, shape, path);
      case Shape.Text text ->
          expect(value instanceof Json.Str(String s) && !s.isEmpty(), value, shape, path);
      case Shape.AnyText text -> expect(value instanceof Json.Str, value, shape, path);
      case Shape.Flag flag -> expect(value instanceof Json.Bool, value, shape, path);
      case Shape.Word(List<String> words) -> {
        if (value instanceof Json.Str(String s) && !words.contains(s)) {
          problems.add(path, expected(value, shape) + NearMiss.hint(s, words));
        } else {
          expect(value instanceof Json.Str, value, shape, path);
        }
      }
      case Shape.WordOr(String word, Shape.ListOf list) when value instanceof Json.Arr ->
          checkWritten(value, list, path);
      case Shape.WordOr(String word, Shape.ListOf list) -> checkWord(value, word, shape, path);
      case Shape.Table table -> expect(value instanceof Json.Obj, value, shape, path);
      case Shape.Document document ->
          expect(value instanceof Json.Obj || value instanceof Json.Str, value, shape, path);
      case Shape.ListOf list when value instanceof Json.Arr(List<Json> items) ->
          checkList(items, list, path);
      case Shape.ListOf list -> expect(false, value, shape, path);
      case Shape.Members members when value instanceof Json.Obj object ->
          checkMembers(object, members, path);
      case Shape.Members members -> expect(false, value, shape, path);
    }
  }

  private void checkWord(Json value, String word, Shape shape, Path path) {
    if (!value.equals(new Json.Str(word))) {
      String hint = value instanceof Json.Str(String s) ? NearMiss.hint(s, List.of(word)) : "";
      problems.add(path, expected(value, shape) + hint);
    }
  }

  private void checkList(List<Json> items, Shape.ListOf list, Path path) {
    if (!list.mayBeEmpty() && items.stream().allMatch(Intrinsic::isNoValue)) {
      expect(false, new Json.Arr(List.of()), list, path);
    }
    List<Json> seen = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      Path here = path.element(i);
      Json item = expressions.canonical(identity(items.get(i), list.item()));
      int first = seen.indexOf(item);
      seen.add(item);
      if (first >= 0 && !Intrinsic.isNoValue(item)) {
        problems.add(
            here,
            "expected each item once, found %s again, first at [%d]"
                .formatted(Expressions.show(identity(items.get(i), list.item())), first));
      } else {
        new ShapeCheck(expressions, problems, false).check(items.get(i), list.item(), here);
      }
    }
  }

  /** What must not come twice: of a tag its key, of anything else the whole item. */
  private static Json identity(Json item, Shape shape) {
    return shape instanceof Shape.Members members
            && members.required().contains("Key")
            && item instanceof Json.Obj object
        ? object.get("Key").orElse(item)
        : item;
  }

  private void checkMembers(Json.Obj object, Shape.Members shape, Path path) {
    object
        .members()
        .forEach((name, value) -> {
          Shape member = shape.members().get(name);
          if (member == null) {
            problems.add(path.member(name), unknown("member", name, shape.members().keySet()));
          } else {
            new ShapeCheck(expressions, problems, false).check(value, member, path.member(name));
          }
        });
    for (String name : shape.members().keySet()) {
      if (shape.required().contains(name) && !object.has(name)) {
        problems.add(path.member(name), "missing, expected " + shape.members().get(name).noun());
      }
    }
  }

  /** {@code "unknown member X, did you mean Y?"}, or with no near name what is valid. */
  static String unknown(String kind, String name, Collection<String> valid) {
    return "unknown " + kind + NearMiss.hintOrList(name, valid);
  }

  private void expect(boolean fits, Json value, Shape shape, Path path) {
    if (!fits) {
      problems.add(path, expected(value, shape));
    }
  }

  private static String expected(Json value, Shape shape) {
    return "expected " + shape.noun() + ", found " + Found.describe(value) + remedy(value, shape);
  }

  private static String remedy(Json value, Shape shape) {
    return switch (shape) {
      case Shape.Text text when value instanceof Json.Num || value instanceof Json.Bool ->
          "; write it in quotes";
      case Shape.AnyText text when value instanceof Json.Num || value instanceof Json.Bool ->
          "; write it in quotes";
      case Shape.Flag flag
          when value instanceof Json.Str(String s) && s.matches("(?i)true|false") ->
          "; write it without quotes";
      default -> "";
    };
  }
}
