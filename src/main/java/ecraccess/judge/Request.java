package ecraccess.judge;

import ecraccess.json.Path;
import ecraccess.network.Image;
import ecraccess.service.Service;

/** What something that pulls images calls. */
sealed interface Request {
  Walk.Purpose purpose();

  /** Where it is written that this is needed. */
  Path path();

  /** An AWS service in the network's own region. */
  record ToService(Walk.Purpose purpose, Path path, Service service) implements Request {
    boolean isForLayers() {
      return purpose.label().equals(Requests.LAYERS);
    }
  }

  /** A registry that no endpoint of this region serves. */
  record ToRegistry(Walk.Purpose purpose, Path path, Image image) implements Request {}
}
