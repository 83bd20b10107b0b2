package ecraccess.live.ec2;

import ecraccess.live.lookup.Account;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ec2.model.BlockPublicAccessMode;
import software.amazon.awssdk.services.ec2.model.BlockPublicAccessStates;
import software.amazon.awssdk.services.ec2.model.ConnectivityType;
import software.amazon.awssdk.services.ec2.model.DhcpOptions;
import software.amazon.awssdk.services.ec2.model.IpPermission;
import software.amazon.awssdk.services.ec2.model.IpRange;
import software.amazon.awssdk.services.ec2.model.Ipv6Range;
import software.amazon.awssdk.services.ec2.model.NatGateway;
import software.amazon.awssdk.services.ec2.model.NetworkAcl;
import software.amazon.awssdk.services.ec2.model.NetworkAclAssociation;
import software.amazon.awssdk.services.ec2.model.NetworkAclEntry;
import software.amazon.awssdk.services.ec2.model.PortRange;
import software.amazon.awssdk.services.ec2.model.PrefixListId;
import software.amazon.awssdk.services.ec2.model.Route;
import software.amazon.awssdk.services.ec2.model.RouteState;
import software.amazon.awssdk.services.ec2.model.RouteTable;
import software.amazon.awssdk.services.ec2.model.RouteTableAssociation;
import software.amazon.awssdk.services.ec2.model.RuleAction;
import software.amazon.awssdk.services.ec2.model.SecurityGroup;
import software.amazon.awssdk.services.ec2.model.SecurityGroupIdentifier;
import software.amazon.awssdk.services.ec2.model.ServiceDetail;
import software.amazon.awssdk.services.ec2.model.ServiceTypeDetail;
import software.amazon.awssdk.services.ec2.model.Subnet;
import software.amazon.awssdk.services.ec2.model.Tag;
import software.amazon.awssdk.services.ec2.model.UserIdGroupPair;
import software.amazon.awssdk.services.ec2.model.Vpc;
import software.amazon.awssdk.services.ec2.model.VpcEndpoint;

/** EC2's answers in our words. Every field of EC2's may be missing. */
final class Ec2Answers {
  private static final String STACK = "aws:cloudformation:stack-id";

  private Ec2Answers() {}

  static Account.Vpc vpc(Vpc vpc) {
    Stream<String> associated =
        vpc.cidrBlockAssociationSet().stream()
            .filter(block -> "associated".equals(block.cidrBlockState().stateAsString()))
            .map(block -> block.cidrBlock());
    return new Account.Vpc(
        vpc.vpcId(),
        text(vpc.ownerId()),
        Stream.concat(Stream.of(vpc.cidrBlock()), associated).distinct().toList(),
        vpc.ipv6CidrBlockAssociationSet().stream()
            .filter(block -> "associated".equals(block.ipv6CidrBlockState().stateAsString()))
            .map(block -> block.ipv6CidrBlock())
            .toList(),
        Optional.ofNullable(vpc.dhcpOptionsId()).filter(id -> !id.equals("default")),
        Optional.ofNullable(vpc.blockPublicAccessStates())
            .map(BlockPublicAccessStates::internetGatewayBlockMode)
            .filter(BlockPublicAccessMode.BLOCK_BIDIRECTIONAL::equals)
            .isPresent());
  }

  static Account.Subnet subnet(Subnet subnet) {
    return new Account.Subnet(
        subnet.subnetId(),
        subnet.vpcId(),
        text(subnet.ownerId()),
        subnet.availabilityZone(),
        Optional.ofNullable(subnet.availabilityZoneId()).orElse(subnet.availabilityZone()),
        Optional.ofNullable(subnet.cidrBlock()).filter(block -> !block.isEmpty()),
        is(subnet.mapPublicIpOnLaunch()),
        subnet.availableIpAddressCount());
  }

  static Account.RouteTable routeTable(RouteTable table) {
    List<RouteTableAssociation> associations = table.associations();
    return new Account.RouteTable(
        table.routeTableId(),
        table.vpcId(),
        associations.stream().anyMatch(association -> is(association.main())),
        associations.stream()
            .flatMap(association -> Stream.ofNullable(association.subnetId()))
            .toList(),
        table.routes().stream().map(Ec2Answers::route).toList());
  }

  private static Account.Route route(Route route) {
    return new Account.Route(
        first(
            route.destinationCidrBlock(),
            route.destinationIpv6CidrBlock(),
            route.destinationPrefixListId()),
        first(
            route.natGatewayId(),
            route.gatewayId(),
            route.transitGatewayId(),
            route.vpcPeeringConnectionId(),
            route.egressOnlyInternetGatewayId(),
            route.instanceId(),
            route.networkInterfaceId(),
            route.carrierGatewayId(),
            route.localGatewayId(),
            route.coreNetworkArn(),
            route.odbNetworkArn()),
        route.state() == RouteState.BLACKHOLE);
  }

  static Account.SecurityGroup securityGroup(SecurityGroup group) {
    return new Account.SecurityGroup(
        group.groupId(),
        group.vpcId(),
        stack(group.tags()),
        group.ipPermissions().stream().map(Ec2Answers::rule).toList(),
        group.ipPermissionsEgress().stream().map(Ec2Answers::rule).toList());
  }

  private static Account.Rule rule(IpPermission rule) {
    return new Account.Rule(
        rule.ipProtocol(),
        Optional.ofNullable(rule.fromPort()),
        Optional.ofNullable(rule.toPort()),
        rule.ipRanges().stream().map(IpRange::cidrIp).toList(),
        rule.ipv6Ranges().stream().map(Ipv6Range::cidrIpv6).toList(),
        rule.userIdGroupPairs().stream().map(UserIdGroupPair::groupId).toList(),
        rule.prefixListIds().stream().map(PrefixListId::prefixListId).toList());
  }

  static Account.NetworkAcl networkAcl(NetworkAcl acl) {
    return new Account.NetworkAcl(
        acl.networkAclId(),
        acl.associations().stream().map(NetworkAclAssociation::subnetId).toList(),
        acl.entries().stream().map(Ec2Answers::entry).toList());
  }

  private static Account.Entry entry(NetworkAclEntry entry) {
    Optional<PortRange> ports = Optional.ofNullable(entry.portRange());
    return new Account.Entry(
        entry.ruleNumber(),
        is(entry.egress()),
        entry.protocol(),
        ports.map(PortRange::from),
        ports.map(PortRange::to),
        first(entry.cidrBlock(), entry.ipv6CidrBlock()),
        entry.ruleAction() == RuleAction.ALLOW);
  }

  static Account.NatGateway natGateway(NatGateway nat) {
    return new Account.NatGateway(
        nat.natGatewayId(),
        Optional.ofNullable(nat.subnetId()),
        nat.connectivityType() != ConnectivityType.PRIVATE);
  }

  static Account.Endpoint endpoint(VpcEndpoint endpoint) {
    return new Account.Endpoint(
        endpoint.vpcEndpointId(),
        text(endpoint.serviceName()),
        Optional.ofNullable(endpoint.serviceRegion()),
        text(endpoint.vpcEndpointTypeAsString()),
        text(endpoint.stateAsString()).toLowerCase(Locale.ROOT),
        is(endpoint.privateDnsEnabled()),
        endpoint.subnetIds(),
        endpoint.groups().stream().map(SecurityGroupIdentifier::groupId).toList(),
        endpoint.routeTableIds(),
        Optional.ofNullable(endpoint.policyDocument()),
        stack(endpoint.tags()));
  }

  static Account.EndpointService service(ServiceDetail service) {
    return new Account.EndpointService(
        service.serviceName(),
        service.serviceType().stream().map(ServiceTypeDetail::serviceTypeAsString).toList(),
        service.availabilityZones(),
        service.availabilityZoneIds(),
        service.privateDnsName() != null || !service.privateDnsNames().isEmpty());
  }

  static Stream<String> domainNameServers(DhcpOptions options) {
    return options.dhcpConfigurations().stream()
        .filter(option -> "domain-name-servers".equals(option.key()))
        .flatMap(option -> option.values().stream())
        .map(value -> value.value());
  }

  private static Optional<String> stack(List<Tag> tags) {
    return tags.stream().filter(tag -> STACK.equals(tag.key())).map(Tag::value).findFirst();
  }

  private static boolean is(@Nullable Boolean value) {
    return Boolean.TRUE.equals(value);
  }

  private static String text(@Nullable String value) {
    return value == null ? "" : value;
  }

  private static String first(@Nullable String... values) {
    return Stream.of(values).filter(Objects::nonNull).findFirst().orElse("");
  }
}
