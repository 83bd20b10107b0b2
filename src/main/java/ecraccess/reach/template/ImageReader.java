package ecraccess.reach.template;

import ecraccess.core.cfn.Branch;
import ecraccess.core.cfn.Expressions;
import ecraccess.core.cfn.Intrinsic;
import ecraccess.core.cfn.Outline;
import ecraccess.core.cfn.Pieces;
import ecraccess.core.cfn.Resource;
import ecraccess.core.json.Json;
import ecraccess.core.logic.Known;
import ecraccess.reach.model.Image;
import ecraccess.reach.model.Image.Registry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Tells from the expression behind {@code Image} where an image comes from. */
final class ImageReader {
  private static final String REPOSITORY = "AWS::ECR::Repository";
  private static final String URI = ".RepositoryUri";
  private static final Json OWN_ACCOUNT =
      Json.Obj.of(Intrinsic.REF, new Json.Str("AWS::AccountId"));

  private static final Pattern DYNAMIC = Pattern.compile("\\{\\{resolve:[^}]*}}");

  private final Scenario scenario;

  ImageReader(Scenario scenario) {
    this.scenario = scenario;
  }

  Image read(Branch place) {
    return new Image(place.path(), show(place.value()), registry(place));
  }

  /** The region of the deployment. */
  Known<String> ownRegion(Branch place) {
    return scenario.text(
        new Branch(
            place.path(),
            Json.Obj.of(Intrinsic.REF, new Json.Str("AWS::Region")),
            place.conditions()));
  }

  private Registry registry(Branch place) {
    List<Json> pieces = Pieces.of(place.value()).inOrder();
    if (!pieces.isEmpty() && attributeOf(pieces.getFirst(), URI)) {
      return new Registry.PrivateEcr(ownRegion(place), ownRepository(pieces.getFirst()));
    }
    StringBuilder text = new StringBuilder();
    List<String> holes = new ArrayList<>();
    for (Json piece : pieces) {
      Branch at = new Branch(place.path(), piece, place.conditions());
      Known<String> known =
          piece instanceof Json.Str(String written)
              ? Known.is(written)
              : isOwnRegion(piece)
                  ? ownRegion(place)
                  : piece.equals(OWN_ACCOUNT) ? Known.is(ownAccount()) : scenario.text(at);
      text.append(
          switch (known) {
            case Known.Is<String>(String it) -> withHoles(it, at, holes);
            case Known.Unknown<String>(String open) -> {
              holes.add(open);
              yield Outline.HOLE;
            }
          });
    }
    return new ImageName(text.toString(), List.copyOf(holes), show(place.value())).registry();
  }

  private String ownAccount() {
    String account = scenario.context().accountId();
    return account.isEmpty() ? Image.OWN_ACCOUNT : account;
  }

  /** A repository of the template, by the name that it is given. */
  private Known<String> ownRepository(Json uri) {
    return Outline.of(uri)
        .lead()
        .map(name -> name.substring(0, name.length() - URI.length()))
        .flatMap(scenario::resource)
        .flatMap(repository -> scenario.member(scenario.properties(repository), "RepositoryName"))
        .flatMap(name -> scenario.text(name).value())
        .map(name -> Known.is(ownAccount() + "/" + name))
        .orElseGet(() -> Known.unknown("the name of repository " + show(uri)));
  }

  /** The text with its dynamic references cut out, which only the deployment looks up. */
  private static String withHoles(String text, Branch place, List<String> holes) {
    Matcher references = DYNAMIC.matcher(text.replace(Outline.HOLE, ""));
    return references.replaceAll(reference -> {
      holes.add("the value of the dynamic reference at " + place.path());
      return Outline.HOLE;
    });
  }

  /** {@code Fn::Select: [3, Fn::Split: [":", ARN]]}: the region in a repository's own ARN. */
  private boolean isOwnRegion(Json piece) {
    return argument(piece, "Fn::Select")
        .filter(select -> isNumber(select.getFirst(), "3"))
        .flatMap(select -> argument(select.getLast(), "Fn::Split"))
        .filter(split -> attributeOf(split.getLast(), ".Arn"))
        .isPresent();
  }

  private static Optional<List<Json>> argument(Json value, String function) {
    return Intrinsic.of(value)
        .filter(found -> found.name().equals(function))
        .flatMap(found ->
            found.argument() instanceof Json.Arr(List<Json> parts) && parts.size() == 2
                ? Optional.of(parts)
                : Optional.empty());
  }

  private static boolean isNumber(Json value, String number) {
    return value.equals(new Json.Num(number)) || value.equals(new Json.Str(number));
  }

  private boolean attributeOf(Json piece, String attribute) {
    return Outline.of(piece)
        .lead()
        .filter(name -> name.endsWith(attribute))
        .map(name -> name.substring(0, name.length() - attribute.length()))
        .flatMap(scenario::resource)
        .filter((Resource resource) -> resource.isOfType(REPOSITORY))
        .isPresent();
  }

  /** The text with its functions as in {@code Fn::Sub}; never a parameter's value. */
  private static String show(Json value) {
    List<Json> pieces = Pieces.of(value).inOrder();
    if (pieces.size() != 1 || pieces.getFirst() instanceof Json.Str) {
      return pieces.stream().map(ImageReader::showPiece).collect(Collectors.joining());
    }
    return Outline.of(value)
        .lead()
        .filter(name -> name.contains("."))
        .map(name -> "!GetAtt " + name)
        .orElseGet(() -> Expressions.show(pieces.getFirst()));
  }

  private static String showPiece(Json piece) {
    return piece instanceof Json.Str(String text)
        ? text
        : Outline.of(piece).lead().map(name -> "${" + name + "}").orElse("…");
  }
}
