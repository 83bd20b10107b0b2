package ecraccess.acceptance.verdict;

import static ecraccess.acceptance.verdict.Fault.Scope.ANYWHERE;
import static ecraccess.acceptance.verdict.Fault.Scope.VPC_INSIDE;
import static ecraccess.acceptance.verdict.View.property;

import ecraccess.acceptance.verdict.Fault.Mutation;
import ecraccess.acceptance.verdict.Fault.Scope;
import ecraccess.core.json.Json;
import ecraccess.core.json.JsonPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Mistakes in endpoint policies. */
final class PolicyFaults {
  /** Denies requests of other accounts, which is well, but allows nothing. */
  static final String DENY_ONLY =
      """
      {Effect: Deny, Principal: "*", Action: "*", Resource: "*",
       Condition: {StringNotEquals: {"aws:PrincipalAccount": !Ref "AWS::AccountId"}}}
      """;

  private static final String OWN_ACCOUNT =
      """
      {Effect: Allow, Principal: "*", Action: "s3:*", Resource: "*",
       Condition: {StringEquals: {"aws:PrincipalAccount": !Ref "AWS::AccountId"}}}
      """;
  private static final String ALLOW = "{Effect: Allow, Principal: \"*\", Action: %s, Resource: %s}";

  private PolicyFaults() {}

  static List<Fault> all() {
    List<Fault> all = new ArrayList<>();
    for (String service : List.of("ecr.api", "ecr.dkr", "s3", "logs")) {
      all.add(policy(service, "only denies", "run 9", "(?i)allow", DENY_ONLY));
    }
    all.add(allow("ecr.api", "[\"ecr:BatchGetImage\"]", "\"*\"", "ecr:GetAuthorizationToken"));
    all.add(
        allow(
            "ecr.api",
            "\"ecr:*\"",
            "\"arn:aws:ecr:*:*:repository/*\"",
            "ecr:GetAuthorizationToken"));
    all.add(allow("ecr.dkr", "[\"ecr:GetDownloadUrlForLayer\"]", "\"*\"", "ecr:BatchGetImage"));
    all.add(allow("ecr.dkr", "[\"ecr:BatchGetImage\"]", "\"*\"", "ecr:GetDownloadUrlForLayer"));
    all.add(allow("ecr.dkr", "\"s3:*\"", "\"*\"", "ecr:"));
    all.add(
        allow(
            "s3",
            "\"s3:*\"",
            "[\"arn:aws:s3:::my-bucket\", \"arn:aws:s3:::my-bucket/*\"]",
            "starport-layer-bucket"));
    all.add(allow("s3", "\"s3:ListBucket\"", "\"*\"", "s3:GetObject"));
    all.add(
        policy(
            "s3",
            "allows the own account only",
            "run 6",
            "starport-layer-bucket|aws:PrincipalAccount",
            OWN_ACCOUNT));
    all.add(perimeter("StringNotEquals: {\"aws:PrincipalAccount\": !Ref AWS::AccountId}"));
    all.add(perimeter("StringNotEquals: {\"aws:ResourceAccount\": !Ref AWS::AccountId}"));
    all.add(perimeter("StringNotEqualsIfExists: {\"aws:PrincipalOrgID\": o-abcdefghij}"));
    all.add(perimeter("NotIpAddress: {\"aws:SourceIp\": 10.0.0.0/8}"));
    all.add(perimeter("\"Null\": {\"aws:SourceVpce\": \"false\"}"));
    all.add(
        policy(
            "s3",
            "allows addresses that no request through an endpoint has",
            "run 6",
            "aws:SourceIp",
            "{Effect: Allow, Principal: \"*\", Action: \"s3:*\", Resource: \"*\", Condition:"
                + " {IpAddress: {\"aws:SourceIp\": 10.0.0.0/8}}}"));
    all.add(
        policy(
            "ecr.dkr",
            "allows users of IAM only",
            "run 9",
            "aws:PrincipalType",
            "{Effect: Allow, Principal: \"*\", Action: \"*\", Resource: \"*\", Condition:"
                + " {StringEquals: {\"aws:PrincipalType\": User}}}"));
    all.add(grammar("ecr.api", "Principle", "did you mean Principal"));
    all.add(grammar("s3", "Resources", "did you mean Resource"));
    all.add(tooLong("ecr.api"));
    all.add(tooLong("s3"));
    return all;
  }

  /** A data perimeter that forgets whose ECR's layers are. */
  private static Fault perimeter(String condition) {
    return of(
        "the policy of s3 denies by " + condition,
        "run 6",
        VPC_INSIDE,
        "starport",
        "s3",
        new Json.Obj(Map.of("Version", new Json.Str("2012-10-17")))
            .with(
                "Statement",
                Json.Arr.of(
                    Text.yaml(ALLOW.formatted("\"*\"", "\"*\"")),
                    Text.yaml(
                        "{Effect: Deny, Principal: \"*\", Action: \"*\", Resource: \"*\", Condition: {%s}}"
                            .formatted(condition)))));
  }

  private static Fault grammar(String service, String element, String reason) {
    return of(
        "the policy of %s has an element %s".formatted(service, element),
        "deploy 16",
        ANYWHERE,
        reason,
        service,
        document(ALLOW.formatted("\"*\"", "\"*\"").replace("Action", element + ": \"*\", Action")));
  }

  private static Fault allow(String service, String actions, String resources, String reason) {
    return policy(
        service,
        "allows only %s on %s".formatted(actions, resources),
        service.equals("s3") ? "run 6" : "run 9",
        reason,
        ALLOW.formatted(actions, resources));
  }

  private static Fault policy(
      String service, String how, String row, String reason, String statement) {
    return of(
        "the policy of %s %s".formatted(service, how),
        row,
        VPC_INSIDE,
        reason,
        service,
        document(statement));
  }

  static Json document(String statement) {
    return new Json.Obj(Map.of("Version", new Json.Str("2012-10-17")))
        .with("Statement", Json.Arr.of(Text.yaml(statement)));
  }

  private static Fault tooLong(String service) {
    String resources = "arn:aws:s3:::a-bucket-of-some-team/*".repeat(700);
    return of(
        "the policy of %s is too long".formatted(service),
        "deploy 16",
        ANYWHERE,
        "20[,.]?480",
        service,
        new Json.Obj(Map.of("Version", new Json.Str("2012-10-17")))
            .with(
                "Statement",
                Json.Arr.of(
                    Text.yaml(ALLOW.formatted("\"*\"", "\"*\"")),
                    Text.yaml(ALLOW.formatted("\"s3:*\"", '"' + resources + '"')))));
  }

  private static Fault of(
      String name, String row, Scope scope, String reason, String service, Json policy) {
    return Fault.of(
        name,
        row,
        scope,
        reason,
        view ->
            view.endpoint(service)
                .map(endpoint -> {
                  JsonPath place = property(endpoint, "PolicyDocument");
                  return Mutation.of(view.edit().set(place, policy), place);
                }));
  }
}
