package ecraccess.reach.template;

import ecraccess.core.aws.Regions;
import ecraccess.core.aws.Service;
import ecraccess.core.cfn.Branch;
import ecraccess.core.cfn.Outline;
import ecraccess.core.logic.Known;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name of the service that an endpoint leads to.
 *
 * @param service its short name; empty where it is not a service of AWS
 */
record EndpointServiceNames(
    Known<String> text, Known<Optional<Service>> service, Known<Boolean> inRegion) {
  /** {@code PREFIX.REGION.SERVICE}; the region may be a hole. */
  private static final Pattern FORM =
      Pattern.compile(
          "(?!aws\\.)((?!vpce)[a-z0-9-]+\\.)+([a-z]{2,}(?:-[a-z]+)+-\\d+|"
              + Pattern.quote(Regions.UNTOLD)
              + "|"
              + Outline.HOLE
              + ")\\.([a-z0-9.-]+)");

  static EndpointServiceNames read(Scenario scenario, Branch properties) {
    Optional<Branch> place = scenario.member(properties, "ServiceName");
    if (place.isEmpty()) {
      String missing = "the name of the service";
      return new EndpointServiceNames(
          Known.unknown(missing), Known.unknown(missing), Known.unknown(missing));
    }
    Known<String> text = scenario.text(place.get());
    String outline = Outline.of(scenario.resolved(place.get().value())).text();
    Matcher form = FORM.matcher(outline);
    boolean fits = form.matches() && Service.isName(form.group(3));
    Known<Optional<Service>> service =
        fits
            ? Known.is(Optional.of(new Service(form.group(3))))
            : text.map(any -> Optional.empty());
    Known<String> region =
        fits && !form.group(2).equals(Outline.HOLE)
            ? Known.is(form.group(2))
            : text.map(any -> scenario.context().region());
    String own = scenario.context().region();
    // A name of another region alone asks for no other region: EC2 finds no such service here.
    Known<String> asked =
        scenario
            .member(properties, "ServiceRegion")
            .map(scenario::text)
            .orElse(region.map(any -> own));
    return new EndpointServiceNames(text, service, asked.map(own::equals));
  }
}
