package ecraccess.reach.template;

import ecraccess.cli.source.SourceFile;
import ecraccess.cli.source.SourceReading;
import ecraccess.core.cfn.Template;
import java.util.List;
import java.util.stream.Collectors;

/** Short ways to ask what a template needs. */
final class Templates {
  private Templates() {}

  static Template template(String text) {
    return switch (SourceFile.parse("template.yaml", text)) {
      case SourceReading.Done(SourceFile file) -> new Template(file.json());
      case SourceReading.Failed failed -> throw new AssertionError(failed);
    };
  }

  static List<Need> needs(String text) {
    return Needs.of(template(text), Surveys.context(Surveys.values("{}")));
  }

  /** The services' names with blanks between. */
  static String services(String text) {
    return needs(text).stream().map(need -> need.service().name()).collect(Collectors.joining(" "));
  }

  /** The same for a template of one resource. */
  static String services(String type, String properties) {
    return services("Resources: {R: {Type: %s, Properties: %s}}".formatted(type, properties));
  }
}
