package ecraccess.reach.template;

import ecraccess.core.cfn.Branch;
import ecraccess.core.cfn.Expressions;
import ecraccess.core.cfn.Intrinsic;
import ecraccess.core.cfn.Pieces;
import ecraccess.core.cfn.Resource;
import ecraccess.core.json.Json;
import ecraccess.core.logic.Known;
import ecraccess.reach.model.Id;
import ecraccess.reach.model.Resolved;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Evaluates a value and says what the functions left in it name. */
final class ResolvedReader {
  /** What a resource's ARN is made of where the template tells: {@code NAME} is what Ref gives. */
  private static final Map<String, String> ARNS =
      Map.of(
          "AWS::S3::Bucket", "arn:${AWS::Partition}:s3:::NAME",
          "AWS::IAM::Role", "arn:${AWS::Partition}:iam::${AWS::AccountId}:role/NAME",
          "AWS::ECR::Repository",
              "arn:${AWS::Partition}:ecr:${AWS::Region}:${AWS::AccountId}:repository/NAME",
          "AWS::Logs::LogGroup",
              "arn:${AWS::Partition}:logs:${AWS::Region}:${AWS::AccountId}:log-group:NAME:*",
          "AWS::KMS::Key", "arn:${AWS::Partition}:kms:${AWS::Region}:${AWS::AccountId}:key/NAME");

  /** A secret's ARN, which Ref gives, ends in six characters that nobody knows. */
  private static final String SECRET = "AWS::SecretsManager::Secret";

  private static final String SECRET_ARN =
      "arn:${AWS::Partition}:secretsmanager:${AWS::Region}:${AWS::AccountId}:secret:NAME-??????";

  /** Types of which Ref gives a name or an ID without a colon or slash. */
  private static final Set<String> NAMED =
      Set.of(
          "AWS::S3::Bucket",
          "AWS::ECR::Repository",
          "AWS::KMS::Key",
          "AWS::IAM::Role",
          "AWS::EC2::VPC",
          "AWS::EC2::VPCEndpoint",
          "AWS::EC2::Subnet",
          "AWS::EC2::SecurityGroup",
          "AWS::SecretsManager::Secret",
          "AWS::Logs::LogGroup");

  /** The property that gives a resource the name that Ref gives. */
  private static final Map<String, String> NAMES =
      Map.of(
          SECRET,
          "Name",
          "AWS::S3::Bucket",
          "BucketName",
          "AWS::ECR::Repository",
          "RepositoryName",
          "AWS::Logs::LogGroup",
          "LogGroupName");

  private final Scenario scenario;

  ResolvedReader(Scenario scenario) {
    this.scenario = scenario;
  }

  /**
   * What stands there.
   *
   * @param evaluated its value, evaluated
   */
  Resolved of(Branch place, Json evaluated) {
    Map<Json, Id> names = new LinkedHashMap<>();
    return new Resolved(named(place, evaluated, names), names);
  }

  private Json named(Branch place, Json value, Map<Json, Id> names) {
    if (Intrinsic.of(value).isEmpty()) {
      return value.mapChildren((step, child) -> named(place, child, names));
    }
    Json written = scenario.resolved(written(value));
    for (Json piece : Pieces.of(written).inOrder()) {
      if (!(piece instanceof Json.Str)) {
        names.put(piece, id(new Branch(place.path(), piece, place.conditions())));
      }
    }
    return written;
  }

  /** What has an ARN or a path for a name may be any text. */
  private Id id(Branch piece) {
    Id id = scenario.id(piece);
    return id instanceof Id.Created(String name)
            && scenario.resource(name).filter(made -> NAMED.contains(made.type())).isEmpty()
        ? new Id.Open(name, "the value of !Ref %s, known at deployment only".formatted(name))
        : id;
  }

  /** With ARNs as what they are made of, and names as they are given. */
  private Json written(Json value) {
    List<Json> pieces = Pieces.of(value).inOrder();
    return Json.Obj.of(
        "Fn::Join",
        Json.Arr.of(
            new Json.Str(""), new Json.Arr(pieces.stream().map(this::writtenPiece).toList())));
  }

  private Json writtenPiece(Json piece) {
    String name =
        Intrinsic.of(piece)
            .filter(function ->
                function.name().equals(Intrinsic.REF) || function.name().equals(Intrinsic.GET_ATT))
            .flatMap(function -> Expressions.dotted(function.argument()))
            .orElse("");
    String id = name.endsWith(".Arn") ? name.substring(0, name.length() - ".Arn".length()) : name;
    Optional<Resource> resource = scenario.resource(id).filter(Resource::isPlain);
    if (resource.isEmpty()) {
      return piece;
    }
    String given = nameOf(resource.get());
    if (id.equals(name) && resource.get().isOfType(SECRET)) {
      return Json.Obj.of(Intrinsic.SUB, new Json.Str(SECRET_ARN.replace("NAME", given)));
    }
    if (id.equals(name)) {
      return given.equals("${" + id + "}") ? piece : new Json.Str(given);
    }
    return Optional.ofNullable(ARNS.get(resource.get().type()))
        // A role's path stands between the two.
        .filter(form -> resource.get().property("Path").isEmpty())
        .<Json>map(form -> Json.Obj.of(Intrinsic.SUB, new Json.Str(form.replace("NAME", given))))
        .orElse(piece);
  }

  /** The name that it is given, or a reference to the one that it gets. */
  private String nameOf(Resource resource) {
    return Optional.ofNullable(NAMES.get(resource.type()))
        .flatMap(property -> scenario.member(scenario.properties(resource), property))
        .map(scenario::text)
        .flatMap(Known::value)
        .orElse("${" + resource.logicalId() + "}");
  }
}
