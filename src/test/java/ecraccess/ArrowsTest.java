package ecraccess;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Packages are rooms, and the arrows between them point one way. */
class ArrowsTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("ecraccess");

  @Test
  void arrowsPointInward() {
    layeredArchitecture()
        .consideringOnlyDependenciesInLayers()
        .layer("json")
        .definedBy("ecraccess.json")
        .layer("service")
        .definedBy("ecraccess.service")
        .layer("template")
        .definedBy("ecraccess.template")
        .layer("workload")
        .definedBy("ecraccess.workload")
        .layer("shorthand")
        .definedBy("ecraccess.shorthand")
        .layer("expand")
        .definedBy("ecraccess.expand")
        .layer("macro")
        .definedBy("ecraccess.macro")
        .layer("source")
        .definedBy("ecraccess.source")
        .layer("cli")
        .definedBy("ecraccess.cli")
        .whereLayer("service")
        .mayOnlyAccessLayers("json")
        .whereLayer("json")
        .mayNotAccessAnyLayer()
        .whereLayer("template")
        .mayOnlyAccessLayers("json", "service")
        .whereLayer("workload")
        .mayOnlyAccessLayers("json", "service", "template")
        .whereLayer("shorthand")
        .mayOnlyAccessLayers("json", "service", "template", "workload")
        .whereLayer("expand")
        .mayOnlyAccessLayers("json", "service", "template", "workload", "shorthand")
        .whereLayer("macro")
        .mayOnlyAccessLayers("json", "template", "expand")
        .whereLayer("source")
        .mayOnlyAccessLayers("json", "template")
        .whereLayer("cli")
        .mayOnlyAccessLayers("json", "template", "shorthand", "expand", "source")
        .check(CLASSES);
  }

  @Test
  void eachLibraryIsKnownToOneRoom() {
    Map.of(
            "com.amazonaws..", "ecraccess.macro",
            "com.google.gson..", "ecraccess.json",
            "org.snakeyaml..", "ecraccess.source",
            "picocli..", "ecraccess.cli")
        .forEach((library, room) ->
            noClasses()
                .that()
                .resideOutsideOfPackage(room)
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
}
