package ecraccess.cli;

import ecraccess.cli.source.SourceFile;
import ecraccess.cli.source.SourceReading;
import ecraccess.cli.source.Swap;
import ecraccess.core.cfn.Problem;
import ecraccess.core.cfn.Template;
import ecraccess.core.json.Json;
import ecraccess.core.json.JsonPath;
import ecraccess.macro.adopt.Adopter;
import ecraccess.macro.adopt.Adoption;
import ecraccess.macro.adopt.Comparison;
import ecraccess.macro.expand.Expansion;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A template file whose endpoints have been adopted.
 *
 * @param text the new one; the old one where nothing was adopted
 */
record AdoptedFile(Adoption adoption, String text) {
  private static final String ANCHOR =
      "an alias elsewhere in the file needs an anchor inside it; write the value out there";
  private static final String PLACE =
      "it does not stand in lines of its own, so the file cannot be changed there byte for byte";

  /** Adopts what it can, and proves it on the very text that it gives back. */
  static AdoptedFile of(SourceFile file, LocalMacro macro) throws CommandFailure {
    Json.Obj expanded = expanded(file, macro);
    Map<JsonPath, String> barred = new LinkedHashMap<>();
    while (true) {
      Adoption adoption =
          Adopter.adopt(
              file.json().without(TransformSection.TRANSFORM),
              expanded.without(TransformSection.TRANSFORM),
              macro.deployment(file.json()),
              macro.region(),
              barred);
      if (adoption.shorthands().isEmpty()) {
        return new AdoptedFile(adoption, file.text());
      }
      Optional<String> text = edited(file, adoption, macro);
      Optional<String> flaw =
          text.isEmpty() ? Optional.of(PLACE) : flaw(file, expanded, text.get(), macro);
      if (flaw.isEmpty()) {
        return new AdoptedFile(adoption, text.orElseThrow());
      }
      bar(file, adoption, flaw.get(), barred);
    }
  }

  /** Endpoints that others take anchors from; else all of those that were to be adopted. */
  private static void bar(
      SourceFile file, Adoption adoption, String reason, Map<JsonPath, String> barred) {
    int before = barred.size();
    List<JsonPath> adopted =
        adoption.shorthands().stream()
            .flatMap(shorthand -> shorthand.endpoints().stream())
            .map(Adoption.Endpoint::path)
            .toList();
    adopted.stream().filter(file::lendsAnchor).forEach(path -> barred.put(path, ANCHOR));
    if (barred.size() == before) {
      adopted.forEach(path -> barred.put(path, reason));
    }
  }

  private static Optional<String> edited(SourceFile file, Adoption adoption, LocalMacro macro) {
    Json.Obj named = new TransformSection(file.json(), macro.options().macroName()).named();
    List<Swap> swaps = adoption.shorthands().stream().map(AdoptedFile::swap).toList();
    Json resources = adoption.template().get(Template.RESOURCES).orElseThrow();
    return file.edited(named)
        .map(text -> read(file.name(), text))
        .flatMap(with -> with.swapped(swaps, named.with(Template.RESOURCES, resources)));
  }

  private static Swap swap(Adoption.Adopted adopted) {
    List<JsonPath> places = adopted.endpoints().stream().map(Adoption.Endpoint::path).toList();
    return new Swap(
        places.getFirst(),
        places.subList(1, places.size()),
        adopted.logicalId(),
        adopted.value(),
        adopted.moved());
  }

  /** Why the new text is not what was to be proved: the macro sees it, and not our tree. */
  private static Optional<String> flaw(
      SourceFile file, Json.Obj before, String text, LocalMacro macro) {
    return switch (macro.expand(read(file.name(), text).json())) {
      case Expansion.Rejected(List<Problem> problems) ->
          Optional.of("the macro refuses the changed file: " + problems.getFirst());
      case Expansion.Expanded after ->
          Comparison.differences(before, after.template(), macro.region()).stream()
              .findFirst()
              .map(difference -> "the changed file would not expand to the same: " + difference);
    };
  }

  private static Json.Obj expanded(SourceFile file, LocalMacro macro) throws CommandFailure {
    return switch (macro.expand(file.json())) {
      case Expansion.Expanded expanded -> expanded.template();
      case Expansion.Rejected rejected -> throw CommandFailure.problems(file, rejected.problems());
    };
  }

  private static SourceFile read(String name, String text) {
    return switch (SourceFile.parse(name, text)) {
      case SourceReading.Done(SourceFile file) -> file;
      case SourceReading.Failed failed -> throw new IllegalStateException(failed.error().text());
    };
  }
}
