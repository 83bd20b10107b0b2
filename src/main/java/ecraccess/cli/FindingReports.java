package ecraccess.cli;

import ecraccess.cli.CheckedFile.Finding;
import ecraccess.cli.CheckedFile.Level;
import ecraccess.core.json.Json;
import ecraccess.core.json.JsonText;
import ecraccess.reach.judge.Checks;
import ecraccess.reach.verdict.Check;
import java.io.StringWriter;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** The findings of many files in the forms that machines of a build read. */
final class FindingReports {
  private FindingReports() {}

  /** Workflow commands of GitHub Actions, which become annotations at their lines. */
  static String github(List<CheckedFile> files) {
    StringBuilder text = new StringBuilder();
    for (CheckedFile file : files) {
      for (Finding finding : file.findings()) {
        text.append("::")
            .append(
                switch (finding.level()) {
                  case FAULT -> "error";
                  case UNKNOWN -> "warning";
                  case NOTE -> "notice";
                })
            .append(" file=")
            .append(property(finding.file()))
            .append(",line=")
            .append(finding.position().line())
            .append(",col=")
            .append(finding.position().column())
            .append(",title=")
            .append(property(finding.check()))
            .append("::")
            .append(escaped(finding.text()))
            .append('\n');
      }
    }
    return text.toString();
  }

  /** GitHub's own escapes: nothing in a text can end a command or begin another. */
  private static String escaped(String text) {
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
  }

  private static String property(String text) {
    return escaped(text).replace(":", "%3A").replace(",", "%2C");
  }

  /** A table for the comment of a pull request. */
  static String markdown(List<CheckedFile> files) {
    StringBuilder text = new StringBuilder("| Template | Verdict | Finding |\n|---|---|---|\n");
    for (CheckedFile file : files) {
      String first = "| %s | %s | ".formatted(cell(file.name()), file.verdict());
      if (file.findings().isEmpty()) {
        text.append(first).append("|\n");
      }
      for (Finding finding : file.findings()) {
        text.append(first)
            .append(
                "%s:%d, `%s`: %s |%n"
                    .formatted(
                        cell(finding.file()),
                        finding.position().line(),
                        finding.check(),
                        cell(finding.text())));
        first = "| | | ";
      }
    }
    return text.toString().replace(System.lineSeparator(), "\n");
  }

  private static String cell(String text) {
    StringBuilder cell = new StringBuilder();
    text.chars()
        .forEach(c -> {
          if ("\\`*_{}[]<>|#!&@~".indexOf(c) >= 0) {
            cell.append('\\');
          }
          cell.append(c == '\n' || c == '\r' ? ' ' : (char) c);
        });
    return cell.toString();
  }

  /** JUnit's XML: a test case a file, which fails by its faults. */
  static String junit(List<CheckedFile> files) {
    StringWriter text = new StringWriter();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newInstance().createXMLStreamWriter(text);
      xml.writeStartDocument("UTF-8", "1.0");
      xml.writeStartElement("testsuite");
      xml.writeAttribute("name", "ecr-access check");
      xml.writeAttribute("tests", String.valueOf(files.size()));
      xml.writeAttribute("failures", String.valueOf(count(files, "cannot")));
      xml.writeAttribute("skipped", String.valueOf(count(files, "cannot tell")));
      for (CheckedFile file : files) {
        xml.writeStartElement("testcase");
        xml.writeAttribute("classname", "ecr-access");
        xml.writeAttribute("name", file.name());
        if (!file.verdict().equals("can")) {
          boolean failed = file.verdict().equals("cannot");
          xml.writeStartElement(failed ? "failure" : "skipped");
          xml.writeAttribute("message", "ecr-access: " + file.verdict());
          xml.writeCharacters(lines(file));
          xml.writeEndElement();
        }
        xml.writeEndElement();
      }
      xml.writeEndElement();
      xml.writeEndDocument();
      xml.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
    return text + "\n";
  }

  private static long count(List<CheckedFile> files, String verdict) {
    return files.stream().filter(file -> file.verdict().equals(verdict)).count();
  }

  private static String lines(CheckedFile file) {
    StringBuilder text = new StringBuilder();
    for (Finding finding : file.findings()) {
      text.append(
          "%s:%d:%d: %s [%s]\n"
              .formatted(
                  finding.file(),
                  finding.position().line(),
                  finding.position().column(),
                  finding.text(),
                  finding.check()));
    }
    return text.toString();
  }

  /** SARIF 2.1.0, with every check as a rule. */
  static String sarif(List<CheckedFile> files, String version) {
    List<Json> results = new ArrayList<>();
    for (CheckedFile file : files) {
      file.findings().forEach(finding -> results.add(result(finding)));
    }
    List<Json> rules = new ArrayList<>();
    rules.add(
        object(
            "id", text(CheckedFile.PROBLEM),
            "shortDescription",
                Json.Obj.of("text", text("The template cannot be expanded or read"))));
    for (Check check : Checks.all()) {
      rules.add(rule(check));
    }
    Json.Obj driver =
        object(
            "name", text("ecr-access"),
            "version", text(version),
            "rules", new Json.Arr(rules));
    Json.Obj run = object("tool", Json.Obj.of("driver", driver), "results", new Json.Arr(results));
    return JsonText.pretty(
            object(
                "$schema", text("https://json.schemastore.org/sarif-2.1.0.json"),
                "version", text("2.1.0"),
                "runs", Json.Arr.of(run)))
        + "\n";
  }

  /** The page of AWS that the check rests on is its help. */
  private static Json.Obj rule(Check check) {
    return object(
        "id", text(check.id()),
        "shortDescription", Json.Obj.of("text", text(check.title())),
        "fullDescription", Json.Obj.of("text", text(check.wrong())),
        "help", Json.Obj.of("text", text(check.wayOut())),
        "helpUri", text(check.source()));
  }

  private static Json result(Finding finding) {
    Json.Obj region =
        object(
            "startLine", number(finding.position().line()),
            "startColumn", number(finding.position().column()));
    Json.Obj place =
        Json.Obj.of(
            "physicalLocation",
            object(
                "artifactLocation",
                Json.Obj.of("uri", text(uri(finding.file()))),
                "region",
                region));
    return object(
        "ruleId", text(finding.check()),
        "level", text(sarifLevel(finding.level())),
        "message", Json.Obj.of("text", text(finding.text())),
        "locations", Json.Arr.of(place));
  }

  private static String sarifLevel(Level level) {
    return switch (level) {
      case FAULT -> "error";
      case UNKNOWN -> "warning";
      case NOTE -> "note";
    };
  }

  /** A relative path as a URI: what a URI may not have is escaped. */
  private static String uri(String file) {
    try {
      return new URI(null, null, file.replace('\\', '/'), null).toASCIIString();
    } catch (URISyntaxException e) {
      return "unknown";
    }
  }

  private static Json.Obj object(Object... namesAndValues) {
    Map<String, Json> members = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      members.put((String) namesAndValues[i], (Json) namesAndValues[i + 1]);
    }
    return new Json.Obj(members);
  }

  private static Json text(String text) {
    return new Json.Str(text);
  }

  private static Json number(int number) {
    return new Json.Num(String.valueOf(number));
  }
}
