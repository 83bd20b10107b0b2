package ecraccess.reach.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import ecraccess.reach.ledger.Ledger.Entry;
import ecraccess.reach.ledger.Ledger.Node;
import ecraccess.reach.ledger.Ledger.Section;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.services.ec2.model.DhcpOptions;
import software.amazon.awssdk.services.ec2.model.ManagedPrefixList;
import software.amazon.awssdk.services.ec2.model.NatGateway;
import software.amazon.awssdk.services.ec2.model.NetworkAcl;
import software.amazon.awssdk.services.ec2.model.RouteTable;
import software.amazon.awssdk.services.ec2.model.SecurityGroup;
import software.amazon.awssdk.services.ec2.model.ServiceDetail;
import software.amazon.awssdk.services.ec2.model.Subnet;
import software.amazon.awssdk.services.ec2.model.Vpc;
import software.amazon.awssdk.services.ec2.model.VpcEndpoint;
import software.amazon.awssdk.services.ecs.model.TaskDefinition;

/**
 * Holds the ledger against what the SDK can answer: a member that is new there fails the build
 * until somebody has said what it means for a pull.
 */
class AnswersLedgerTest {
  private static final Ledger LEDGER = Ledger.get();
  private static final String TASKS = "ecs.TaskDefinition";

  private static final Map<String, SdkPojo> ANSWERS =
      Map.ofEntries(
          Map.entry("ec2.Vpc", Vpc.builder().build()),
          Map.entry("ec2.Subnet", Subnet.builder().build()),
          Map.entry("ec2.RouteTable", RouteTable.builder().build()),
          Map.entry("ec2.SecurityGroup", SecurityGroup.builder().build()),
          Map.entry("ec2.NetworkAcl", NetworkAcl.builder().build()),
          Map.entry("ec2.NatGateway", NatGateway.builder().build()),
          Map.entry("ec2.VpcEndpoint", VpcEndpoint.builder().build()),
          Map.entry("ec2.ServiceDetail", ServiceDetail.builder().build()),
          Map.entry("ec2.DhcpOptions", DhcpOptions.builder().build()),
          Map.entry("ec2.ManagedPrefixList", ManagedPrefixList.builder().build()),
          Map.entry(TASKS, TaskDefinition.builder().build()));

  /** Where CloudFormation does not just begin with a capital. */
  private static final Map<String, String> SPELT =
      Map.of(
          "efsVolumeConfiguration", "EFSVolumeConfiguration",
          "fsxWindowsFileServerVolumeConfiguration", "FSxWindowsFileServerVolumeConfiguration",
          "s3filesVolumeConfiguration", "S3FilesVolumeConfiguration");

  static List<String> answers() {
    return LEDGER.answers();
  }

  @Test
  void everyAnswerIsKnown() {
    assertThat(LEDGER.answers()).containsExactlyInAnyOrderElementsOf(ANSWERS.keySet());
  }

  @ParameterizedTest
  @MethodSource("answers")
  void everyMemberIsInTheLedger(String answer) {
    assertThat(members("", ANSWERS.get(answer), Set.of()))
        .hasSizeGreaterThan(3)
        .filteredOn(member -> !isListed(answer, member))
        .as(
            """
            Members of %s that the part "answers" of src/main/resources/ecraccess/ledger.json does not classify.
            For each add a line: "read READER", "harmless: why" or "unknown: words"\
            """
                .formatted(answer))
        .isEmpty();
  }

  /** A task definition is read as CloudFormation's, which spells one word otherwise. */
  private static boolean isListed(String answer, String member) {
    return has(answer, member)
        || (answer.equals(TASKS)
            && has(
                "AWS::ECS::TaskDefinition",
                member.replace(
                    "EFSVolumeConfiguration.FileSystemId", "EFSVolumeConfiguration.FilesystemId")));
  }

  private static boolean has(String type, String member) {
    List<String> path = List.of(member.split("\\."));
    return !LEDGER.entry(type, path).equals(Optional.of(Ledger.unlisted(path)));
  }

  @ParameterizedTest
  @MethodSource("answers")
  void theLedgerKnowsNoMemberThatTheSdkDoesNot(String answer) {
    Set<String> known = Set.copyOf(members("", ANSWERS.get(answer), Set.of()));
    assertThat(lines(answer, entry -> true)).isNotEmpty().isSubsetOf(known);
  }

  @ParameterizedTest
  @MethodSource("answers")
  void everyReadMemberStandsInItsReader(String answer) throws IOException {
    for (String member : lines(answer, Entry.Read.class::isInstance)) {
      Entry.Read read =
          (Entry.Read) LEDGER.entry(answer, List.of(member.split("\\."))).orElseThrow();
      String name = member.substring(member.lastIndexOf('.') + 1);
      String accessor = name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
      assertThat(source(read.reader()))
          .as("%s %s", answer, member)
          .containsPattern("(\\.|::)" + accessor + "(AsString)?\\b");
    }
  }

  private static String source(String name) throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
      return Files.readString(
          files.filter(path -> path.endsWith(name + ".java")).findFirst().orElseThrow());
    }
  }

  private static List<String> lines(String answer, Predicate<Entry> about) {
    List<String> all = new ArrayList<>();
    lines("", ((Section.Properties) LEDGER.section(answer)).root(), about, all);
    return all;
  }

  private static void lines(String path, Node node, Predicate<Entry> about, List<String> all) {
    node.own().filter(about).ifPresent(entry -> all.add(path));
    node.members().forEach((name, member) -> lines(inside(path, name), member, about, all));
  }

  private static List<String> members(String path, SdkPojo structure, Set<Class<?>> around) {
    List<String> all = new ArrayList<>();
    for (SdkField<?> field : structure.sdkFields()) {
      String member = inside(path, capital(field.memberName()));
      all.add(member);
      structure(field)
          .filter(inner -> !around.contains(inner.getClass()))
          .ifPresent(inner -> all.addAll(members(member, inner, with(around, inner.getClass()))));
    }
    return all;
  }

  private static Set<Class<?>> with(Set<Class<?>> around, Class<?> one) {
    return Set.copyOf(Stream.concat(around.stream(), Stream.of(one)).toList());
  }

  private static Optional<SdkPojo> structure(SdkField<?> field) {
    return field.constructor() != null
        ? Optional.of(field.constructor().get())
        : field
            .getOptionalTrait(ListTrait.class)
            .flatMap(list -> structure(list.memberFieldInfo()));
  }

  private static String capital(String name) {
    return SPELT.getOrDefault(
        name, name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1));
  }

  private static String inside(String path, String name) {
    return path.isEmpty() ? name : path + "." + name;
  }
}
