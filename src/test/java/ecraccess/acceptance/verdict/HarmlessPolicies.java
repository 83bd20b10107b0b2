package ecraccess.acceptance.verdict;

import static ecraccess.acceptance.verdict.View.property;

import ecraccess.core.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Policies that let the pull through, each in its own way. */
final class HarmlessPolicies {
  private static final String LAYERS = "arn:*:s3:::prod-*-starport-layer-bucket/*";

  private HarmlessPolicies() {}

  static List<Harmless> all() {
    List<Harmless> all = new ArrayList<>();
    for (String service : List.of("ecr.api", "ecr.dkr", "s3", "logs")) {
      all.add(
          policy(
              service,
              "everything",
              "{Effect: Allow, Principal: \"*\", Action: \"*\", Resource: \"*\"}"));
      all.add(
          policy(
              service,
              "everybody in a map",
              "{Effect: Allow, Principal: {AWS: \"*\"}, Action: [\"*\"], Resource: [\"*\"]}"));
      all.add(
          policy(
              service,
              "all but one action",
              "{Effect: Allow, Principal: \"*\", NotAction: \"iam:*\", Resource: \"*\"}"));
      all.add(
          policy(
              service,
              "all but one resource",
              "{Effect: Allow, Principal: \"*\", Action: \"*\", NotResource:"
                  + " \"arn:aws:s3:::secret/*\"}"));
      all.add(
          policy(
              service,
              "everything but deleting",
              "{Effect: Allow, Principal: \"*\", Action: \"*\", Resource: \"*\"}",
              "{Effect: Deny, Principal: \"*\", Action: [\"s3:DeleteObject\","
                  + " \"ecr:DeleteRepository\"], Resource: \"*\"}"));
      all.add(asText(service));
    }
    all.add(
        policy(
            "ecr.api",
            "what it is asked, in other letters",
            "{Effect: Allow, Principal: \"*\", Action: \"ECR:getauthorization*\", Resource:"
                + " \"*\"}"));
    all.add(
        policy(
            "ecr.dkr",
            "what it is asked, with wildcards",
            "{Effect: Allow, Principal: \"*\", Action: [\"ecr:Batch*\","
                + " \"ecr:GetDownloadUrl????????\"], Resource: \"*\"}"));
    all.add(
        policy(
            "ecr.dkr",
            "what it is asked, in two statements",
            "{Effect: Allow, Principal: \"*\", Action: \"ecr:BatchGetImage\", Resource: \"*\"}",
            "{Effect: Allow, Principal: \"*\", Action: \"ecr:GetDownloadUrlForLayer\", Resource:"
                + " \"*\"}"));
    all.add(
        policy(
            "s3",
            "layers of any region",
            "{Effect: Allow, Principal: \"*\", Action: \"s3:Get*\", Resource: \"%s\"}"
                .formatted(LAYERS)));
    all.add(
        policy(
            "s3",
            "layers, and denies other buckets to others",
            "{Effect: Allow, Principal: \"*\", Action: \"s3:GetObject\", Resource: \"%s\"}"
                .formatted(LAYERS),
            "{Effect: Deny, Principal: \"*\", Action: \"s3:*\", Resource: \"arn:aws:s3:::acme/*\","
                + " Condition: {StringNotEquals: {\"aws:PrincipalAccount\": \"111122223333\"}}}"));
    String everything = "{Effect: Allow, Principal: \"*\", Action: \"*\", Resource: \"*\"}";
    for (String service : List.of("ecr.api", "ecr.dkr", "s3", "logs")) {
      all.add(
          policy(
              service,
              "everything that comes over TLS and through an endpoint",
              everything,
              deny("Bool: {\"aws:SecureTransport\": \"false\"}"),
              deny("\"Null\": {\"aws:SourceVpce\": \"true\"}"),
              deny("StringNotEquals: {\"aws:RequestedRegion\": !Ref AWS::Region}")));
    }
    for (String service : List.of("ecr.api", "ecr.dkr", "logs")) {
      all.add(
          policy(
              service,
              "the own account, by its root",
              "{Effect: Allow, Principal: {AWS: !Sub"
                  + " \"arn:${AWS::Partition}:iam::${AWS::AccountId}:root\"}, Action: \"*\","
                  + " Resource: \"*\"}"));
      all.add(
          policy(
              service,
              "the own account, by a condition",
              everything,
              deny("StringNotEquals: {\"aws:PrincipalAccount\": !Ref AWS::AccountId}")));
    }
    all.add(
        policy(
            "s3",
            "whoever is not of the own account or organization",
            "{Effect: Allow, Principal: \"*\", Action: \"*\", Resource: \"*\", Condition:"
                + " {StringNotEquals: {\"aws:PrincipalAccount\": !Ref AWS::AccountId,"
                + " \"aws:PrincipalOrgID\": o-abcdefghij}}}"));
    return all;
  }

  private static String deny(String condition) {
    return "{Effect: Deny, Principal: \"*\", Action: \"*\", Resource: \"*\", Condition: {%s}}"
        .formatted(condition);
  }

  private static Harmless policy(String service, String what, String... statements) {
    Json document = document(statements);
    return Harmless.endpoint(
        "the policy allows " + what,
        service,
        (view, endpoint) -> view.edit().set(property(endpoint, "PolicyDocument"), document));
  }

  private static Harmless asText(String service) {
    Json document = document("{Effect: Allow, Principal: \"*\", Action: \"*\", Resource: \"*\"}");
    return Harmless.endpoint(
        "the policy is a text",
        service,
        (view, endpoint) ->
            view.edit().set(property(endpoint, "PolicyDocument"), Harmless.text(document)));
  }

  private static Json document(String... statements) {
    return new Json.Obj(Map.of("Version", new Json.Str("2012-10-17")))
        .with("Statement", new Json.Arr(List.of(statements).stream().map(Text::yaml).toList()));
  }
}
