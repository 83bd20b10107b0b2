package ecraccess.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ecraccess.acceptance.corpus.Meaning;
import ecraccess.cli.source.SourceFile;
import ecraccess.cli.source.SourceReading;
import ecraccess.core.cfn.Intrinsic;
import ecraccess.core.cfn.Resource;
import ecraccess.core.cfn.Template;
import ecraccess.core.json.Json;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Checks an adoption anew, with nothing of what the command itself proves it by. */
final class AdoptProof {
  private static final String ENDPOINT = "AWS::EC2::VPCEndpoint";
  private static final Pattern KEPT =
      Pattern.compile("(?m)^\\S+: (Resources\\S+): kept, because .+$");

  private final String before;
  private final Run run;
  private final String region;

  AdoptProof(String before, Run run, String region) {
    this.before = before;
    this.run = run;
    this.region = region;
  }

  /** Every endpoint is adopted or there is a reason; what expands is what was there. */
  void check() {
    Set<String> kept = new TreeSet<>();
    KEPT.matcher(run.err()).results().forEach(found -> kept.add(found.group(1)));
    Set<String> all = new TreeSet<>(endpoints(json(before)).keySet());
    if (run.exitCode() == 1) {
      assertThat(run.out()).isEmpty();
      assertThat(kept).isEqualTo(all);
      return;
    }
    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(endpoints(json(run.out())).keySet()).isEqualTo(kept);
    String expanded = Run.onInput(run.out(), "expand", "--region", region, "-").out();
    assertThat(endpoints(json(expanded))).isEqualTo(endpoints(json(before)));
    assertThat(propertyNames(json(expanded))).isEqualTo(propertyNames(json(before)));
    assertThat(others(json(expanded))).isEqualTo(others(json(before)));
  }

  /** Nothing but the endpoints and the section of transforms is not as it was. */
  void checkLines() {
    if (run.exitCode() == 0) {
      Json.Obj old = json(before);
      Json.Obj now = json(run.out());
      assertThat(lines(run.out(), names(now, old))).isEqualTo(lines(before, names(old, now)));
      checkBlankLines(Block.gaps(before, names(old, now)), Block.gaps(run.out(), names(now, old)));
    }
  }

  /** Blank lines go only where a member went, and none is new. */
  private static void checkBlankLines(List<Block.Gap> was, List<Block.Gap> is) {
    assertThat(is).hasSameSizeAs(was);
    for (int i = 0; i < was.size(); i++) {
      if (was.get(i).besideMember() || is.get(i).besideMember()) {
        assertThat(was.get(i).blankLines()).containsAll(is.get(i).blankLines());
        assertThat(is.get(i).blankLines()).hasSizeLessThanOrEqualTo(was.get(i).blankLines().size());
      } else {
        assertThat(is.get(i).blankLines()).isEqualTo(was.get(i).blankLines());
      }
    }
  }

  private static List<String> lines(String text, Set<String> members) {
    return Block.outside(text, members).stream()
        .map(line -> line.replaceFirst(",(?=\\R?$)", ""))
        .toList();
  }

  /** The resources that the other does not have. */
  private static Set<String> names(Json.Obj of, Json.Obj other) {
    Set<String> names = new LinkedHashSet<>();
    new Template(of).resources().stream().map(Resource::logicalId).forEach(names::add);
    new Template(other).resources().stream().map(Resource::logicalId).forEach(names::remove);
    return names;
  }

  private Map<String, Json> endpoints(Json.Obj template) {
    Meaning meaning = new Meaning(template, region);
    Map<String, Json> endpoints = new LinkedHashMap<>();
    new Template(template)
        .resources().stream()
            .filter(resource -> resource.isOfType(ENDPOINT))
            .forEach(resource ->
                endpoints.put(resource.path().toString(), meaning.of(resource.value())));
    return endpoints;
  }

  /** A default that is written out would be a change, though nothing is deployed by it. */
  private static Map<String, Set<String>> propertyNames(Json.Obj template) {
    Map<String, Set<String>> names = new LinkedHashMap<>();
    for (Resource resource : new Template(template).resources()) {
      if (resource.isOfType(ENDPOINT)
          && ((Json.Obj) resource.value()).get("Properties").orElse(null)
              instanceof Json.Obj(Map<String, Json> properties)) {
        Set<String> present = new TreeSet<>(properties.keySet());
        present.removeIf(name -> Intrinsic.isNoValue(properties.get(name)));
        names.put(resource.path().toString(), present);
      }
    }
    return names;
  }

  private static Map<Object, Json> others(Json.Obj template) {
    Map<Object, Json> others =
        new LinkedHashMap<>(template.without("Transform").without("Resources").members());
    new Template(template)
        .resources().stream()
            .filter(resource -> !resource.isOfType(ENDPOINT))
            .forEach(resource -> others.put(resource.path(), resource.value()));
    return others;
  }

  private static Json.Obj json(String text) {
    return switch (SourceFile.parse("template", text)) {
      case SourceReading.Done(SourceFile file) -> file.json();
      case SourceReading.Failed failed -> throw new AssertionError(failed + "\n" + text);
    };
  }
}
