package ecraccess.macro.shorthand;

import ecraccess.core.aws.Service;
import ecraccess.core.json.Json;
import ecraccess.reach.template.Need;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** {@code AdditionalServices: Auto}: the services that the template's own tasks need, and why. */
record Auto(Map<Service, String> reasons) {
  static final String WORD = "Auto";

  /**
   * What the property adds; nothing unless it is the word, and then only is the template read for
   * it.
   */
  static Auto of(Optional<Json> additionalServices, Supplier<List<Need>> needs) {
    Map<Service, String> reasons = new LinkedHashMap<>();
    if (additionalServices.filter(new Json.Str(WORD)::equals).isPresent()) {
      needs.get().forEach(need -> reasons.put(need.service(), need.reason()));
      Service.OF_A_PULL.forEach(reasons::remove);
    }
    return new Auto(reasons);
  }

  List<EndpointSpec> explain(List<EndpointSpec> endpoints) {
    return endpoints.stream()
        .map(endpoint -> endpoint.because(Optional.ofNullable(reasons.get(endpoint.service()))))
        .toList();
  }
}
