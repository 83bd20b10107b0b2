package ecraccess.reach.flow;

import ecraccess.core.aws.Service;
import ecraccess.core.json.JsonPath;
import ecraccess.core.logic.Known;
import ecraccess.reach.model.Image;
import ecraccess.reach.model.Resolved;
import ecraccess.reach.model.Workload;
import ecraccess.reach.verdict.Trace;
import java.util.List;

/** What something that pulls images calls. */
public sealed interface Request {
  int HTTPS = 443;

  /** Where mount targets of EFS listen (EFS User Guide, Using VPC security groups). */
  int NFS = 2049;

  Trace.Purpose purpose();

  /** Where it is written that this is needed. */
  JsonPath path();

  /** The TCP port that is called. */
  default int port() {
    return this instanceof ToMountTarget ? NFS : HTTPS;
  }

  /**
   * An AWS service in the network's own region.
   *
   * @param subject what for
   */
  record ToService(Trace.Purpose purpose, JsonPath path, Service service, Subject subject)
      implements Request {
    public boolean isForLayers() {
      return subject instanceof Subject.Layers;
    }
  }

  /** What a service is called for. */
  sealed interface Subject {

    /** A registry token, or an image's manifest. */
    record Pull() implements Subject {}

    /** An image's layers, by links that ECR signs. */
    record Layers() implements Subject {}

    /**
     * Whatever else a task starts with.
     *
     * @param resources the ARNs or names of what is asked for; empty where nothing is said of that
     */
    record Start(List<Resolved> resources) implements Subject {
      public Start {
        resources = List.copyOf(resources);
      }
    }
  }

  /**
   * An AWS service in another region, which no endpoint of the network's own region serves.
   *
   * @param region its region, or what would tell it
   */
  record ToOtherRegion(Trace.Purpose purpose, JsonPath path, Service service, Known<String> region)
      implements Request {}

  /** A registry that no endpoint of this region serves. */
  record ToRegistry(Trace.Purpose purpose, JsonPath path, Image image) implements Request {}

  /** A public address that no endpoint of the VPC leads to. */
  record ToInternet(Trace.Purpose purpose, JsonPath path, Workload.PublicCall call)
      implements Request {}

  /** The mount targets of a file system, of which each zone has its own. */
  record ToMountTarget(Trace.Purpose purpose, JsonPath path, Workload.Mount mount)
      implements Request {}
}
