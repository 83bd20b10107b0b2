package ecraccess.reach.policy;

import ecraccess.core.aws.Partition;
import ecraccess.core.cfn.Intrinsic;
import ecraccess.core.json.Json;
import ecraccess.core.net.AddressSet;
import ecraccess.reach.flow.Flow;
import ecraccess.reach.model.Addresses;
import ecraccess.reach.model.Endpoint;
import ecraccess.reach.model.Id;
import ecraccess.reach.model.Network;
import ecraccess.reach.model.Resolved;
import ecraccess.reach.policy.TextPattern.Kind;
import java.util.Map;
import java.util.Optional;

/** What is known of a request, in the form in which policies are compared with it. */
record FlowPatterns(Flow flow) {

  TextPattern region() {
    return TextPattern.literal(flow.network().region());
  }

  TextPattern partition() {
    return TextPattern.literal(Partition.of(flow.network().region()).name());
  }

  /** Tasks, nodes and jobs run under roles of the deployment's own account. */
  TextPattern account() {
    String account = flow.network().accountId();
    if (account.equals(Network.ANOTHER_ACCOUNT)) {
      return TextPattern.hole("AWS::AccountId", "the account", Kind.NEW_NAME);
    }
    return account.isEmpty()
        ? TextPattern.hole("AWS::AccountId", "the account", Kind.ACCOUNT)
        : TextPattern.literal(account);
  }

  /** The role under which the workload pulls and its secrets are read. */
  Caller.Role role() {
    return new Caller.Role(
        account(),
        flow.workload().role().map(this::text).map(this::roleArn).orElseGet(this::anyRole));
  }

  /** A role of which only the account is known: that of the task itself, say. */
  Caller.Role someRole() {
    return new Caller.Role(account(), anyRole());
  }

  private TextPattern anyRole() {
    return roleArn(TextPattern.glob("*"));
  }

  /** A role may be given by its name. */
  private TextPattern roleArn(TextPattern role) {
    String text = role.toString();
    return text.startsWith("arn:") || text.startsWith("${")
        ? role
        : TextPattern.literal("arn:")
            .then(partition())
            .then(TextPattern.literal(":iam::"))
            .then(account())
            .then(TextPattern.literal(":role/"))
            .then(role);
  }

  RequestKeys keys(Endpoint endpoint) {
    AddressSet addresses =
        flow.from().block() instanceof Addresses.Exactly block ? block.set() : AddressSet.EMPTY;
    TextPattern id =
        endpoint.name().startsWith("vpce-")
            ? TextPattern.literal(endpoint.name())
            : TextPattern.hole(endpoint.name(), "the ID of " + endpoint.name(), Kind.NEW_NAME);
    return new RequestKeys(id(flow.vpc().id()), id, addresses, region());
  }

  Policy policy(Resolved document) {
    return Policy.of(document.value(), function -> function(function, document.names()));
  }

  /** The text, with wildcards for what nobody knows of it; any text where it is none. */
  TextPattern text(Resolved text) {
    return new PolicyTexts(function -> function(function, text.names()), Optional.empty())
        .glob(text.value())
        .orElseGet(() -> TextPattern.glob("*"));
  }

  private TextPattern function(Json function, Map<Json, Id> names) {
    String reference =
        Intrinsic.of(function)
            .filter(it -> it.name().equals(Intrinsic.REF))
            .map(Intrinsic::argument)
            .filter(Json.Str.class::isInstance)
            .map(name -> ((Json.Str) name).value())
            .orElse("");
    return switch (reference) {
      case "AWS::AccountId" -> account();
      case "AWS::Region" -> region();
      case "AWS::Partition" -> partition();
      default ->
          Optional.ofNullable(names.get(function))
              .map(FlowPatterns::id)
              .orElseGet(() -> PolicyTexts.Functions.open(function));
    };
  }

  private static TextPattern id(Id id) {
    return switch (id) {
      case Id.Literal(String text) -> TextPattern.literal(text);
      // What the template makes has a name that nobody could write down before.
      case Id.Created(String name) -> TextPattern.hole(name, "the ID of " + name, Kind.NEW_NAME);
      case Id.Item item -> TextPattern.hole(item.toString(), item.toString(), Kind.WORD);
      case Id.Open(String expression, String missing) ->
          TextPattern.hole(expression, missing, Kind.ANYTHING);
    };
  }
}
