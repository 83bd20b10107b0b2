package ecraccess.reach.filter;

import ecraccess.core.net.PortSet;
import ecraccess.reach.flow.Request;

/** The ports that requests and answers use. */
final class TrafficPorts {
  /** Where endpoints and registries listen. */
  static final PortSet HTTPS = PortSet.tcp(443);

  /**
   * Where answers come back to: Linux picks from this range (ip_local_port_range, as shipped), and
   * Amazon Linux does not change it.
   */
  static final PortSet EPHEMERAL = PortSet.tcp(32_768, 60_999);

  /** Where a NAT gateway calls from (VPC User Guide, NAT gateway basics). */
  static final PortSet NAT = PortSet.tcp(1024, PortSet.LAST);

  private TrafficPorts() {}

  /** Where the request goes. */
  static PortSet of(Request request) {
    return PortSet.tcp(request.port());
  }
}
