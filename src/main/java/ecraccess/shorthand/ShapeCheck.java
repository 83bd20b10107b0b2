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
import java.util.Optional;

/** Holds values against their shapes and notes every difference. */
final class ShapeCheck {
  private static final String KEY = "Key";

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
    } else if (function.name().equals(Intrinsic.IF) && function.branches().isEmpty()) {
      problems.add(
          path.member(Intrinsic.IF),
          "expected a list of a condition's name and two values, found "
              + (function.argument() instanceof Json.Arr(List<Json> parts)
                  ? parts.size() + " items"
                  : Found.describe(function.argument())));
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
          "expected %s in both branches, found AWS::NoValue, which would leave it out; write a value there"
              .formatted(shape.noun()));
    }
  }

  private void checkWritten(Json value, Shape shape, Path path) {
    switch (shape) {
      case Shape.Literal(Shape literal) -> checkWritten(value, literal, path);
      case Shape.Written(Shape written) -> checkWritten(value, written, path);
      case Shape.WordOr(String word, Shape.ListOf list) when value instanceof Json.Arr ->
          checkWritten(value, list, path);
      case Shape.ListOf list when value instanceof Json.Arr(List<Json> items) ->
          checkList(items, list, path);
      case Shape.Members members when value instanceof Json.Obj object ->
          checkMembers(object, members, path);
      default -> {
        if (!fits(value, shape)) {
          problems.add(path, expected(value, shape));
        }
      }
    }
  }

  /** Whether the value is of that shape, as far as that can be said without looking inside. */
  private static boolean fits(Json value, Shape shape) {
    return switch (shape) {
      case Shape.Text text -> value instanceof Json.Str(String s) && !s.isEmpty();
      case Shape.AnyText text -> value instanceof Json.Str;
      case Shape.Form form -> value instanceof Json.Str(String s) && s.matches(form.pattern());
      case Shape.Flag flag -> value instanceof Json.Bool;
      case Shape.Word(List<String> words) ->
          value instanceof Json.Str(String s) && words.contains(s);
      case Shape.WordOr(String word, Shape.ListOf list) -> value.equals(new Json.Str(word));
      case Shape.Table table -> value instanceof Json.Obj;
      case Shape.Document document ->
          value instanceof Json.Obj || (value instanceof Json.Str(String s) && !s.isEmpty());
      case Shape.ListOf list -> false;
      case Shape.Members members -> false;
      case Shape.Literal(Shape literal) -> fits(value, literal);
      case Shape.Written(Shape written) -> fits(value, written);
    };
  }

  private void checkList(List<Json> items, Shape.ListOf list, Path path) {
    if (!list.mayBeEmpty() && items.stream().allMatch(Intrinsic::isNoValue)) {
      String found = items.isEmpty() ? "an empty list" : "AWS::NoValue only, which leaves it empty";
      problems.add(path, "expected " + list.noun() + ", found " + found);
    }
    boolean onlyItem = items.size() == 1 && !list.mayBeEmpty();
    List<Json> seen = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      Path here = path.element(i);
      Optional<Json> key = tagKey(items.get(i), list);
      Json item = key.orElse(items.get(i));
      Json once = expressions.canonical(item);
      int first = seen.indexOf(once);
      seen.add(once);
      if (first >= 0 && !Intrinsic.isNoValue(once)) {
        problems.add(
            here,
            "expected each %s once, found %s again, first at [%d]"
                .formatted(key.isPresent() ? "tag key" : "item", Expressions.show(item), first));
      } else {
        new ShapeCheck(expressions, problems, onlyItem).check(items.get(i), list.item(), here);
      }
    }
  }

  /** Tags differ by their keys alone. */
  private static Optional<Json> tagKey(Json item, Shape.ListOf list) {
    return list.item() instanceof Shape.Members members
            && members.members().containsKey(KEY)
            && item instanceof Json.Obj tag
        ? tag.get(KEY)
        : Optional.empty();
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
      if (shape.required().contains(name)
          && object.get(name).filter(value -> !Intrinsic.isNoValue(value)).isEmpty()) {
        problems.add(path.member(name), "missing, expected " + shape.members().get(name).noun());
      }
    }
  }

  /** {@code "unknown member X, did you mean Y?"}, or with no near name what is valid. */
  static String unknown(String kind, String name, Collection<String> valid) {
    return "unknown " + kind + NearMiss.hintOrList(name, valid);
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
      case Shape.Form form
          when value instanceof Json.Num(String literal) && literal.matches(form.pattern()) ->
          "; write it in quotes";
      case Shape.Word(List<String> words) when value instanceof Json.Str(String s) ->
          NearMiss.hint(s, words);
      case Shape.WordOr(String word, Shape.ListOf list) when value instanceof Json.Str(String s) ->
          NearMiss.hint(s, List.of(word));
      case Shape.Flag flag
          when value instanceof Json.Str(String s) && s.matches("(?i)true|false") ->
          "; write it without quotes";
      default -> "";
    };
  }
}
