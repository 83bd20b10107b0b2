package ecraccess.reach.template;

import ecraccess.core.cfn.Expressions;
import ecraccess.core.cfn.Intrinsic;
import ecraccess.core.cfn.Resource;
import ecraccess.core.json.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What happens where nobody can look: nested stacks, modules, custom resources and included
 * snippets may change everything that they are given.
 */
public final class Opaque {
  /** Those of AWS that add nothing to a network. {@code AWS::Include} adds anything. */
  private static final Pattern KNOWN_TRANSFORMS =
      Pattern.compile("AWS::(Serverless|LanguageExtensions|SecretsManager|CodeDeploy|CodeStar).*");

  /** From these nobody gets back to the thing. */
  private static final Set<String> HARMLESS =
      Set.of("CidrBlock", "AvailabilityZone", "AvailabilityZoneId", "Ipv6CidrBlocks");

  /** Who is given a thing, by the thing's name. */
  private final Map<String, String> holders = new LinkedHashMap<>();

  /** Which things other stacks learn of, with where they learn it. */
  private final Map<String, String> told = new LinkedHashMap<>();

  private final Optional<String> everything;

  Opaque(Scenario scenario) {
    everything =
        scenario.inventory().hasIncludes()
            ? Optional.of("what Fn::Transform adds to the template")
            : otherMacro(scenario);
    scenario.resources().filter(Opaque::isOpaque).forEach(holder -> note(scenario, holder));
    scenario
        .resources("AWS::SSM::Parameter")
        .forEach(parameter ->
            tell(
                scenario.properties(parameter).value(),
                "SSM parameter " + parameter.logicalId(),
                scenario));
    scenario
        .exports()
        .forEach((output, value) -> tell(value, "the export of output " + output, scenario));
  }

  private void tell(Json value, String where, Scenario scenario) {
    names(scenario.resolved(value)).forEach(name -> told.putIfAbsent(name, where));
  }

  /** A macro processes the whole template; only those of AWS are known to add no network. */
  private static Optional<String> otherMacro(Scenario scenario) {
    return scenario
        .transforms()
        .filter(name -> !KNOWN_TRANSFORMS.matcher(name).matches())
        .findFirst()
        .map(name -> "what macro %s adds to the template".formatted(name));
  }

  private static boolean isOpaque(Resource resource) {
    // The macro's own look-up only reads.
    return !resource.isPlain() && !resource.isOfType(Resource.LOOK_UP);
  }

  private void note(Scenario scenario, Resource holder) {
    String reason = "what " + holder.logicalId() + " does to ";
    names(scenario.resolved(scenario.properties(holder).value()))
        .forEach(name -> holders.putIfAbsent(name, reason + name));
  }

  private static Stream<String> names(Json value) {
    Optional<Intrinsic> function = Intrinsic.of(value);
    if (function.isPresent()
        && Set.of(Intrinsic.REF, Intrinsic.GET_ATT).contains(function.get().name())) {
      return Expressions.dotted(function.get().argument()).stream()
          .filter(name -> !HARMLESS.contains(name.substring(name.indexOf('.') + 1)));
    }
    return switch (value) {
      case Json.Obj(Map<String, Json> members) -> members.values().stream().flatMap(Opaque::names);
      case Json.Arr(List<Json> items) -> items.stream().flatMap(Opaque::names);
      case Json.Str s -> Stream.empty();
      case Json.Num n -> Stream.empty();
      case Json.Bool b -> Stream.empty();
      case Json.Null n -> Stream.empty();
    };
  }

  /**
   * Why the thing may be other than the template says; empty where nobody else is given it.
   *
   * @param name {@code Vpc}, or {@code Vpc.DefaultSecurityGroup}, which the VPC leads to as well
   */
  Optional<String> reason(String name) {
    int dot = name.indexOf('.');
    return Optional.ofNullable(holders.get(name))
        .or(() ->
            dot < 0 ? Optional.empty() : Optional.ofNullable(holders.get(name.substring(0, dot))))
        .or(() -> everything);
  }

  /**
   * Why rules may be added to a security group elsewhere; empty where no other stack learns of it.
   */
  Optional<String> rulesFromElsewhere(String group) {
    return Optional.ofNullable(told.get(group))
        .or(() -> Optional.ofNullable(told.get(group + ".GroupId")))
        .map(where ->
            "the rules that other stacks add to %s, which they know by %s".formatted(group, where));
  }
}
