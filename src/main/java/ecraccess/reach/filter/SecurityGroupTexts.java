package ecraccess.reach.filter;

import ecraccess.core.aws.Service;
import ecraccess.core.json.JsonPath;
import ecraccess.reach.flow.Flow;
import ecraccess.reach.flow.Request;
import ecraccess.reach.flow.Texts;
import ecraccess.reach.model.Endpoint;
import ecraccess.reach.model.SecurityGroup;
import ecraccess.reach.model.SecurityGroup.Peer;
import ecraccess.reach.model.SecurityGroup.Rule;
import ecraccess.reach.model.SecurityGroup.Rules;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What is said of security groups. They name groups and not the endpoint, so that one closed group
 * is one fault however many endpoints have it.
 *
 * @param endpoint empty where the way leads to public addresses
 */
public record SecurityGroupTexts(Flow flow, Optional<Endpoint> endpoint) {

  private List<SecurityGroup> outer() {
    return flow.groups().orElse(List.of());
  }

  private List<SecurityGroup> inner() {
    return endpoint.map(flow::groups).orElse(List.of());
  }

  JsonPath ingressPath() {
    JsonPath named =
        endpoint
            .map(one -> one.paths().apply("SecurityGroupIds"))
            .orElseGet(() -> flow.workload().path());
    return isDefault() ? named : path(inner(), SecurityGroup::ingress).orElse(named);
  }

  /** Whether the endpoint has its VPC's default group only: nobody's place to write rules. */
  private boolean isDefault() {
    return endpoint
        .map(one -> flow.network().vpc(one.vpc()).defaultSecurityGroup())
        .filter(standard -> inner().stream().allMatch(group -> group.id().equals(standard)))
        .isPresent();
  }

  JsonPath egressPath() {
    return path(outer(), SecurityGroup::egress).orElse(flow.workload().path());
  }

  private static Optional<JsonPath> path(
      List<SecurityGroup> groups, Function<SecurityGroup, Rules> direction) {
    return groups.stream()
        .map(direction)
        .map(Rules::path)
        .filter(path -> !path.equals(JsonPath.ROOT))
        .findFirst();
  }

  String admitted(GroupMatch match) {
    return match.because().stream()
        .findFirst()
        .map(rule ->
            "%s admits %s on port %d".formatted(names(inner()), show(match.because()), port()))
        .orElseGet(() -> "port %d is open".formatted(port()));
  }

  String letOut() {
    return outer().isEmpty()
        ? "port %d is open".formatted(port())
        : "%s lets port %d out".formatted(names(outer()), port());
  }

  String ingress(GroupMatch match) {
    String found = show(match.toOthers());
    if (isDefault()) {
      return "expected a security group that admits TCP port %d from %s, found the VPC's default one, which admits only itself unless told otherwise; name another in SecurityGroupIds"
          .formatted(port(), callers());
    }
    return found.isEmpty()
        ? closed(inner(), port())
        : "expected %s to admit TCP port %d from %s, found it open to %s only; add a rule"
            .formatted(names(inner()), port(), callers(), found);
  }

  /** The same words whoever calls, so that it stays one fault. */
  public static String closed(List<SecurityGroup> groups, int port) {
    return "expected a rule of %s that admits TCP port %d, found none; admit the security groups of what pulls, or the addresses of the VPC"
        .formatted(names(groups), port);
  }

  private int port() {
    return flow.request().port();
  }

  String egress(GroupMatch match) {
    String found = show(match.toOthers());
    String target = target();
    return found.isEmpty()
        ? "expected a rule of %s that lets TCP port %d out, found none; let it out to endpoints and to the prefix list of S3, or to 0.0.0.0/0"
            .formatted(names(outer()), port())
        : "expected %s to let TCP port %d out to %s, found it open to %s only; add a rule"
            .formatted(names(outer()), port(), target, found);
  }

  private String target() {
    if (endpoint.isPresent()) {
      return names(inner()) + ", the group of the endpoints";
    }
    return flow.request() instanceof Request.ToService call && call.service().equals(Service.S3)
        ? "the prefix list of S3 or 0.0.0.0/0"
        : "0.0.0.0/0";
  }

  private String callers() {
    return flow.workload().groups().filter(groups -> !groups.isEmpty()).isPresent()
        ? names(outer()) + " or from the addresses of its subnets"
        : "the addresses of the subnets that images are pulled in";
  }

  private static String show(List<Rule> rules) {
    return Texts.list(rules.stream().map(Rule::peer).map(SecurityGroupTexts::show).toList());
  }

  private static String show(Peer peer) {
    return switch (peer) {
      case Peer.Block(var addresses) -> addresses.toString();
      case Peer.Group(var id) -> id.toString();
      case Peer.Unknown(String missing) -> missing;
    };
  }

  private static String names(List<SecurityGroup> groups) {
    return Texts.list(groups.stream().map(SecurityGroup::id).toList());
  }
}
