package ecraccess.core.cfn.eval;

import ecraccess.core.cfn.Intrinsic;
import ecraccess.core.cfn.Template;
import ecraccess.core.json.Json;
import ecraccess.core.json.JsonText;
import ecraccess.core.net.Cidr;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What functions make of their arguments; nothing where those do not tell it. */
final class Functions {
  /** Host bits of a block where {@code Fn::Cidr} does not say (User Guide, {@code Fn::Cidr}). */
  private static final int DEFAULT_CIDR_BITS = 8;

  private Functions() {}

  static Optional<Json> selected(List<Json> parts) {
    if (parts.size() != 2 || !(parts.getLast() instanceof Json.Arr(List<Json> items))) {
      return Optional.empty();
    }
    return ScalarText.text(parts.getFirst())
        .flatMap(ScalarText::integer)
        .filter(index -> index >= 0 && index < items.size())
        .filter(index -> items.stream().noneMatch(Functions::isChoice))
        .map(items::get);
  }

  /** It may turn out to be nothing, which moves all behind it. */
  private static boolean isChoice(Json value) {
    return Intrinsic.of(value).filter(function -> function.name().equals(Intrinsic.IF)).isPresent();
  }

  static Optional<Json> split(List<Json> parts) {
    List<String> texts = texts(parts.stream());
    return parts.size() == 2 && texts.size() == 2 && !texts.getFirst().isEmpty()
        ? Optional.of(
            new Json.Arr(
                Arrays.stream(texts.getLast().split(Pattern.quote(texts.getFirst()), -1))
                    .<Json>map(Json.Str::new)
                    .toList()))
        : Optional.empty();
  }

  static Optional<Json> found(Template template, List<Json> parts) {
    List<String> keys = texts(parts.stream().limit(3));
    if (keys.size() < 3) {
      return Optional.empty();
    }
    Optional<Json> found = template.root().get("Mappings");
    for (String key : keys) {
      found = found.flatMap(map -> map instanceof Json.Obj obj ? obj.get(key) : Optional.empty());
    }
    return found.or(() ->
        parts.size() > 3 && parts.get(3) instanceof Json.Obj options
            ? options.get("DefaultValue")
            : Optional.empty());
  }

  /**
   * The blocks that a block is cut into: {@code [block, count, bits]}, where a block has two to the
   * power of {@code bits} addresses, 8 unless said otherwise.
   */
  static Optional<Json> blocks(List<Json> parts) {
    List<String> texts = texts(parts.stream());
    if (texts.size() < 2 || texts.size() != parts.size()) {
      return Optional.empty();
    }
    Optional<Cidr> block = Cidr.parse(texts.getFirst());
    Optional<Integer> count = ScalarText.integer(texts.get(1));
    Optional<Integer> bits =
        texts.size() > 2 ? ScalarText.integer(texts.get(2)) : Optional.of(DEFAULT_CIDR_BITS);
    return block.isPresent() && count.isPresent() && bits.isPresent()
        ? block
            .get()
            .cut(bits.get(), count.get())
            .map(cut ->
                new Json.Arr(cut.stream().<Json>map(one -> new Json.Str(one.toString())).toList()))
        : Optional.empty();
  }

  /** How many items a list has that is known as a whole. */
  static Optional<Json> length(Json list) {
    return list instanceof Json.Arr(List<Json> items)
            && items.stream().noneMatch(Functions::isChoice)
        ? Optional.of(new Json.Num(String.valueOf(items.size())))
        : Optional.empty();
  }

  private static List<String> texts(Stream<Json> values) {
    return values.flatMap(value -> ScalarText.text(value).stream()).toList();
  }

  static Optional<Json> written(Json value) {
    return Evaluator.isClosed(value)
        ? Optional.of(new Json.Str(JsonText.compact(value)))
        : Optional.empty();
  }
}
