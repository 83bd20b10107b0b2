package ecraccess.reach.flow;

import ecraccess.core.aws.Service;
import ecraccess.core.json.JsonPath;
import ecraccess.reach.model.Image;
import ecraccess.reach.verdict.Trace;

/** What something that pulls images calls. */
public sealed interface Request {
  Trace.Purpose purpose();

  /** Where it is written that this is needed. */
  JsonPath path();

  /** An AWS service in the network's own region. */
  record ToService(Trace.Purpose purpose, JsonPath path, Service service) implements Request {
    public boolean isForLayers() {
      return purpose.label().equals(Requests.LAYERS);
    }
  }

  /** A registry that no endpoint of this region serves. */
  record ToRegistry(Trace.Purpose purpose, JsonPath path, Image image) implements Request {}
}
