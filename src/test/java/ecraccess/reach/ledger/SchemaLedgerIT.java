package ecraccess.reach.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import ecraccess.acceptance.habitat.Tools;
import ecraccess.reach.ledger.Ledger.Entry;
import ecraccess.reach.ledger.Ledger.Node;
import ecraccess.reach.ledger.Ledger.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Holds the ledger against AWS's own resource schemas, as the pinned cfn-lint ships them: a type or
 * a property that is new there fails the build until somebody has said what it means for a pull.
 */
class SchemaLedgerIT {
  private static final Ledger LEDGER = Ledger.get();

  /** Every type of AWS, in any region, and its properties where the ledger has lines for it. */
  private static final Map<String, Set<String>> SCHEMAS = new TreeMap<>();

  private static String version = "";

  @BeforeAll
  static void readSchemas() {
    Stream<String> namespaces = LEDGER.types().stream().map(SchemaLedgerIT::namespace).distinct();
    String[] arguments =
        Stream.concat(Stream.of("tools/schema-properties"), namespaces).toArray(String[]::new);
    for (String line : Tools.run("python", arguments).orFail().out().lines().toList()) {
      String[] parts = line.split(" ", 3);
      switch (parts[0]) {
        case "version" -> version = parts[1];
        case "type" -> SCHEMAS.put(parts[1], new TreeSet<>());
        default -> SCHEMAS.get(parts[1]).add(parts[2]);
      }
    }
    SCHEMAS.keySet().removeIf(type -> !type.startsWith("AWS::"));
    assertThat(SCHEMAS).hasSizeGreaterThan(1500);
  }

  private static String namespace(String type) {
    return type.split("::")[1];
  }

  @Test
  void everyTypeIsInTheLedger() {
    Set<String> listed = Set.copyOf(LEDGER.types());
    Set<String> harmless = Set.copyOf(LEDGER.harmlessNamespaces());
    assertThat(SCHEMAS.keySet())
        .filteredOn(type -> !listed.contains(type) && !harmless.contains(namespace(type)))
        .as(
            """
            Types that src/main/resources/ecraccess/ledger.json does not list. Say of each what it means for a pull:
            under "types" by property or as a whole, or under "harmless" with the reason. A new namespace without a
            bearing on networks, names, filters and workloads goes under "namespaces"\
            """)
        .isEmpty();
  }

  @Test
  void everyPropertyIsInTheLedger() {
    List<String> missing = new ArrayList<>();
    SCHEMAS.forEach((type, properties) ->
        properties.stream()
            .filter(property -> isUnlisted(type, property))
            .forEach(property -> missing.add(type + " " + property)));
    assertThat(missing)
        .as(
            """
            Properties that src/main/resources/ecraccess/ledger.json does not classify. For each add a line to its type:
              "read READER"      only where that class of reach treats every form of its value
              "harmless: why"    where it cannot keep an image away, whatever its value
              "unknown: words"   otherwise: what it makes unknown, as a noun phrase, {} being the logical ID;
                                 "unknown unless A|B: ..." where the values A and B are harmless\
            """)
        .isEmpty();
  }

  private static boolean isUnlisted(String type, String property) {
    List<String> path = List.of(property.split("\\."));
    return LEDGER.entry(type, path).equals(Optional.of(Ledger.unlisted(path)));
  }

  @Test
  void theLedgerKnowsNothingThatAwsDoesNot() {
    assertThat(LEDGER.types()).as("listed types that no schema knows").isSubsetOf(SCHEMAS.keySet());
    Set<String> namespaces =
        SCHEMAS.keySet().stream().map(SchemaLedgerIT::namespace).collect(Collectors.toSet());
    assertThat(LEDGER.harmlessNamespaces())
        .as("listed namespaces that no schema knows")
        .isSubsetOf(namespaces)
        .doesNotContainAnyElementsOf(
            LEDGER.types().stream().map(SchemaLedgerIT::namespace).toList());
    List<String> stale = new ArrayList<>();
    for (String type : LEDGER.types()) {
      if (LEDGER.section(type) instanceof Section.Properties(Node root)) {
        Set<String> known = SCHEMAS.getOrDefault(type, Set.of());
        lines(root, "")
            .filter(path -> !known.contains(path) && !isShared(path))
            .forEach(path -> stale.add(type + " " + path));
      }
    }
    assertThat(stale).as("lines for properties that no schema knows").isEmpty();
  }

  /** The places of a type's lines. */
  private static Stream<String> lines(Node node, String path) {
    Stream<String> here = node.own().isPresent() ? Stream.of(path) : Stream.empty();
    return Stream.concat(
        here,
        node.members().entrySet().stream()
            .flatMap(member ->
                lines(
                    member.getValue(),
                    path.isEmpty() ? member.getKey() : path + "." + member.getKey())));
  }

  /** Whether it is a line of a shape that is right where somebody else shares the shape. */
  private static boolean isShared(String path) {
    return LEDGER.shapeLines().stream()
        .filter(line -> path.equals(line) || path.endsWith("." + line))
        .anyMatch(line ->
            SCHEMAS.values().stream()
                .flatMap(Set::stream)
                .anyMatch(known -> known.equals(line) || known.endsWith("." + line)));
  }

  @Test
  void printsWhatIsRead() {
    int[] properties = new int[3];
    int[] types = new int[3];
    int detailed = 0;
    for (String type : LEDGER.types()) {
      if (LEDGER.section(type) instanceof Section.Whole(Entry entry)) {
        types[kind(entry)]++;
        continue;
      }
      detailed++;
      for (String property : SCHEMAS.get(type)) {
        LEDGER
            .entry(type, List.of(property.split("\\.")))
            .ifPresent(entry -> properties[kind(entry)]++);
      }
    }
    System.out.printf(
        "ledger: %d types of AWS (schemas of %s), %d of them listed: %d by property, %d harmless,"
            + " %d unknown; %d properties read, %d harmless, %d unknown; %d namespaces harmless%n",
        SCHEMAS.size(),
        version,
        LEDGER.types().size(),
        detailed,
        types[1],
        types[2],
        properties[0],
        properties[1],
        properties[2],
        LEDGER.harmlessNamespaces().size());
    assertThat(properties[0]).isPositive();
    assertThat(properties[2]).isPositive();
  }

  private static int kind(Entry entry) {
    return switch (entry) {
      case Entry.Read read -> 0;
      case Entry.Harmless harmless -> 1;
      case Entry.Unknown unknown -> 2;
    };
  }
}
