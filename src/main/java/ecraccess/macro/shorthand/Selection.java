package ecraccess.macro.shorthand;

import ecraccess.core.aws.Service;
import java.util.List;

/**
 * What a shorthand creates.
 *
 * @param endpoints in the order of the output
 * @param existing the services whose endpoint the VPC has already, as the template says
 * @param certain whether that is all; if not, problems were found and these are the rest
 */
public record Selection(List<EndpointSpec> endpoints, List<Service> existing, boolean certain) {
  public Selection {
    endpoints = List.copyOf(endpoints);
    existing = List.copyOf(existing);
  }
}
