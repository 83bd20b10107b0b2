package ecraccess.macro.shorthand;

import ecraccess.core.cfn.Expressions;
import ecraccess.core.cfn.Found;
import ecraccess.core.cfn.Intrinsic;
import ecraccess.core.cfn.NearMiss;
import ecraccess.core.cfn.Plurality;
import ecraccess.core.cfn.Problems;
import ecraccess.core.json.Json;
import ecraccess.core.json.JsonPath;
import ecraccess.reach.refusal.Refusals;
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

  void check(Json value, ValueShape shape, JsonPath path) {
    Intrinsic.of(value)
        .ifPresentOrElse(
            function -> checkFunction(function, shape, path),
            () -> checkWritten(value, shape, path));
  }

  private void checkFunction(Intrinsic function, ValueShape shape, JsonPath path) {
    if (!function.isKnown()) {
      problems.add(path, "unknown function " + function.name() + function.hint());
    } else if (shape instanceof ValueShape.Literal || shape instanceof ValueShape.Written) {
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
    } else if (function.branches().isEmpty()) {
      checkYield(function, shape, path);
    } else {
      List<Json> branches = function.branches();
      for (int i = 0; i < branches.size(); i++) {
        checkBranch(branches.get(i), shape, path.member(Intrinsic.IF).element(i + 1));
      }
    }
  }

  /** A list where one value belongs, or the reverse: CloudFormation makes neither of the other. */
  private void checkYield(Intrinsic function, ValueShape shape, JsonPath path) {
    Json value = function.toJson();
    if (Refusals.isEarlySplit(value)) {
      problems.add(
          path,
          "expected %s, found Fn::Split of a dynamic reference, which is split before it is looked up; use a parameter of type AWS::SSM::Parameter::Value<List<String>>"
              .formatted(shape.noun()));
      return;
    }
    Plurality yields = expressions.plurality(value);
    if (shape instanceof ValueShape.ListOf && yields == Plurality.ONE) {
      problems.add(
          path,
          "expected %s, found %s, which is a single value; write [%s]"
              .formatted(shape.noun(), Expressions.show(value), Expressions.show(value)));
    } else if (isSingle(shape) && yields == Plurality.LIST) {
      problems.add(
          path,
          "expected %s, found %s, which is a list; take the brackets around it away, or select one item"
              .formatted(shape.noun(), Expressions.show(value)));
    }
  }

  private static boolean isSingle(ValueShape shape) {
    return shape instanceof ValueShape.Text
        || shape instanceof ValueShape.AnyText
        || shape instanceof ValueShape.Form
        || shape instanceof ValueShape.Flag
        || shape instanceof ValueShape.Word;
  }

  private void checkBranch(Json branch, ValueShape shape, JsonPath path) {
    if (!Intrinsic.isNoValue(branch)) {
      check(branch, shape, path);
    } else if (neverAbsent) {
      problems.add(
          path,
          "expected %s in both branches, found AWS::NoValue, which would leave it out; write a value there"
              .formatted(shape.noun()));
    }
  }

  private void checkWritten(Json value, ValueShape shape, JsonPath path) {
    switch (shape) {
      case ValueShape.Literal(ValueShape literal) -> checkWritten(value, literal, path);
      case ValueShape.Written(ValueShape written) -> checkWritten(value, written, path);
      case ValueShape.WordOr(String word, ValueShape.ListOf list) when value instanceof Json.Arr ->
          checkWritten(value, list, path);
      case ValueShape.ListOf list when value instanceof Json.Arr(List<Json> items) ->
          checkList(items, list, path);
      case ValueShape.Members members when value instanceof Json.Obj object ->
          checkMembers(object, members, path);
      default -> {
        if (!fits(value, shape)) {
          problems.add(path, expected(value, shape));
        }
      }
    }
  }

  /** Whether the value is of that shape, as far as that can be said without looking inside. */
  private static boolean fits(Json value, ValueShape shape) {
    return switch (shape) {
      case ValueShape.Text text -> value instanceof Json.Str(String s) && !s.isEmpty();
      case ValueShape.AnyText text -> value instanceof Json.Str;
      case ValueShape.Form form -> value instanceof Json.Str(String s) && s.matches(form.pattern());
      case ValueShape.Flag flag -> value instanceof Json.Bool;
      case ValueShape.Word(List<String> words) ->
          value instanceof Json.Str(String s) && words.contains(s);
      case ValueShape.WordOr(String word, ValueShape.ListOf list) ->
          value.equals(new Json.Str(word));
      case ValueShape.Table table -> value instanceof Json.Obj;
      case ValueShape.Document document ->
          value instanceof Json.Obj || (value instanceof Json.Str(String s) && !s.isEmpty());
      case ValueShape.ListOf list -> false;
      case ValueShape.Members members -> false;
      case ValueShape.Literal(ValueShape literal) -> fits(value, literal);
      case ValueShape.Written(ValueShape written) -> fits(value, written);
    };
  }

  private void checkList(List<Json> items, ValueShape.ListOf list, JsonPath path) {
    if (!list.mayBeEmpty() && items.stream().allMatch(Intrinsic::isNoValue)) {
      String found = items.isEmpty() ? "an empty list" : "AWS::NoValue only, which leaves it empty";
      problems.add(path, "expected " + list.noun() + ", found " + found);
    }
    boolean onlyItem = items.size() == 1 && !list.mayBeEmpty();
    List<Json> seen = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      JsonPath here = path.element(i);
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
  private static Optional<Json> tagKey(Json item, ValueShape.ListOf list) {
    return list.item() instanceof ValueShape.Members members
            && members.members().containsKey(KEY)
            && item instanceof Json.Obj tag
        ? tag.get(KEY)
        : Optional.empty();
  }

  private void checkMembers(Json.Obj object, ValueShape.Members shape, JsonPath path) {
    object
        .members()
        .forEach((name, value) -> {
          ValueShape member = shape.members().get(name);
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

  private static String expected(Json value, ValueShape shape) {
    return "expected " + shape.noun() + ", found " + Found.describe(value) + remedy(value, shape);
  }

  private static String remedy(Json value, ValueShape shape) {
    return switch (shape) {
      case ValueShape.Text text when value instanceof Json.Num || value instanceof Json.Bool ->
          "; write it in quotes";
      case ValueShape.AnyText text when value instanceof Json.Num || value instanceof Json.Bool ->
          "; write it in quotes";
      case ValueShape.Form form
          when value instanceof Json.Num(String literal) && literal.matches(form.pattern()) ->
          "; write it in quotes";
      case ValueShape.Word(List<String> words) when value instanceof Json.Str(String s) ->
          NearMiss.hint(s, words);
      case ValueShape.WordOr(String word, ValueShape.ListOf list)
          when value instanceof Json.Str(String s) ->
          NearMiss.hint(s, List.of(word));
      case ValueShape.Flag flag
          when value instanceof Json.Str(String s) && s.matches("(?i)true|false") ->
          "; write it without quotes";
      default -> "";
    };
  }
}
