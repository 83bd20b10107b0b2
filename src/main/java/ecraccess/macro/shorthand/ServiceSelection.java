package ecraccess.macro.shorthand;

import ecraccess.core.aws.Service;
import ecraccess.core.cfn.Expressions;
import ecraccess.core.cfn.Found;
import ecraccess.core.cfn.NearMiss;
import ecraccess.core.cfn.Problems;
import ecraccess.core.cfn.Resource;
import ecraccess.core.json.Json;
import ecraccess.core.json.JsonPath;
import ecraccess.reach.template.Need;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads which endpoints a shorthand creates and what each is called. */
final class ServiceSelection {
  /** {@code com.amazonaws.eu-west-1.logs}, in any partition. */
  private static final Pattern FULL_NAME =
      Pattern.compile(".+\\.(?:[a-z]{2,4}-[a-z-]+-\\d|\\$\\{AWS::Region})\\.(.+)");

  private final Resource resource;
  private final Json.Obj properties;
  private final JsonPath path;
  private final Expressions expressions;
  private final Problems problems;

  ServiceSelection(
      Resource resource, Json.Obj properties, Expressions expressions, Problems problems) {
    this.resource = resource;
    this.properties = properties;
    this.path = resource.path().member("Properties");
    this.expressions = expressions;
    this.problems = problems;
  }

  /**
   * Reads it.
   *
   * @param needs of the template's tasks, for {@code Auto}
   */
  Selection read(Supplier<List<Need>> needs) {
    int before = problems.count();
    Set<Service> selected = new LinkedHashSet<>(Service.OF_A_PULL);
    Auto auto = Auto.of(Property.ADDITIONAL_SERVICES.in(properties), needs);
    selected.addAll(services(Property.ADDITIONAL_SERVICES));
    selected.addAll(auto.reasons().keySet());
    Set<Service> existing = services(Property.EXISTING_SERVICES);
    selected.removeAll(existing);
    if (selected.isEmpty()) {
      problems.add(
          path.member(Property.EXISTING_SERVICES.key()),
          "no endpoint is left to create; remove the resource, or a service from this list");
    }
    List<EndpointSpec> endpoints =
        new Overrides(resource, expressions, problems)
            .read(Property.OVERRIDES.in(properties), selected);
    return new Selection(
        auto.explain(endpoints), List.copyOf(existing), problems.count() == before);
  }

  private Set<Service> services(Property property) {
    Set<Service> services = new LinkedHashSet<>();
    Optional<Json> given = property.in(properties);
    if (given.isEmpty()) {
      return services;
    }
    JsonPath here = path.member(property.key());
    new ShapeCheck(expressions, problems, false).check(given.get(), property.shape(), here);
    if (given.get() instanceof Json.Arr(List<Json> items)) {
      for (int i = 0; i < items.size(); i++) {
        if (items.get(i) instanceof Json.Str(String name) && !name.isEmpty()) {
          service(name, property, here.element(i)).ifPresent(services::add);
        }
      }
    }
    return services;
  }

  private Optional<Service> service(String name, Property property, JsonPath here) {
    Optional<String> wrong = wrong(name, property);
    wrong.ifPresent(why -> problems.add(here, why));
    if (wrong.isPresent()) {
      return Optional.empty();
    }
    Service service = new Service(name);
    if (property == Property.ADDITIONAL_SERVICES && Service.OF_A_PULL.contains(service)) {
      problems.add(here, name + " is created anyway; remove it from the list");
    }
    return Optional.of(service);
  }

  /** Why the text is not the name of a service that has an endpoint; nothing, if it may be one. */
  private static Optional<String> wrong(String name, Property property) {
    if (property == Property.ADDITIONAL_SERVICES && name.equalsIgnoreCase(Auto.WORD)) {
      return Optional.of(
          "expected a service name such as logs, found the word Auto, which stands alone; write"
              + " AdditionalServices: Auto");
    }
    Matcher fullName = FULL_NAME.matcher(name);
    if (fullName.matches()) {
      return Optional.of(
          "expected the service's short name, found %s; write %s"
              .formatted(Found.quote(name), fullName.group(1)));
    }
    return NotPromised.why(name).or(() -> unknown(name));
  }

  private static Optional<String> unknown(String name) {
    List<String> meant = Service.meantBy(name.toLowerCase(Locale.ROOT));
    if (!meant.isEmpty()) {
      return Optional.of(
          "unknown service %s, did you mean %s?"
              .formatted(Found.quote(name), String.join(" or ", meant)));
    }
    Optional<String> near = Service.known().contains(name) ? Optional.empty() : nearService(name);
    return near.isEmpty() && Service.isName(name)
        ? Optional.empty()
        : Optional.of(
            "unknown service %s%s"
                .formatted(
                    Found.quote(name),
                    near.map(one -> ", did you mean " + one + "?")
                        .orElse(", expected a name such as logs or ecs-agent")));
  }

  /**
   * A name we do not know is taken as it is, since AWS adds services, unless it is nearly a known
   * one.
   */
  private static Optional<String> nearService(String name) {
    Set<String> known = Service.known();
    return known.stream()
        .filter(longer -> longer.startsWith(name + "."))
        .findFirst()
        .or(() -> NearMiss.of(name, known));
  }
}
