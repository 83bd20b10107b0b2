package ecraccess.macro.adopt;

import ecraccess.cli.source.SourceFile;
import ecraccess.cli.source.SourceReading;
import ecraccess.core.cfn.Template;
import ecraccess.core.json.Json;
import java.util.List;

/** Templates and values from YAML. */
final class Given {
  private Given() {}

  static Json.Obj template(String yaml) {
    return switch (SourceFile.parse("template.yaml", yaml)) {
      case SourceReading.Done(SourceFile file) -> file.json();
      case SourceReading.Failed failed -> throw new AssertionError(failed + "\n" + yaml);
    };
  }

  static Json value(String yaml) {
    return template("Value: " + yaml).get("Value").orElseThrow();
  }

  /** An interface endpoint of the service, with further members of the resource. */
  static String endpoint(String name, String service, String properties, String attributes) {
    return "  %s: {Type: AWS::EC2::VPCEndpoint, %s Properties: {ServiceName: !Sub \"com.amazonaws.${AWS::Region}.%s\", %s}}\n"
        .formatted(name, attributes, service, properties);
  }

  /** What the endpoints of a template come to. */
  static List<Screening> screened(Json.Obj template) {
    return new Template(template)
        .resources().stream()
            .filter(resource -> resource.isOfType(Candidate.TYPE))
            .map(Screening::of)
            .toList();
  }

  static List<Candidate> candidates(Json.Obj template) {
    return screened(template).stream()
        .map(screening ->
            switch (screening) {
              case Screening.Fit(Candidate candidate) -> candidate;
              case Screening.Unfit(String reason) -> throw new AssertionError(reason);
            })
        .toList();
  }
}
