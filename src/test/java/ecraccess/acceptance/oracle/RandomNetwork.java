package ecraccess.acceptance.oracle;

import static ecraccess.acceptance.oracle.Tree.getAtt;
import static ecraccess.acceptance.oracle.Tree.list;
import static ecraccess.acceptance.oracle.Tree.map;
import static ecraccess.acceptance.oracle.Tree.ref;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Writes a random template of one VPC with something that pulls in it. Most parts are sound, each
 * may be broken, so that about half of all networks work. Every value is literal.
 */
final class RandomNetwork {
  static final String REGION = "us-east-1";

  private final Dice dice;
  private final Map<String, Object> resources;
  private final List<String> tables = new ArrayList<>();
  private final Style style;

  /** By what most requests are meant to go. */
  private enum Style {
    ENDPOINTS,
    NAT,
    PUBLIC
  }

  /**
   * A subnet of the template.
   *
   * @param block its block
   * @param halves of it
   */
  private record Subnet(String id, String zone, String block, List<String> halves) {}

  private static final List<Subnet> SUBNETS =
      List.of(
          new Subnet("SubnetA", "a", "10.0.0.0/24", List.of("10.0.0.0/25", "10.0.0.128/25")),
          new Subnet("SubnetB", "b", "10.0.1.0/24", List.of("10.0.1.0/25", "10.0.1.128/25")),
          new Subnet("SubnetC", "c", "10.0.64.0/20", List.of("10.0.64.0/21", "10.0.72.0/21")));

  private static final Subnet PUBLIC =
      new Subnet("Public", "a", "10.0.9.0/26", List.of("10.0.9.0/27", "10.0.9.32/27"));

  private static final Subnet SECONDARY =
      new Subnet("SubnetD", "a", "10.1.0.0/24", List.of("10.1.0.0/25", "10.1.0.128/25"));

  private final List<Subnet> privates = new ArrayList<>();
  private boolean secondary;

  /**
   * @param resources to which it adds
   */
  RandomNetwork(Dice dice, Map<String, Object> resources) {
    this.dice = dice;
    this.resources = resources;
    this.style = dice.percent(60) ? Style.ENDPOINTS : dice.percent(65) ? Style.NAT : Style.PUBLIC;
  }

  /** A template, the same for the same seed. */
  static Map<String, Object> of(long seed) {
    return new RandomNetwork(new Dice(seed), new LinkedHashMap<>()).write();
  }

  private Map<String, Object> write() {
    vpc();
    privates.addAll(SUBNETS.subList(0, dice.number(1, 3)));
    secondary = dice.percent(15);
    if (secondary) {
      add("MoreBlocks", "AWS::EC2::VPCCidrBlock", "VpcId", ref("Vpc"), "CidrBlock", "10.1.0.0/16");
      privates.add(SECONDARY);
    }
    boolean internet = style != Style.ENDPOINTS || dice.percent(40);
    privates.forEach(this::subnet);
    if (internet) {
      subnet(PUBLIC);
      internetGateway();
    }
    routeTables(internet);
    groups();
    if (dice.percent(25)) {
      acls(internet);
    }
    endpoints();
    new RandomWorkload(dice, this).write(subnetsToPullIn(internet));
    if (internet && dice.percent(5)) {
      publicAccess();
    }
    noise();
    return map("Resources", resources);
  }

  void add(String id, String type, Object... properties) {
    resources.put(id, map("Type", type, "Properties", map(properties)));
  }

  Map<String, Object> properties(String id) {
    return Tree.asMap(Tree.asMap(resources.get(id)).get("Properties"));
  }

  boolean has(String id) {
    return resources.containsKey(id);
  }

  // ---- VPC and subnets ------------------------------------------------------------------------

  private void vpc() {
    add("Vpc", "AWS::EC2::VPC", "CidrBlock", "10.0.0.0/16");
    if (dice.percent(98)) {
      properties("Vpc").put("EnableDnsHostnames", dice.percent(99));
    }
    if (dice.percent(40)) {
      properties("Vpc").put("EnableDnsSupport", dice.percent(97));
    }
  }

  private void subnet(Subnet subnet) {
    add(
        subnet.id(),
        "AWS::EC2::Subnet",
        "VpcId",
        ref("Vpc"),
        "CidrBlock",
        subnet.block(),
        "AvailabilityZone",
        REGION + subnet.zone());
    if (dice.percent(subnet == PUBLIC ? 60 : 5)) {
      properties(subnet.id()).put("MapPublicIpOnLaunch", dice.percent(80));
    }
  }

  private List<String> subnetsToPullIn(boolean internet) {
    List<String> ids = privates.stream().map(Subnet::id).collect(Collectors.toList());
    if (style == Style.PUBLIC || (internet && dice.percent(10))) {
      return dice.percent(70) ? List.of("Public") : List.of("Public", dice.one(ids));
    }
    return dice.some(ids, 1).stream().limit(2).toList();
  }

  // ---- ways out -------------------------------------------------------------------------------

  private void internetGateway() {
    resources.put("Igw", map("Type", "AWS::EC2::InternetGateway"));
    if (dice.percent(96)) {
      add(
          "Attachment",
          "AWS::EC2::VPCGatewayAttachment",
          "VpcId",
          ref("Vpc"),
          "InternetGatewayId",
          ref("Igw"));
    }
    add("Nat", "AWS::EC2::NatGateway");
    Map<String, Object> nat = properties("Nat");
    if (dice.percent(8)) {
      nat.putAll(
          map("AvailabilityMode", "regional", "VpcId", ref("Vpc"), "ConnectivityType", "public"));
      return;
    }
    nat.put("SubnetId", ref(dice.percent(92) ? "Public" : privates.getFirst().id()));
    if (dice.percent(5)) {
      nat.put("ConnectivityType", "private");
    } else if (dice.percent(97)) {
      add("Address", "AWS::EC2::EIP", "Domain", "vpc");
      nat.put("AllocationId", getAtt("Address", "AllocationId"));
    }
  }

  private void routeTables(boolean internet) {
    if (internet) {
      table("PublicRoutes");
      defaultRoute("PublicRoutes", dice.percent(95) ? Way.INTERNET : dice.one(Way.values()));
      associate("Public", "PublicRoutes");
    }
    boolean shared = dice.percent(50);
    for (Subnet subnet : privates) {
      String table = shared ? "Routes" : "RoutesOf" + subnet.id();
      if (!has(table)) {
        table(table);
        routesOfPrivate(table, internet);
      }
      if (dice.percent(96)) {
        associate(subnet.id(), table);
      }
    }
  }

  private void table(String id) {
    add(id, "AWS::EC2::RouteTable", "VpcId", ref("Vpc"));
    tables.add(id);
  }

  private void associate(String subnet, String table) {
    add(
        "TableOf" + subnet,
        "AWS::EC2::SubnetRouteTableAssociation",
        "SubnetId",
        ref(subnet),
        "RouteTableId",
        ref(table));
  }

  /** What a route leads to. */
  private enum Way {
    INTERNET,
    NAT,
    PEERING,
    TRANSIT,
    PRIVATE_GATEWAY,
    INTERFACE
  }

  private void routesOfPrivate(String table, boolean internet) {
    if (style == Style.NAT || dice.percent(25)) {
      Way way =
          internet && dice.percent(85)
              ? Way.NAT
              : dice.one(Way.PEERING, Way.TRANSIT, Way.PRIVATE_GATEWAY, Way.INTERFACE);
      defaultRoute(table, way);
    }
    if (has("SubnetB") && dice.percent(6)) {
      route(table, "10.0.1.0/24", dice.one(Way.INTERFACE, Way.NAT, Way.INTERFACE));
    }
    if (dice.percent(15)) {
      Way way = internet ? dice.one(Way.values()) : dice.one(Way.PEERING, Way.TRANSIT);
      String block = dice.one("192.168.0.0/16", "10.7.0.0/16", "3.0.0.0/8", "52.216.0.0/16");
      route(table, block, way);
    }
  }

  /** To everywhere: in one route, in halves or by a prefix list, all of it or nearly. */
  private void defaultRoute(String table, Way way) {
    if (dice.percent(70)) {
      route(table, "0.0.0.0/0", way);
    } else if (dice.percent(75)) {
      route(table, "0.0.0.0/1", way);
      if (dice.percent(92)) {
        route(table, "128.0.0.0/1", dice.percent(90) ? way : dice.one(Way.PEERING, Way.TRANSIT));
      }
    } else {
      prefixList(
          "Everywhere", dice.percent(85) ? list("0.0.0.0/1", "128.0.0.0/1") : list("0.0.0.0/1"));
      route(table, map("list", "Everywhere"), way);
    }
  }

  private void route(String table, Object destination, Way way) {
    String id = table + "Route" + resources.size();
    add(id, "AWS::EC2::Route", "RouteTableId", ref(table));
    Map<String, Object> route = properties(id);
    if (destination instanceof String block) {
      route.put("DestinationCidrBlock", block);
    } else {
      route.put("DestinationPrefixListId", getAtt("Everywhere", "PrefixListId"));
    }
    target(route, way);
  }

  private void target(Map<String, Object> route, Way way) {
    switch (way) {
      case INTERNET -> route.put("GatewayId", ref("Igw"));
      case NAT -> {
        if (has("Nat")) {
          route.put("NatGatewayId", ref("Nat"));
        } else {
          target(route, Way.INTERFACE);
        }
      }
      case PEERING -> {
        add(
            "Peering",
            "AWS::EC2::VPCPeeringConnection",
            "VpcId",
            ref("Vpc"),
            "PeerVpcId",
            "vpc-0a1b2c3d4e5f60718");
        route.put("VpcPeeringConnectionId", ref("Peering"));
      }
      case TRANSIT -> {
        add(
            "TransitAttachment",
            "AWS::EC2::TransitGatewayAttachment",
            "VpcId",
            ref("Vpc"),
            "TransitGatewayId",
            "tgw-0a1b2c3d4e5f60718",
            "SubnetIds",
            list(ref(privates.getFirst().id())));
        route.put("TransitGatewayId", "tgw-0a1b2c3d4e5f60718");
      }
      case PRIVATE_GATEWAY -> {
        add("Vgw", "AWS::EC2::VPNGateway", "Type", "ipsec.1");
        add(
            "VgwAttachment",
            "AWS::EC2::VPCGatewayAttachment",
            "VpcId",
            ref("Vpc"),
            "VpnGatewayId",
            ref("Vgw"));
        route.put("GatewayId", ref("Vgw"));
      }
      case INTERFACE -> {
        add(
            "Appliance",
            "AWS::EC2::NetworkInterface",
            "SubnetId",
            ref(privates.getFirst().id()),
            "SourceDestCheck",
            false);
        route.put("NetworkInterfaceId", ref("Appliance"));
      }
    }
  }

  private void prefixList(String id, List<Object> blocks) {
    add(
        id,
        "AWS::EC2::PrefixList",
        "PrefixListName",
        id,
        "AddressFamily",
        "IPv4",
        "MaxEntries",
        10,
        "Entries",
        blocks.stream().map(block -> map("Cidr", block)).collect(Collectors.toList()));
  }

  private void publicAccess() {
    add(
        "PublicAccess",
        "AWS::EC2::VPCBlockPublicAccessOptions",
        "InternetGatewayBlockMode",
        dice.one("block-bidirectional", "block-ingress"));
    if (dice.percent(30)) {
      add(
          "Exclusion",
          "AWS::EC2::VPCBlockPublicAccessExclusion",
          "VpcId",
          ref("Vpc"),
          "InternetGatewayExclusionMode",
          dice.one("allow-bidirectional", "allow-egress"));
    }
  }

  // ---- groups ---------------------------------------------------------------------------------

  private void groups() {
    for (String id : List.of("TaskGroup", "EndpointGroup", "OtherGroup")) {
      add(id, "AWS::EC2::SecurityGroup", "GroupDescription", "group", "VpcId", ref("Vpc"));
    }
    admissions().forEach(rule -> rule("EndpointGroup", "Ingress", rule));
    if (dice.percent(35)) {
      departures().forEach(rule -> rule("TaskGroup", "Egress", rule));
    }
    if (dice.percent(20)) {
      rule("OtherGroup", "Ingress", peer("Source", 443, 443, "OtherGroup"));
    }
  }

  /** Inline, or as a resource of its own. */
  private void rule(String group, String kind, Map<String, Object> rule) {
    if (dice.percent(75)) {
      @SuppressWarnings("unchecked")
      List<Object> rules =
          (List<Object>)
              properties(group).computeIfAbsent("SecurityGroup" + kind, name -> new ArrayList<>());
      boolean self = rule.containsValue(getAtt(group, "GroupId"));
      if (!self) {
        rules.add(rule);
        return;
      }
      if (rules.isEmpty()) {
        properties(group).remove("SecurityGroup" + kind);
      }
    }
    Map<String, Object> whole = map("GroupId", getAtt(group, "GroupId"));
    whole.putAll(rule);
    resources.put(
        group + kind + resources.size(),
        map("Type", "AWS::EC2::SecurityGroup" + kind, "Properties", whole));
  }

  /** Rules that let tasks in at the endpoints, or nearly. */
  private List<Map<String, Object>> admissions() {
    if (dice.percent(3)) {
      return List.of();
    }
    List<Map<String, Object>> rules = new ArrayList<>();
    switch (dice.number(0, 7)) {
      case 0, 1 -> {
        rules.add(block(443, 443, "10.0.0.0/16"));
        if (dice.percent(80)) {
          rules.add(block(443, 443, "10.1.0.0/16"));
        }
      }
      case 2 -> privates.forEach(subnet -> rules.add(block(443, 443, subnet.block())));
      case 3 ->
          privates.forEach(subnet ->
              subnet.halves().stream()
                  .filter(half -> dice.percent(93))
                  .forEach(half -> rules.add(block(443, 443, half))));
      case 4 ->
          rules.add(peer("Source", 443, 443, dice.percent(90) ? "TaskGroup" : "EndpointGroup"));
      case 5 -> {
        prefixList(
            "Clients", list("10.0.0.0/17", dice.percent(85) ? "10.0.128.0/17" : "10.1.0.0/17"));
        rules.add(listed("Source", getAtt("Clients", "PrefixListId")));
      }
      case 6 -> rules.add(block(0, 65_535, dice.percent(90) ? "10.0.0.0/15" : "10.0.0.0/20"));
      default ->
          rules.add(
              map("IpProtocol", "-1", "CidrIp", dice.percent(90) ? "10.0.0.0/8" : "10.2.0.0/16"));
    }
    if (dice.percent(6)) {
      rules.replaceAll(rule -> wrong(rule));
    }
    if (style == Style.PUBLIC || dice.percent(10)) {
      rules.add(block(443, 443, "10.0.9.0/26"));
    }
    return rules;
  }

  /** A rule that is no rule for HTTPS, though nearly. */
  private Map<String, Object> wrong(Map<String, Object> rule) {
    Map<String, Object> changed = new LinkedHashMap<>(rule);
    switch (dice.number(0, 2)) {
      case 0 -> changed.putAll(map("IpProtocol", "udp", "FromPort", 443, "ToPort", 443));
      case 1 -> changed.putAll(map("IpProtocol", "tcp", "FromPort", 80, "ToPort", 442));
      default -> changed.putAll(map("IpProtocol", "tcp", "FromPort", 444, "ToPort", 8443));
    }
    return changed;
  }

  /** Rules that let tasks call endpoints, S3 and the internet, or some of these. */
  private List<Map<String, Object>> departures() {
    List<Map<String, Object>> rules = new ArrayList<>();
    switch (dice.number(0, 5)) {
      case 0 -> rules.add(block(443, 443, "0.0.0.0/0"));
      case 1 -> rules.addAll(List.of(block(443, 443, "0.0.0.0/1"), block(443, 443, "128.0.0.0/1")));
      case 2 -> {
        rules.add(peer("Destination", 443, 443, "EndpointGroup"));
        rules.add(listed("Destination", Filters.S3_LIST));
      }
      case 3 -> {
        rules.add(block(443, 443, "10.0.0.0/15"));
        rules.add(listed("Destination", Filters.S3_LIST));
      }
      case 4 -> rules.add(map("IpProtocol", "-1", "CidrIp", "0.0.0.0/0"));
      default -> {
        privates.forEach(subnet -> rules.add(block(0, 65_535, subnet.block())));
        rules.add(block(443, 443, dice.percent(60) ? "0.0.0.0/0" : "52.0.0.0/8"));
      }
    }
    if (dice.percent(10)) {
      rules.remove(rules.size() - 1);
    }
    if (dice.percent(5) && !rules.isEmpty()) {
      rules.set(0, wrong(rules.getFirst()));
    }
    return rules.isEmpty() ? List.of(block(443, 443, "127.0.0.1/32")) : rules;
  }

  private static Map<String, Object> block(int from, int to, String block) {
    return map("IpProtocol", "tcp", "FromPort", from, "ToPort", to, "CidrIp", block);
  }

  private static Map<String, Object> peer(String side, int from, int to, String group) {
    return map(
        "IpProtocol",
        "tcp",
        "FromPort",
        from,
        "ToPort",
        to,
        side + "SecurityGroupId",
        getAtt(group, "GroupId"));
  }

  private static Map<String, Object> listed(String side, Object list) {
    return map("IpProtocol", "tcp", "FromPort", 443, "ToPort", 443, side + "PrefixListId", list);
  }

  // ---- network ACLs ---------------------------------------------------------------------------

  private void acls(boolean internet) {
    List<Subnet> all = new ArrayList<>(privates);
    if (internet) {
      all.add(PUBLIC);
    }
    for (Subnet subnet : dice.some(all, 1)) {
      String acl = "Acl" + (dice.percent(60) ? "" : subnet.id());
      if (!has(acl)) {
        add(acl, "AWS::EC2::NetworkAcl", "VpcId", ref("Vpc"));
        entries(acl, true);
        entries(acl, false);
      }
      add(
          "AclOf" + subnet.id(),
          "AWS::EC2::SubnetNetworkAclAssociation",
          "SubnetId",
          ref(subnet.id()),
          "NetworkAclId",
          ref(acl));
    }
  }

  private void entries(String acl, boolean egress) {
    List<Map<String, Object>> entries = new ArrayList<>();
    if (dice.percent(30)) {
      entries.add(
          entry(
              "deny",
              6,
              443,
              443,
              dice.one("10.0.0.0/25", "10.0.9.0/26", "52.0.0.0/8", "10.0.1.0/24")));
    }
    if (dice.percent(15)) {
      entries.add(
          entry(
              "deny",
              6,
              dice.one(3000, 40_000),
              dice.one(40_000, 65_535),
              dice.one("10.0.1.0/24", "0.0.0.0/0", "128.0.0.0/2")));
    }
    if (dice.percent(20)) {
      entries.add(entry("deny", 17, 0, 65_535, "0.0.0.0/0"));
    }
    if (dice.percent(25)) {
      entries.add(entry("allow", -1, 0, 0, "0.0.0.0/0"));
    } else {
      https(entries);
      answers(entries);
    }
    if (dice.percent(12)) {
      entries = dice.shuffled(entries);
    }
    number(acl, egress, entries);
  }

  private void https(List<Map<String, Object>> entries) {
    switch (dice.number(0, 3)) {
      case 0, 1 -> entries.add(entry("allow", 6, 443, 443, "0.0.0.0/0"));
      case 2 -> {
        entries.add(entry("allow", 6, 0, 1023, "0.0.0.0/1"));
        entries.add(entry("allow", 6, 443, 443, "128.0.0.0/1"));
      }
      default -> {
        entries.add(entry("allow", 6, 443, 443, "10.0.0.0/16"));
        entries.add(entry("deny", 6, 443, 443, "10.0.0.0/8"));
        entries.add(entry("allow", 6, 0, 1023, "0.0.0.0/0"));
      }
    }
    if (dice.percent(6)) {
      entries.removeLast();
    }
  }

  private void answers(List<Map<String, Object>> entries) {
    switch (dice.number(0, 4)) {
      case 0, 1 -> entries.add(entry("allow", 6, 1024, 65_535, "0.0.0.0/0"));
      case 2 -> {
        entries.add(entry("allow", 6, 1024, 45_000, "0.0.0.0/0"));
        entries.add(entry("allow", 6, dice.one(45_001, 45_001, 45_002), 65_535, "0.0.0.0/0"));
      }
      case 3 ->
          entries.add(
              entry("allow", 6, 32_768, dice.one(60_999, 61_000, 65_535, 50_000), "0.0.0.0/0"));
      default -> {
        entries.add(entry("allow", 6, 1024, 65_535, "10.0.0.0/8"));
        if (dice.percent(70)) {
          entries.add(entry("allow", 6, 1024, 65_535, dice.one("0.0.0.0/0", "0.0.0.0/1")));
        }
      }
    }
  }

  private void number(String acl, boolean egress, List<Map<String, Object>> entries) {
    int number = 100;
    for (Map<String, Object> entry : entries) {
      Map<String, Object> whole =
          map("NetworkAclId", ref(acl), "Egress", egress, "RuleNumber", number);
      whole.putAll(entry);
      resources.put(
          acl + (egress ? "Out" : "In") + number,
          map("Type", "AWS::EC2::NetworkAclEntry", "Properties", whole));
      number += 10;
    }
  }

  private static Map<String, Object> entry(
      String action, int protocol, int from, int to, String block) {
    Map<String, Object> entry = map("RuleAction", action, "Protocol", protocol, "CidrBlock", block);
    if (protocol > 0) {
      entry.put("PortRange", map("From", from, "To", Math.max(from, to)));
    }
    return entry;
  }

  // ---- endpoints ------------------------------------------------------------------------------

  private void endpoints() {
    int present = style == Style.ENDPOINTS ? 98 : 30;
    for (String service : List.of("ecr.api", "ecr.dkr", "logs")) {
      if (dice.percent(present)) {
        endpoint(service);
      }
    }
    for (String service : List.of("secretsmanager", "ssm", "ecs", "ecs-agent", "ecs-telemetry")) {
      if (dice.percent(present - 8)) {
        endpoint(service);
      }
    }
    if (dice.percent(present)) {
      gateway();
    }
  }

  static String endpointId(String service) {
    return service.equals("s3") ? "S3" : "Endpoint" + service.replaceAll("[^a-z0-9]", "");
  }

  /** An endpoint of {@code SubnetA} and table {@code Routes} in which nothing is wrong. */
  void soundEndpoint(String service) {
    add(
        endpointId(service),
        "AWS::EC2::VPCEndpoint",
        "VpcId",
        ref("Vpc"),
        "ServiceName",
        "com.amazonaws." + REGION + "." + service,
        "VpcEndpointType",
        service.equals("s3") ? "Gateway" : "Interface");
    if (service.equals("s3")) {
      properties("S3").put("RouteTableIds", list(ref("Routes")));
    } else {
      properties(endpointId(service)).put("PrivateDnsEnabled", true);
      properties(endpointId(service)).put("SubnetIds", list(ref("SubnetA")));
    }
  }

  private void endpoint(String service) {
    String id = endpointId(service);
    add(
        id,
        "AWS::EC2::VPCEndpoint",
        "VpcId",
        ref("Vpc"),
        "ServiceName",
        dice.percent(70)
            ? "com.amazonaws." + REGION + "." + service
            : Tree.sub("com.amazonaws.${AWS::Region}." + service),
        "VpcEndpointType",
        "Interface");
    Map<String, Object> properties = properties(id);
    if (dice.percent(99)) {
      properties.put("PrivateDnsEnabled", dice.percent(99));
    }
    properties.put(
        "SubnetIds", endpointSubnets().stream().map(Tree::ref).collect(Collectors.toList()));
    if (dice.percent(96)) {
      properties.put(
          "SecurityGroupIds",
          list(dice.percent(95) ? getAtt("EndpointGroup", "GroupId") : ref("OtherGroup")));
    }
    if (dice.percent(10)) {
      properties.put("PolicyDocument", new RandomPolicy(dice).forService(service, "Vpc", id));
    }
  }

  /** One of each zone; rarely two of one. */
  private List<String> endpointSubnets() {
    List<Subnet> all = new ArrayList<>(privates);
    if (has("Public") && dice.percent(10)) {
      all.addFirst(PUBLIC);
    }
    List<Subnet> some = dice.some(all, 1);
    if (dice.percent(99)) {
      Map<String, Subnet> byZone = new LinkedHashMap<>();
      some.forEach(subnet -> byZone.putIfAbsent(subnet.zone(), subnet));
      return byZone.values().stream().map(Subnet::id).toList();
    }
    return some.stream().map(Subnet::id).toList();
  }

  private void gateway() {
    Set<String> some = Set.copyOf(dice.percent(92) ? tables : dice.some(tables, 1));
    add(
        "S3",
        "AWS::EC2::VPCEndpoint",
        "VpcId",
        ref("Vpc"),
        "ServiceName",
        "com.amazonaws." + REGION + ".s3",
        "RouteTableIds",
        tables.stream().filter(some::contains).map(Tree::ref).collect(Collectors.toList()));
    if (dice.percent(70)) {
      properties("S3").put("VpcEndpointType", "Gateway");
    }
    if (dice.percent(25)) {
      properties("S3").put("PolicyDocument", new RandomPolicy(dice).forService("s3", "Vpc", "S3"));
    }
  }

  // ---- what does not matter -------------------------------------------------------------------

  private void noise() {
    if (dice.percent(20)) {
      add("Topic", "AWS::SNS::Topic", "DisplayName", "alarms");
    }
    if (dice.percent(15)) {
      add(
          "Handler",
          "AWS::Lambda::Function",
          "Runtime",
          "python3.13",
          "Handler",
          "index.handler",
          "Role",
          "arn:aws:iam::123456789012:role/handler",
          "Code",
          map("ZipFile", "def handler(event, context): pass"),
          "VpcConfig",
          map("SubnetIds", list(ref("SubnetA")), "SecurityGroupIds", list(ref("OtherGroup"))));
    }
    if (dice.percent(10)) {
      add("Logs", "AWS::Logs::LogGroup", "RetentionInDays", 7);
    }
  }
}
