package ecraccess.reach.policy;

import ecraccess.core.cfn.Found;
import ecraccess.core.cfn.NearMiss;
import ecraccess.core.json.Json;
import ecraccess.core.json.JsonPath;
import ecraccess.core.json.JsonText;
import ecraccess.core.json.MalformedJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What keeps EC2 from taking a policy ({@code InvalidPolicyDocument}): everything that breaks the
 * grammar (IAM User Guide, Grammar of the IAM JSON policy language), and a statement without a
 * principal (VPC guide, Control access to VPC endpoints using endpoint policies). A part that only
 * the deployment knows is taken to be right.
 */
public final class PolicyForm {
  private static final List<String> TOP = List.of("Version", "Id", "Statement");
  private static final List<String> ELEMENTS =
      List.of(
          "Sid",
          "Effect",
          "Principal",
          "NotPrincipal",
          "Action",
          "NotAction",
          "Resource",
          "NotResource",
          "Condition");
  private static final Json NOTHING = new Json.Null();
  private static final Set<String> VERSIONS = Set.of("2012-10-17", "2008-10-17");

  private final List<Fault> faults = new ArrayList<>();

  private PolicyForm() {}

  /**
   * A fault.
   *
   * @param path inside the policy; the root for a policy that is a text
   * @param text expected, found, and a way out
   */
  public record Fault(JsonPath path, String text) {}

  /** Every fault, in the order of the policy. */
  public static List<Fault> faults(Json policy) {
    PolicyForm form = new PolicyForm();
    if (policy instanceof Json.Str(String text)) {
      form.text(text);
    } else {
      form.document(policy, JsonPath.ROOT);
    }
    return form.faults;
  }

  private void text(String text) {
    try {
      Json policy = JsonText.read(text);
      // A place in a text has no path of its own.
      faults(policy)
          .forEach(fault ->
              faults.add(
                  new Fault(
                      JsonPath.ROOT,
                      fault.path.equals(JsonPath.ROOT)
                          ? fault.text
                          : fault.text + " (at " + fault.path + ")")));
      if (policy instanceof Json.Str) {
        add(JsonPath.ROOT, "expected a policy, found a text in a text; write it as an object");
      }
    } catch (MalformedJson e) {
      add(JsonPath.ROOT, "expected a policy in JSON, found text that is none: " + e.describe());
    }
  }

  private void document(Json policy, JsonPath path) {
    if (isOpen(policy)) {
      return;
    }
    if (!(policy instanceof Json.Obj members)) {
      add(path, "expected a policy with Version and Statement, found " + Found.describe(policy));
      return;
    }
    unknown(members, TOP, path, "a policy");
    if (members.get("Version").orElse(NOTHING) instanceof Json.Str(String text)
        && !VERSIONS.contains(text)) {
      add(
          path.member("Version"),
          "expected Version \"2012-10-17\", which names IAM's language and is no date of your own, found \"%s\""
              .formatted(text));
    }
    members
        .get("Statement")
        .ifPresentOrElse(
            statements -> statements(statements, path.member("Statement")),
            () ->
                add(path, "expected a Statement, found none; add one that allows what is called"));
  }

  private void statements(Json statements, JsonPath path) {
    if (statements instanceof Json.Arr(List<Json> items)) {
      for (int i = 0; i < items.size(); i++) {
        statement(items.get(i), path.element(i));
      }
    } else {
      statement(statements, path);
    }
  }

  private void statement(Json statement, JsonPath path) {
    if (isOpen(statement)) {
      return;
    }
    if (!(statement instanceof Json.Obj members)) {
      add(path, "expected a statement with an Effect, found " + Found.describe(statement));
      return;
    }
    unknown(members, ELEMENTS, path, "a statement");
    effect(members, path);
    for (String name : List.of("Principal", "Action", "Resource")) {
      oneOf(members, name, path);
    }
    for (String name : List.of("Action", "NotAction")) {
      members.get(name).ifPresent(actions -> actions(actions, path.member(name)));
    }
    if (members.get("Condition").orElse(NOTHING) instanceof Json.Obj condition
        && !isOpen(condition)) {
      condition.members().keySet().stream()
          .filter(operator -> ConditionOperator.parse(operator).isEmpty())
          .forEach(operator ->
              add(
                  path.member("Condition").member(operator),
                  "expected an operator of IAM, found %s%s"
                      .formatted(operator, NearMiss.hint(operator, ConditionOperator.names()))));
    }
  }

  private void effect(Json.Obj members, JsonPath path) {
    Json effect = members.get("Effect").orElse(NOTHING);
    if (effect.equals(NOTHING)) {
      add(path, "expected Effect: Allow or Effect: Deny, found no Effect; add one");
    } else if (!isOpen(effect)
        && !effect.equals(new Json.Str("Allow"))
        && !effect.equals(new Json.Str("Deny"))) {
      add(
          path.member("Effect"),
          "expected Allow or Deny, found %s; capital letters count"
              .formatted(Found.describe(effect)));
    }
  }

  private void oneOf(Json.Obj members, String name, JsonPath path) {
    boolean with = members.has(name);
    boolean without = members.has("Not" + name);
    if (with && without) {
      add(
          path.member("Not" + name),
          "expected %s or Not%s, found both; keep one".formatted(name, name));
    } else if (!with && !without) {
      add(
          path,
          "expected %s in every statement of an endpoint policy, found none; add one%s"
              .formatted(name, name.equals("Action") ? "" : ", \"*\" for any"));
    }
  }

  private void actions(Json actions, JsonPath path) {
    List<Json> all = Policy.items(actions);
    for (int i = 0; i < all.size(); i++) {
      if (all.get(i) instanceof Json.Str(String action)
          && !action.equals("*")
          && !action.contains(":")) {
        add(
            actions instanceof Json.Arr ? path.element(i) : path,
            "expected an action with its service, as in s3:GetObject, found %s; put the service in front"
                .formatted(action));
      }
    }
  }

  private void unknown(Json.Obj members, List<String> known, JsonPath path, String what) {
    members.members().keySet().stream()
        .filter(name -> !known.contains(name))
        .forEach(name ->
            add(
                path.member(name),
                "expected an element of %s, found %s%s"
                    .formatted(what, name, NearMiss.hint(name, known))));
  }

  private static boolean isOpen(Json value) {
    return value instanceof Json.Obj object && PolicyTexts.Functions.isFunction(object);
  }

  private void add(JsonPath path, String text) {
    faults.add(new Fault(path, text));
  }
}
