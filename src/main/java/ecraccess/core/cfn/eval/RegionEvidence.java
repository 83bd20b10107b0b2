package ecraccess.core.cfn.eval;

import ecraccess.core.aws.Regions;
import ecraccess.core.cfn.Intrinsic;
import ecraccess.core.cfn.Pieces;
import ecraccess.core.cfn.Resource;
import ecraccess.core.cfn.Template;
import ecraccess.core.json.Json;
import ecraccess.core.json.JsonPath;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a template says of the region that its stack is in. Only what can be created in one region
 * alone counts: the names of endpoint services, and Availability Zones. An image, an ARN or a log's
 * region may be another one.
 */
public final class RegionEvidence {
  private final Json.Obj parameterValues;
  private final Set<String> regions = new LinkedHashSet<>();

  private RegionEvidence(Json.Obj parameterValues) {
    this.parameterValues = parameterValues;
  }

  /**
   * The region that all such literals and defaults agree on; nothing where there is none, or where
   * they differ.
   *
   * @param parameterValues as given, or else by default
   */
  public static Optional<String> of(Template template, Json.Obj parameterValues) {
    RegionEvidence evidence = new RegionEvidence(parameterValues);
    for (Resource resource : template.resources()) {
      evidence.read(resource.value());
    }
    return evidence.regions.size() == 1
        ? Optional.of(evidence.regions.iterator().next())
        : Optional.empty();
  }

  /** What says where a task calls, for its log and for its secrets. */
  private static final Set<String> CALLED =
      Set.of("awslogs-region", "ValueFrom", "CredentialsParameter");

  /**
   * Every region that the template names anywhere but as a key of its mappings: where nobody told
   * the region, it may be each of them, and each may make a difference. Whoever writes {@code
   * AWS::Region} for the stack's own region means another one by a log's or a secret's region that
   * is written out.
   */
  public static Set<String> named(Template template) {
    boolean saysOwn = Pieces.names(template.root(), "AWS::Region");
    Set<String> named = new LinkedHashSet<>();
    template
        .root()
        .members()
        .forEach((section, value) -> {
          if (!section.equals("Mappings") && !section.equals("Description")) {
            collect(value, named, saysOwn ? CALLED : Set.of());
          }
        });
    return named;
  }

  private static void collect(Json value, Set<String> named, Set<String> without) {
    if (value instanceof Json.Str(String text)) {
      named.addAll(Regions.in(text));
    }
    value.mapChildren((step, child) -> {
      if (!(step instanceof JsonPath.Step.Member(String name)
          && (name.equals("Description") || without.contains(name)))) {
        collect(child, named, without);
      }
      return child;
    });
  }

  private void read(Json value) {
    if (value instanceof Json.Obj members) {
      members
          .get("ServiceName")
          .filter(name -> !members.has("ServiceRegion"))
          .ifPresent(this::name);
      members.get("AvailabilityZone").ifPresent(this::zone);
      members.get("AvailabilityZones").ifPresent(this::zones);
    }
    value.mapChildren((step, child) -> {
      read(child);
      return child;
    });
  }

  private void name(Json serviceName) {
    String text = text(serviceName);
    if (text.contains("amazonaws.") || text.startsWith("aws.")) {
      for (String part : text.split("\\.", -1)) {
        if (Regions.isName(part)) {
          regions.add(part);
        }
      }
    }
  }

  private void zone(Json zone) {
    Regions.ofZone(text(zone)).ifPresent(regions::add);
  }

  private void zones(Json zones) {
    if (zones instanceof Json.Arr(List<Json> items)) {
      items.forEach(this::zone);
    }
  }

  /** The text, with the values of parameters in it; a blank for what is not known. */
  private String text(Json value) {
    StringBuilder text = new StringBuilder();
    for (Json piece : Pieces.of(value).inOrder()) {
      text.append(
          piece instanceof Json.Str(String written) ? written : parameter(piece).orElse(" "));
    }
    return text.toString();
  }

  private Optional<String> parameter(Json piece) {
    return Intrinsic.of(piece)
        .filter(function -> function.name().equals(Intrinsic.REF))
        .flatMap(function -> ScalarText.text(function.argument()))
        .flatMap(parameterValues::get)
        .flatMap(ScalarText::text);
  }
}
