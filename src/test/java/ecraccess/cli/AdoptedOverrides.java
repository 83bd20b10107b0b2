package ecraccess.cli;

import ecraccess.cli.source.SourceFile;
import ecraccess.cli.source.SourceReading;
import ecraccess.core.cfn.Template;
import ecraccess.core.json.Json;

/** Counts the properties in the overrides of a template's shorthands, names aside. */
record AdoptedOverrides(String text) {

  int count() {
    SourceFile file =
        switch (SourceFile.parse("template", text)) {
          case SourceReading.Done(SourceFile done) -> done;
          case SourceReading.Failed failed -> throw new AssertionError(failed);
        };
    return new Template(file.json())
        .resources().stream()
            .filter(resource -> resource.isOfType("PrivateEcrAccess"))
            .flatMap(resource -> resource.property("Overrides").stream())
            .flatMap(overrides -> ((Json.Obj) overrides).members().values().stream())
            .mapToInt(override -> ((Json.Obj) override).without("LogicalId").members().size())
            .sum();
  }
}
