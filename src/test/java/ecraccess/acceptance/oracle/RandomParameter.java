package ecraccess.acceptance.oracle;

import static ecraccess.acceptance.oracle.Tree.list;
import static ecraccess.acceptance.oracle.Tree.map;
import static ecraccess.acceptance.oracle.Tree.ref;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes one value of a random network a parameter without default. */
final class RandomParameter {
  private static final String NAME = "Open";

  /** What values of some properties may be; the value that stood there is one, too. */
  private static final Map<String, List<Object>> CANDIDATES =
      Map.ofEntries(
          Map.entry("CidrIp", list("0.0.0.0/0", "10.0.0.0/16", "10.2.0.0/16", "10.0.0.0/25")),
          Map.entry("DestinationCidrBlock", list("0.0.0.0/0", "192.168.0.0/16", "0.0.0.0/1")),
          Map.entry("CidrBlock", list("0.0.0.0/0", "10.0.0.0/16", "10.2.0.0/16")),
          Map.entry("PrivateDnsEnabled", list("true", "false")),
          Map.entry("EnableDnsHostnames", list("true", "false")),
          Map.entry("EnableDnsSupport", list("true", "false")),
          Map.entry("AssignPublicIp", list("ENABLED", "DISABLED")),
          Map.entry("MapPublicIpOnLaunch", list("true", "false")),
          Map.entry("FromPort", list("0", "443", "444")),
          Map.entry("ToPort", list("442", "443", "65535")),
          Map.entry("RuleAction", list("allow", "deny")),
          Map.entry("RuleNumber", list("1", "105", "900")),
          Map.entry("From", list("443", "1024", "40000")),
          Map.entry("To", list("443", "50000", "65535")),
          Map.entry("awslogs-region", list("us-east-1", "eu-west-1")),
          Map.entry("Effect", list("Allow", "Deny")),
          Map.entry(
              "InternetGatewayBlockMode", list("off", "block-bidirectional", "block-ingress")),
          Map.entry(
              "Image",
              list(
                  "123456789012.dkr.ecr.us-east-1.amazonaws.com/app:2",
                  "123456789012.dkr.ecr.eu-west-1.amazonaws.com/app:2",
                  "nginx:1.27")));

  private RandomParameter() {}

  /** A place in the tree. */
  private record Place(Map<String, Object> holder, String name) {}

  static Differential judged(long seed) {
    Map<String, Object> template = RandomNetwork.of(seed);
    Dice dice = new Dice(seed);
    List<Place> places = new ArrayList<>();
    collect("", template, places);
    Place place = dice.one(places);
    List<Object> values = new ArrayList<>(CANDIDATES.get(place.name()));
    Object written = place.holder().get(place.name());
    if (place.name().equals("DestinationCidrBlock")) {
      values.removeAll(destinations(template)); // EC2 refuses a second route to the same block.
    }
    values.add(written.toString());
    place.holder().put(place.name(), ref(NAME));
    Map<String, Object> parameter = map("Type", "String");
    if (dice.percent(50)) {
      parameter.put("AllowedValues", values.stream().distinct().toList());
    }
    template.put("Parameters", map(NAME, parameter));
    return Differential.of(
        template, values.stream().distinct().map(value -> map(NAME, value)).toList());
  }

  private static List<Object> destinations(Map<String, Object> template) {
    return Tree.asMap(template.get("Resources")).values().stream()
        .flatMap(one ->
            Optional.ofNullable(
                Tree.asMap(Tree.asMap(one).get("Properties")).get("DestinationCidrBlock"))
                .stream())
        .toList();
  }

  private static void collect(String inside, Object value, List<Place> places) {
    switch (value) {
      case Map<?, ?> map ->
          Tree.asMap(map)
              .forEach((name, item) -> {
                boolean aBlock = name.equals("CidrBlock") && !inside.equals("entry");
                if (CANDIDATES.containsKey(name) && !(item instanceof Map) && !aBlock) {
                  places.add(new Place(Tree.asMap(map), name));
                }
                collect(map.containsKey("RuleNumber") ? "entry" : "", item, places);
              });
      case List<?> list -> list.forEach(item -> collect("", item, places));
      default -> {}
    }
  }
}
