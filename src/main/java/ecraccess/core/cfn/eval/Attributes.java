package ecraccess.core.cfn.eval;

import ecraccess.core.cfn.Intrinsic;
import ecraccess.core.cfn.Resource;
import ecraccess.core.json.Json;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Tells what {@code Fn::GetAtt} yields where it repeats a property of the resource. */
public final class Attributes {
  static final String VPC_BLOCK = "VpcCidrBlock";

  /** More parts than any ID, name or list of them has: not worth to be carried along. */
  private static final int LARGEST = 200;

  private static final int LONGEST_TEXT = 4096;

  private final Function<String, Optional<Resource>> resources;

  /** What was found out; nothing for what is being looked at. */
  private final Map<String, Optional<Json>> found = new HashMap<>();

  /**
   * The attributes.
   *
   * @param resources the resources that certainly exist, by name
   */
  public Attributes(Function<String, Optional<Resource>> resources) {
    this.resources = resources;
  }

  /** The value of {@code Resource.Attribute}. */
  Optional<Json> value(String dotted, Evaluator values) {
    Optional<Json> before = found.putIfAbsent(dotted, Optional.empty());
    if (before != null) {
      return before;
    }
    int dot = dotted.indexOf('.');
    Optional<Json> value =
        dot < 0
            ? Optional.empty()
            : resources
                .apply(dotted.substring(0, dot))
                .flatMap(resource -> repeated(resource, dotted.substring(dot + 1)))
                .map(values::of)
                .filter(json -> size(json) <= LARGEST && !Intrinsic.isNoValue(json));
    found.put(dotted, value);
    return value;
  }

  /** Attributes of AWS's own types that have a property's name have its value. */
  private static Optional<Json> repeated(Resource resource, String attribute) {
    if (resource.isOfType(Resource.LOOK_UP) && attribute.equals(VPC_BLOCK)) {
      return resource.property("VpcId").flatMap(Attributes::blockOf);
    }
    boolean isRead = resource.isOfType(Resource.LOOK_UP) && attribute.equals("SubnetIds");
    return isRead || resource.isPlain() ? resource.property(attribute) : Optional.empty();
  }

  private static Optional<Json> blockOf(Json vpc) {
    return Intrinsic.of(vpc)
        .filter(function -> function.name().equals(Intrinsic.REF))
        .map(function ->
            Json.Obj.of(
                Intrinsic.GET_ATT, Json.Arr.of(function.argument(), new Json.Str("CidrBlock"))));
  }

  /** The number of values in it; where it is too large, no matter what. */
  private static int size(Json value) {
    return switch (value) {
      case Json.Obj(Map<String, Json> members) -> size(List.copyOf(members.values()));
      case Json.Arr(List<Json> items) -> size(items);
      case Json.Str(String text) -> text.length() > LONGEST_TEXT ? LARGEST + 1 : 1;
      case Json.Num n -> 1;
      case Json.Bool b -> 1;
      case Json.Null n -> 1;
    };
  }

  private static int size(List<Json> children) {
    int size = 1;
    for (Json child : children) {
      size += size(child);
      if (size > LARGEST) {
        return size;
      }
    }
    return size;
  }
}
