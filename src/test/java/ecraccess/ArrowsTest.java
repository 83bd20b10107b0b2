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
        .layer("logic")
        .definedBy("ecraccess.logic")
        .layer("service")
        .definedBy("ecraccess.service")
        .layer("template")
        .definedBy("ecraccess.template")
        .layer("workload")
        .definedBy("ecraccess.workload")
        .layer("network")
        .definedBy("ecraccess.network")
        .layer("survey")
        .definedBy("ecraccess.survey")
        .layer("judge")
        .definedBy("ecraccess.judge")
        .layer("live")
        .definedBy("ecraccess.live")
        .layer("task")
        .definedBy("ecraccess.task")
        .layer("shorthand")
        .definedBy("ecraccess.shorthand")
        .layer("expand")
        .definedBy("ecraccess.expand")
        .layer("adopt")
        .definedBy("ecraccess.adopt")
        .layer("macro")
        .definedBy("ecraccess.macro")
        .layer("picture")
        .definedBy("ecraccess.picture")
        .layer("customresource")
        .definedBy("ecraccess.customresource")
        .layer("source")
        .definedBy("ecraccess.source")
        .layer("cli")
        .definedBy("ecraccess.cli")
        .whereLayer("json")
        .mayNotAccessAnyLayer()
        .whereLayer("logic")
        .mayNotAccessAnyLayer()
        .whereLayer("service")
        .mayOnlyAccessLayers("json")
        .whereLayer("template")
        .mayOnlyAccessLayers("json", "logic", "service")
        .whereLayer("workload")
        .mayOnlyAccessLayers("json", "logic", "service", "template")
        .whereLayer("network")
        .mayOnlyAccessLayers("json", "logic", "service")
        .whereLayer("survey")
        .mayOnlyAccessLayers("json", "logic", "service", "template", "workload", "network")
        .whereLayer("judge")
        .mayOnlyAccessLayers("json", "logic", "service", "network")
        .whereLayer("live")
        .mayOnlyAccessLayers("json", "logic", "service", "network", "judge")
        .whereLayer("task")
        .mayOnlyAccessLayers(
            "json", "logic", "service", "template", "workload", "network", "survey")
        .whereLayer("shorthand")
        .mayOnlyAccessLayers("json", "service", "template", "workload")
        .whereLayer("expand")
        .mayOnlyAccessLayers(
            "json",
            "logic",
            "service",
            "template",
            "workload",
            "shorthand",
            "network",
            "survey",
            "judge")
        .whereLayer("adopt")
        .mayOnlyAccessLayers("json", "service", "template", "shorthand", "expand")
        .whereLayer("macro")
        .mayOnlyAccessLayers("json", "template", "expand")
        .whereLayer("picture")
        .mayOnlyAccessLayers("json", "judge")
        .whereLayer("customresource")
        .mayOnlyAccessLayers("json", "template", "live")
        .whereLayer("source")
        .mayOnlyAccessLayers("json", "template")
        .whereLayer("cli")
        .mayOnlyAccessLayers(
            "json",
            "template",
            "shorthand",
            "expand",
            "judge",
            "live",
            "task",
            "adopt",
            "picture",
            "source")
        .check(CLASSES);
  }

  @Test
  void eachLibraryIsKnownToTheRoomsThatNeedIt() {
    Map.of(
            "com.amazonaws..", new String[] {"ecraccess.macro", "ecraccess.customresource"},
            "com.amazonaws..events..", new String[] {"ecraccess.customresource"},
            "com.google.gson..", new String[] {"ecraccess.json"},
            "org.snakeyaml..", new String[] {"ecraccess.source"},
            "software.amazon.awssdk..", new String[] {"ecraccess.live", "ecraccess.task"},
            "software.amazon.awssdk.services.ec2..", new String[] {"ecraccess.live"},
            "software.amazon.awssdk.services.ecs..", new String[] {"ecraccess.task"},
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
}
