package ecraccess.shorthand;

import java.util.List;

/**
 * What a shorthand creates.
 *
 * @param endpoints in the order of the output
 * @param certain whether that is all; if not, problems were found and these are the rest
 */
public record Selection(List<Endpoint> endpoints, boolean certain) {
  public Selection {
    endpoints = List.copyOf(endpoints);
  }
}
