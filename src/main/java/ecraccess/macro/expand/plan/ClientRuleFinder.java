package ecraccess.macro.expand.plan;

import static ecraccess.core.cfn.Cfn.getAtt;
import static ecraccess.core.cfn.Cfn.number;
import static ecraccess.core.cfn.Cfn.text;

import ecraccess.core.cfn.Cfn;
import ecraccess.core.cfn.Expressions;
import ecraccess.core.cfn.Intrinsic;
import ecraccess.core.cfn.Problems;
import ecraccess.core.cfn.Resource;
import ecraccess.core.cfn.Template;
import ecraccess.core.json.Json;
import ecraccess.macro.shorthand.Shorthand;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds who may connect to a created security group: the clients that are named, or else the whole
 * VPC, because private DNS acts on the whole VPC.
 */
final class ClientRuleFinder {
  private static final String HTTPS = "443";
  private static final List<String> IPV6_SOURCES =
      List.of("AmazonProvidedIpv6CidrBlock", "Ipv6CidrBlock", "Ipv6IpamPoolId", "Ipv6Pool");

  private final List<Resource> vpcs;
  private final List<Resource> vpcBlocks;
  private final Expressions expressions;
  private final Problems problems;

  ClientRuleFinder(Template template, Expressions expressions, Problems problems) {
    List<Resource> placed = template.resources().stream().filter(r -> !r.looped()).toList();
    this.vpcs = placed.stream().filter(r -> r.isOfType("AWS::EC2::VPC")).toList();
    this.vpcBlocks = placed.stream().filter(r -> r.isOfType("AWS::EC2::VPCCidrBlock")).toList();
    this.expressions = expressions;
    this.problems = problems;
  }

  ClientRules of(Shorthand shorthand) {
    Shorthand.ClientSources clients = shorthand.clientSources();
    if (!clients.isEmpty()) {
      List<Json> rules = new ArrayList<>();
      clients.securityGroupIds().forEach(id -> rules.add(rule("SourceSecurityGroupId", id)));
      clients.cidrs().forEach(cidr -> rules.add(rule(isIpv6(cidr) ? "CidrIpv6" : "CidrIp", cidr)));
      return new ClientRules(rules, List.of());
    }
    return vpc(shorthand).map(vpc -> ofVpc(vpc, shorthand)).orElseGet(() -> lookedUp(shorthand));
  }

  private Optional<Resource> vpc(Shorthand shorthand) {
    return vpcs.stream()
        .filter(vpc -> expressions.same(Cfn.ref(vpc.logicalId()), shorthand.vpcId()))
        .findFirst();
  }

  private static ClientRules lookedUp(Shorthand shorthand) {
    Map<String, String> blocks = new LinkedHashMap<>();
    blocks.put("VpcCidrBlock", "CidrIp");
    if (speaksIpv6(shorthand)) {
      blocks.put("VpcIpv6CidrBlock", "CidrIpv6");
    }
    List<Json> rules = new ArrayList<>();
    blocks.forEach((attribute, member) ->
        rules.add(
            rule(
                member,
                GeneratedIds.attribute(shorthand.resource(), GeneratedIds.NETWORK, attribute))));
    return new ClientRules(rules, List.copyOf(blocks.keySet()));
  }

  private ClientRules ofVpc(Resource vpc, Shorthand shorthand) {
    Json id = text(vpc.logicalId());
    List<Json> rules = new ArrayList<>();
    rules.add(rule("CidrIp", getAtt(id, "CidrBlock")));
    List<Resource> added = vpcBlocks.stream().filter(block -> isOf(shorthand, block)).toList();
    for (Resource block : added) {
      if (!isIpv6(block)) {
        known(block, block.property("CidrBlock"), shorthand)
            .ifPresent(cidr -> rules.add(onlyIf(block, rule("CidrIp", cidr))));
      } else if (speaksIpv6(shorthand)) {
        boolean only = added.stream().filter(ClientRuleFinder::isIpv6).count() == 1;
        Optional<Json> cidr =
            block
                .property("Ipv6CidrBlock")
                .or(() -> only ? Optional.of(onlyIpv6Block(id)) : Optional.empty());
        known(block, cidr, shorthand)
            .ifPresent(known -> rules.add(onlyIf(block, describedBy(block, known))));
      }
    }
    return new ClientRules(rules, List.of());
  }

  private boolean isOf(Shorthand shorthand, Resource block) {
    return block
        .property("VpcId")
        .filter(vpc -> expressions.same(vpc, shorthand.vpcId()))
        .isPresent();
  }

  private static boolean isIpv6(Resource block) {
    return IPV6_SOURCES.stream().anyMatch(source -> block.property(source).isPresent());
  }

  private static Json onlyIpv6Block(Json vpc) {
    return Json.Obj.of("Fn::Select", Json.Arr.of(number(0), getAtt(vpc, "Ipv6CidrBlocks")));
  }

  /** Names the block, so that the rule waits for it even where the block has a condition. */
  private static Json describedBy(Resource block, Json cidr) {
    return ((Json.Obj) rule("CidrIpv6", cidr)).with("Description", Cfn.ref(block.logicalId()));
  }

  private Optional<Json> known(Resource block, Optional<Json> cidr, Shorthand shorthand) {
    if (cidr.isEmpty()) {
      problems.add(
          shorthand.resource().path().member("Properties").member("ClientCidrs"),
          "missing, expected a list of CIDR blocks, because the block of %s is not known before deployment"
              .formatted(block.logicalId()));
    }
    return cidr;
  }

  /** A block that exists under a condition is admitted under that condition. */
  private static Json onlyIf(Resource block, Json rule) {
    return ((Json.Obj) block.value())
        .get("Condition")
        .map(condition -> Cfn.onlyIf(condition, rule))
        .orElse(rule);
  }

  private static boolean speaksIpv6(Shorthand shorthand) {
    Set<Json> ipv6 = Set.of(text("ipv6"), text("dualstack"));
    return shorthand.ipAddressType().filter(ipv6::contains).isPresent()
        || shorthand.endpoints().stream()
            .anyMatch(e -> e.overrides().get("IpAddressType").filter(ipv6::contains).isPresent());
  }

  private static boolean isIpv6(Json cidr) {
    return cidr instanceof Json.Str(String text) && text.contains(":");
  }

  /** A rule for one source; a choice between sources becomes a choice between rules. */
  private static Json rule(String member, Json source) {
    if (Intrinsic.isNoValue(source)) {
      return source;
    }
    Optional<Intrinsic> function = Intrinsic.of(source);
    if (function.isPresent() && !function.get().branches().isEmpty()) {
      return function.get().mapBranches(branch -> rule(member, branch));
    }
    Map<String, Json> rule = new LinkedHashMap<>();
    rule.put("IpProtocol", text("tcp"));
    rule.put("FromPort", new Json.Num(HTTPS));
    rule.put("ToPort", new Json.Num(HTTPS));
    rule.put(member, source);
    return new Json.Obj(rule);
  }
}
