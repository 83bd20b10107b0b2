package ecraccess;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.conditions.ArchConditions.onlyDependOnClassesThat;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Packages are rooms under six roofs, and the arrows between them point one way. */
class ArrowsTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("ecraccess");

  /** DESIGN.md's map of the rooms: {@code room: the rooms that it may use}. */
  private static final Path MAP = Path.of("DESIGN.md");

  private record Room(String name, List<String> uses) {
    boolean mayUse(JavaClass other) {
      return nameOf(other).equals(name) || uses.stream().anyMatch(used -> covers(used, other));
    }

    /** {@code core.*} stands for all rooms under that roof. */
    private static boolean covers(String used, JavaClass other) {
      return used.endsWith(".*")
          ? nameOf(other).startsWith(used.substring(0, used.length() - 1))
          : nameOf(other).equals(used);
    }

    @Override
    public String toString() {
      return name;
    }
  }

  static List<Room> rooms() throws IOException {
    return Files.readString(MAP)
        .lines()
        .dropWhile(line -> !line.equals("<!-- rooms -->"))
        .skip(2)
        .takeWhile(line -> !line.equals("```"))
        .filter(line -> !line.isBlank())
        .map(line -> line.split(":", -1))
        .map(parts ->
            new Room(
                parts[0].strip(),
                Arrays.stream(parts[1].split(","))
                    .map(String::strip)
                    .filter(used -> !used.isEmpty())
                    .toList()))
        .toList();
  }

  @Test
  void theMapNamesEveryRoom() throws IOException {
    assertThat(rooms().stream().map(Room::name))
        .containsExactlyInAnyOrderElementsOf(
            CLASSES.stream().map(ArrowsTest::nameOf).collect(Collectors.toSet()));
  }

  /** In the map's order a room uses only rooms above it, so there is no way round in a circle. */
  @Test
  void theMapPointsUpward() throws IOException {
    List<Room> rooms = rooms();
    for (int i = 0; i < rooms.size(); i++) {
      List<String> above = rooms.subList(0, i).stream().map(Room::name).toList();
      for (String used : rooms.get(i).uses()) {
        assertThat(above)
            .as("what %s uses", rooms.get(i))
            .anyMatch(name ->
                used.endsWith(".*")
                    ? name.startsWith(used.substring(0, used.length() - 1))
                    : name.equals(used));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("rooms")
  void aRoomUsesOnlyWhatTheMapSays(Room room) {
    classes()
        .that()
        .resideInAPackage("ecraccess." + room.name())
        .should(
            onlyDependOnClassesThat(
                describe(
                    "the map lets " + room + " use",
                    other ->
                        !other.getPackageName().startsWith("ecraccess") || room.mayUse(other))))
        .check(CLASSES);
  }

  @ParameterizedTest
  @MethodSource("rooms")
  void aRoomUsesAllThatTheMapSays(Room room) {
    Set<String> used =
        CLASSES.stream()
            .filter(one -> nameOf(one).equals(room.name()))
            .flatMap(one -> one.getDirectDependenciesFromSelf().stream())
            .map(dependency -> dependency.getTargetClass())
            .filter(other -> other.getPackageName().startsWith("ecraccess"))
            .map(ArrowsTest::nameOf)
            .collect(Collectors.toSet());
    assertThat(room.uses())
        .allMatch(entry ->
            used.stream()
                .anyMatch(name ->
                    entry.endsWith(".*")
                        ? name.startsWith(entry.substring(0, entry.length() - 1))
                        : name.equals(entry)));
  }

  @Test
  void aNameStandsForOneType() {
    Map<String, Long> times =
        CLASSES.stream()
            .filter(JavaClass::isTopLevelClass)
            .filter(one -> !one.getSimpleName().equals("package-info"))
            .collect(groupingBy(JavaClass::getSimpleName, counting()));
    assertThat(times).allSatisfy((name, count) -> assertThat(count).as(name).isEqualTo(1));
  }

  @Test
  void eachLibraryIsKnownToTheRoomsThatNeedIt() {
    Map.of(
            "com.amazonaws..", new String[] {"ecraccess.lambda.."},
            "com.amazonaws..events..", new String[] {"ecraccess.lambda.network"},
            "com.google.gson..", new String[] {"ecraccess.core.json"},
            "org.snakeyaml..", new String[] {"ecraccess.cli.source"},
            "software.amazon.awssdk..", new String[] {"ecraccess.live.ec2", "ecraccess.live.ecs"},
            "software.amazon.awssdk.services.ec2..", new String[] {"ecraccess.live.ec2"},
            "software.amazon.awssdk.services.ecs..", new String[] {"ecraccess.live.ecs"},
            "picocli..", new String[] {"ecraccess.cli"})
        .forEach((library, rooms) ->
            noClasses()
                .that()
                .resideOutsideOfPackages(rooms)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library)
                .check(CLASSES));
  }

  /** Their order differs from run to run, on purpose; an output must not. */
  @Test
  void nothingCopiesIntoUnorderedCollections() {
    noClasses().should().callMethod(Map.class, "copyOf", Map.class).check(CLASSES);
    noClasses().should().callMethod(Set.class, "copyOf", java.util.Collection.class).check(CLASSES);
  }

  private static String nameOf(JavaClass one) {
    return one.getPackageName().substring("ecraccess.".length());
  }
}
