package ecraccess.reach.template;

import ecraccess.core.cfn.Branch;
import ecraccess.core.cfn.ExpressionText;
import ecraccess.core.cfn.Resource;
import ecraccess.core.cfn.eval.Evaluator;
import ecraccess.core.cfn.eval.ScalarText;
import ecraccess.core.json.Json;
import ecraccess.core.logic.Known;
import ecraccess.reach.model.Addresses;
import ecraccess.reach.model.Id;
import ecraccess.reach.model.Vpc;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads the VPCs that a template makes. */
final class VpcReader {
  static final String TYPE = "AWS::EC2::VPC";

  /** Amazon's resolver, by its name in DHCP options and by its address in every VPC. */
  private static final Set<String> AMAZON = Set.of("AmazonProvidedDNS", "169.254.169.253");

  private final Scenario scenario;
  private final AssociationIndex blocks;
  private final AssociationIndex dhcpOptions;
  private final AssociationIndex endpoints;
  private final NameSourceReader nameSources;
  private final DnsFirewallReader dnsFirewall;

  VpcReader(Scenario scenario) {
    this.scenario = scenario;
    this.blocks = new AssociationIndex(scenario, "AWS::EC2::VPCCidrBlock", "VpcId");
    this.dhcpOptions =
        new AssociationIndex(scenario, "AWS::EC2::VPCDHCPOptionsAssociation", "VpcId");
    this.endpoints = new AssociationIndex(scenario, EndpointReader.TYPE, "VpcId");
    this.nameSources = new NameSourceReader(scenario);
    this.dnsFirewall = new DnsFirewallReader(scenario);
  }

  List<Vpc> all() {
    return scenario.resources(TYPE).map(this::read).toList();
  }

  private Vpc read(Resource resource) {
    Id id = new Id.Created(resource.logicalId());
    Branch properties = scenario.properties(resource);
    Optional<String> touched = scenario.opaque().reason(resource.logicalId());
    return new Vpc(
        id,
        scenario.origin(resource.path()),
        flag(properties, "EnableDnsSupport", true, touched),
        // Off by default in VPCs that somebody makes (VPC User Guide, DNS attributes).
        flag(properties, "EnableDnsHostnames", false, touched),
        blocks(id, properties),
        touched.<Known<Optional<String>>>map(Known::unknown).orElseGet(() -> ownResolver(id)),
        nameSources.of(id),
        dnsFirewall.of(id),
        Optional.empty(),
        touched.or(() -> endpoints.existenceDoubt(id)));
  }

  /** Others may turn it on; nobody turns it off behind the template's back. */
  private Known<Boolean> flag(
      Branch properties, String name, boolean standard, Optional<String> touched) {
    Known<Boolean> written =
        scenario.member(properties, name).map(scenario::bool).orElse(Known.is(standard));
    return written.equals(Known.is(false)) && touched.isPresent()
        ? Known.unknown(touched.get())
        : written;
  }

  private List<Addresses> blocks(Id id, Branch properties) {
    List<Addresses> all = new ArrayList<>();
    all.add(
        scenario
            .member(properties, "CidrBlock")
            .map(scenario::addresses)
            .orElseGet(() ->
                new Addresses.Open(
                    "the primary block of " + id, "the block that IPAM chooses for " + id)));
    blocks
        .to(id)
        .flatMap(block -> scenario.member(block, "CidrBlock").stream())
        .map(scenario::addresses)
        .forEach(all::add);
    blocks
        .doubt(id)
        .ifPresent(reason -> all.add(new Addresses.Open("further blocks of " + id, reason)));
    return all;
  }

  private Known<Optional<String>> ownResolver(Id vpc) {
    List<Branch> associations = dhcpOptions.to(vpc).toList();
    Optional<String> doubt = dhcpOptions.doubt(vpc);
    if (doubt.isPresent() || associations.size() > 1) {
      return Known.unknown(doubt.orElse("which of its DHCP options " + vpc + " has"));
    }
    return associations.isEmpty()
        ? Known.is(Optional.empty())
        : scenario
            .member(associations.getFirst(), "DhcpOptionsId")
            .map(this::servers)
            .orElseGet(() -> Known.unknown("the DHCP options of " + vpc));
  }

  private Known<Optional<String>> servers(Branch dhcpOptionsId) {
    Id id = scenario.id(dhcpOptionsId);
    Optional<Branch> servers =
        scenario
            .resource(id.toString())
            .filter(resource -> resource.isOfType("AWS::EC2::DHCPOptions"))
            .flatMap(
                resource -> scenario.member(scenario.properties(resource), "DomainNameServers"));
    if (servers.isEmpty()) {
      return Known.unknown("the DNS servers of the DHCP options " + id);
    }
    Json resolved = scenario.resolved(servers.get().value());
    if (!Evaluator.isClosed(resolved)) {
      return Known.unknown(scenario.missing(servers.get().value()));
    }
    List<Json> names = resolved instanceof Json.Arr(List<Json> items) ? items : List.of(resolved);
    boolean isAmazon =
        !names.isEmpty()
            && names.stream()
                .allMatch(name -> ScalarText.text(name).filter(AMAZON::contains).isPresent());
    return Known.is(isAmazon ? Optional.empty() : Optional.of(shown(servers.get())));
  }

  /** As they are written: values of parameters are nobody's business. */
  private String shown(Branch servers) {
    return scenario.spelled(servers.value()) instanceof Json.Arr(List<Json> items)
        ? items.stream().map(ExpressionText::of).collect(Collectors.joining(", "))
        : ExpressionText.of(scenario.spelled(servers.value()));
  }
}
