package ecraccess.macro.shorthand;

import ecraccess.core.cfn.Intrinsic;
import ecraccess.core.json.Json;
import ecraccess.macro.shorthand.ValueShape.Flag;
import ecraccess.macro.shorthand.ValueShape.ListOf;
import ecraccess.macro.shorthand.ValueShape.Literal;
import ecraccess.macro.shorthand.ValueShape.Table;
import ecraccess.macro.shorthand.ValueShape.Text;
import ecraccess.macro.shorthand.ValueShape.Word;
import ecraccess.macro.shorthand.ValueShape.WordOr;
import ecraccess.macro.shorthand.ValueShape.Written;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The properties of {@code Type: PrivateEcrAccess}. */
@SuppressWarnings("ImmutableEnumChecker") // a Shape is records of immutable lists and maps
enum Property {
  VPC_ID("VpcId", OverridableProperties.VPC_ID),
  SUBNET_IDS("SubnetIds", OverridableProperties.SUBNET_IDS),
  ROUTE_TABLE_IDS("RouteTableIds", OverridableProperties.ROUTE_TABLE_IDS),
  SECURITY_GROUP_IDS("SecurityGroupIds", OverridableProperties.SECURITY_GROUP_IDS),
  CLIENT_SECURITY_GROUP_IDS(
      "ClientSecurityGroupIds", new Written(OverridableProperties.SECURITY_GROUP_IDS)),
  CLIENT_CIDRS("ClientCidrs", new Written(new ListOf("a list of CIDR blocks", Forms.CIDR, false))),
  PRIVATE_DNS_ENABLED("PrivateDnsEnabled", OverridableProperties.PRIVATE_DNS_ENABLED),
  ADDITIONAL_SERVICES("AdditionalServices", new Literal(new WordOr(Auto.WORD, services()))),
  EXISTING_SERVICES("ExistingServices", new Literal(services())),
  ECR_POLICY("EcrPolicy", new Literal(new Word("FullAccess", "PullOnly"))),
  REPOSITORIES("Repositories", new ListOf("a list of repositories", Forms.REPOSITORY, false)),
  S3_POLICY("S3Policy", new Literal(new Word("FullAccess", "LayersOnly"))),
  ADDITIONAL_S3_RESOURCES(
      "AdditionalS3Resources", new ListOf("a list of S3 ARNs", Forms.S3_ARN, false)),
  IP_ADDRESS_TYPE("IpAddressType", OverridableProperties.IP_ADDRESS_TYPE),
  DNS_OPTIONS("DnsOptions", OverridableProperties.DNS_OPTIONS),
  TAGS("Tags", OverridableProperties.TAGS),
  OVERRIDES("Overrides", new Literal(new Table("a map from service name to endpoint properties"))),
  PREFLIGHT("Preflight", new Literal(new Flag())),
  CHECKS("Checks", new Literal(new Word("Enforce", "Off"))),
  IGNORE_CHECKS(
      "IgnoreChecks",
      new Literal(new ListOf("a list of check IDs", new Literal(new Text("a check's ID")), false)));

  /**
   * Without these the endpoint falls back to a default that is not ours, so no branch may drop one.
   */
  private static final Set<Property> NEVER_ABSENT =
      Set.of(
          VPC_ID,
          SUBNET_IDS,
          ROUTE_TABLE_IDS,
          SECURITY_GROUP_IDS,
          PRIVATE_DNS_ENABLED,
          REPOSITORIES,
          ADDITIONAL_S3_RESOURCES);

  /** These decide what is created, so they are read before anything else. */
  private static final Set<Property> SELECTING =
      Set.of(ADDITIONAL_SERVICES, EXISTING_SERVICES, OVERRIDES);

  private final String key;
  private final ValueShape shape;

  Property(String key, ValueShape shape) {
    this.key = key;
    this.shape = shape;
  }

  String key() {
    return key;
  }

  ValueShape shape() {
    return shape;
  }

  boolean isNeverAbsent() {
    return NEVER_ABSENT.contains(this);
  }

  boolean isSelecting() {
    return SELECTING.contains(this);
  }

  /** The property's value; {@code !Ref AWS::NoValue} is none. */
  Optional<Json> in(Json.Obj properties) {
    return properties.get(key).filter(value -> !Intrinsic.isNoValue(value));
  }

  /** Whether the property is that word. */
  boolean is(String word, Json.Obj properties) {
    return in(properties).filter(new Json.Str(word)::equals).isPresent();
  }

  static Optional<Property> of(String key) {
    return Arrays.stream(values()).filter(property -> property.key.equals(key)).findFirst();
  }

  static List<String> keys() {
    return Arrays.stream(values()).map(Property::key).toList();
  }

  private static ListOf services() {
    return new ListOf(
        "a list of service names", new Literal(new Text("a service name such as logs")), true);
  }
}
