package ecraccess.reach.trace;

import ecraccess.reach.verdict.Check;
import java.util.List;

/** What this room's traces check. */
public final class TraceChecks {
  public static final List<Check> ALL =
      List.of(
          Tracer.IMAGE_UNKNOWN,
          Tracer.NOT_READ,
          Tracer.LATER_CALL,
          Tracer.REGION_UNKNOWN,
          StandIn.TASK_GROUPS_UNKNOWN,
          MountPath.NO_MOUNT_TARGET,
          NoPath.PUBLIC_IMAGE,
          NoPath.PUBLIC_CALL,
          NoPath.REGISTRY_UNKNOWN,
          NoPath.NO_ENDPOINT,
          NoPath.PRIVATE_DNS_OFF,
          NoPath.S3_ROUTE_MISSING,
          NoPath.S3_INTERFACE,
          NoPath.OTHER_REGION,
          NoPath.CALLED_ELSEWHERE,
          Routing.OWN_DNS,
          NameAnswer.DNS_FIREWALL,
          Routing.PROXY,
          RouteChoice.ROUTE_OVERRIDES_LOCAL,
          Ipv6Path.IPV6_ONLY,
          InternetAccess.INTERNET_BLOCKED,
          NatPath.NAT_WITHOUT_INTERNET,
          InternetPath.PUBLIC_IP_MISSING,
          UnknownPath.PATH_UNKNOWN);

  private TraceChecks() {}
}
