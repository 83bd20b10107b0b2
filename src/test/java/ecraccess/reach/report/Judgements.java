package ecraccess.reach.report;

import ecraccess.core.json.JsonPath;
import ecraccess.reach.verdict.Check;
import ecraccess.reach.verdict.Judgement;
import ecraccess.reach.verdict.Judgement.Pull;
import ecraccess.reach.verdict.Note;
import ecraccess.reach.verdict.Trace;
import ecraccess.reach.verdict.Trace.Purpose;
import ecraccess.reach.verdict.Trace.Step;
import ecraccess.reach.verdict.Trace.StepKind;
import ecraccess.reach.verdict.Verdict;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Judgements made by hand. */
public final class Judgements {
  static final Check CHECK =
      Check.of("a-check", "A check", "Wrong.", "Way out.", "https://example.com");

  public static final Judgement NOTHING = Judgement.NOTHING;

  private static final Purpose TOKEN =
      new Purpose("registry token", "api.ecr.eu-west-1.amazonaws.com", "");
  private static final Purpose LAYERS =
      new Purpose(
          "image layers", "prod-eu-west-1-starport-layer-bucket.s3.eu-west-1.amazonaws.com", "");
  private static final Purpose LOGS =
      new Purpose(
          "logs",
          "logs.eu-west-1.amazonaws.com",
          "Resources.Task.Properties.ContainerDefinitions[0].LogConfiguration sends logs to"
              + " CloudWatch");

  private static final JsonPath SERVICE = JsonPath.of("Resources", "Service");

  private static final Verdict NO_LAYERS =
      new Verdict.Cannot(
          CHECK,
          JsonPath.of("Resources", "RouteTable", "Properties", "Routes"),
          "expected a route to S3 in the route table of SubnetA, found none; add RouteTable to the"
              + " gateway endpoint",
          "CannotPullContainerError: ref pull has been retried 5 time(s): failed to copy:"
              + " httpReadSeeker: failed open: failed to do request: Get"
              + " \"https://prod-eu-west-1-starport-layer-bucket.s3.eu-west-1.amazonaws.com/\":"
              + " dial tcp: i/o timeout");

  private Judgements() {}

  /** All is well, in two subnets. */
  public static Judgement healthy() {
    return of(
        new Pull(
            "Service",
            SERVICE,
            "Fargate tasks",
            List.of(
                trace(TOKEN, "SubnetA", dns(), way(), groups()),
                trace(LAYERS, "SubnetA", dns(), route("RouteTableA")),
                trace(TOKEN, "SubnetB", dns(), way(), groups()),
                trace(LAYERS, "SubnetB", dns(), route("RouteTableB")))));
  }

  /** Two faults, one of them met by three traces, and one doubt. */
  public static Judgement broken() {
    return of(
        new Pull(
            "Service",
            SERVICE,
            "Fargate tasks",
            List.of(
                trace(TOKEN, "SubnetA", dns(), way(), closed("registry auth timeout")),
                trace(TOKEN, "SubnetB", way(), closed("registry auth timeout")),
                trace(
                    LAYERS,
                    "SubnetA",
                    dns(),
                    new Step(StepKind.ROUTE_TABLE, NO_LAYERS),
                    can(StepKind.NETWORK_ACLS, "its network ACL lets everything through")),
                trace(
                    LOGS,
                    "SubnetA",
                    dns(),
                    way(),
                    closed("log stream timeout"),
                    open(
                        StepKind.POLICY,
                        JsonPath.of("Parameters", "Policy"),
                        "the value of Policy")))));
  }

  /** Nobody can tell, for two reasons; one is met twice, one has no place. */
  public static Judgement open() {
    Step acl =
        open(StepKind.NETWORK_ACLS, JsonPath.of("Parameters", "Acl"), "the value of parameter Acl");
    return of(
        new Pull(
            "Service",
            SERVICE,
            "Fargate tasks",
            List.of(
                trace(TOKEN, "SubnetA", dns(), way(), acl),
                trace(
                    LOGS,
                    "SubnetA",
                    dns(),
                    open(
                        StepKind.WAY,
                        JsonPath.ROOT,
                        "the endpoints of VPC vpc-1, which is not in the template"),
                    acl))));
  }

  /** One thing is missing. */
  public static Judgement oneDoubt() {
    Verdict doubt =
        new Verdict.CannotTell(
            CHECK, JsonPath.of("Parameters", "Vpc"), "the value of parameter Vpc");
    return new Judgement(List.of(doubt), healthy().pulls(), List.of());
  }

  /** A healthy workload, a broken one, and endpoints that EC2 refuses. */
  public static Judgement several() {
    return new Judgement(
        List.of(
            new Verdict.Can("no endpoint like these exists"),
            new Verdict.Cannot(
                CHECK,
                JsonPath.of("Resources", "EcrAccess", "Properties", "SubnetIds"),
                "expected subnets of different zones, found SubnetA and SubnetB in one; leave one"
                    + " out",
                "DuplicateSubnetsInSameZone: Found another VPC endpoint subnet in the availability"
                    + " zone of SubnetB."),
            new Verdict.CannotTell(
                CHECK, JsonPath.of("Parameters", "Vpc"), "the value of parameter Vpc")),
        List.of(
            healthy().pulls().getFirst(),
            new Pull(
                "Nodes",
                JsonPath.ROOT,
                "EKS nodes",
                List.of(
                    trace(LAYERS, "SubnetC", dns(), new Step(StepKind.ROUTE_TABLE, NO_LAYERS))))),
        List.of(new Note(CHECK, JsonPath.of("Resources", "Logs"), "nobody here calls it")));
  }

  /** Names and texts that would like to be more than text. */
  public static Judgement hostile() {
    String name =
        "</text><script>\"]; end %%{init: {}}%% `*x*` #quot; style a:b# & $$ \u001b[31m\n\u0000";
    return of(
        new Pull(
            name,
            JsonPath.of("Resources", name),
            name,
            List.of(
                trace(
                    new Purpose(name, name.repeat(3).replace(" ", ""), name),
                    "子网".repeat(30) + "\ud800",
                    new Step(
                        StepKind.WAY, new Verdict.Cannot(CHECK, JsonPath.of(name), name, name)),
                    open(StepKind.POLICY, JsonPath.of(name), name)))));
  }

  /** Every one of them by name. */
  public static Map<String, Judgement> all() {
    Map<String, Judgement> all = new LinkedHashMap<>();
    all.put("healthy", healthy());
    all.put("broken", broken());
    all.put("open", open());
    all.put("one-doubt", oneDoubt());
    all.put("several", several());
    all.put("hostile", hostile());
    all.put("nothing", NOTHING);
    return all;
  }

  private static Judgement of(Pull... pulls) {
    return new Judgement(List.of(), List.of(pulls), List.of());
  }

  private static Trace trace(Purpose purpose, String from, Step... steps) {
    return new Trace(purpose, from, List.of(steps));
  }

  private static Step dns() {
    return can(StepKind.DNS, "private DNS leads to the endpoint");
  }

  private static Step way() {
    return can(StepKind.WAY, "the endpoint EcrAccessEcrApiEndpoint");
  }

  private static Step groups() {
    return can(
        StepKind.SECURITY_GROUPS, "TCP 443 may leave TaskGroup and enter EcrAccessSecurityGroup");
  }

  private static Step route(String table) {
    return can(StepKind.ROUTE_TABLE, table + " leads to S3");
  }

  private static Step closed(String awsText) {
    return new Step(
        StepKind.SECURITY_GROUPS,
        new Verdict.Cannot(
            CHECK,
            JsonPath.of("Resources", "TaskGroup", "Properties", "SecurityGroupEgress"),
            "expected a rule that lets TCP 443 out, found none; add one",
            awsText));
  }

  private static Step can(StepKind kind, String how) {
    return new Step(kind, new Verdict.Can(how));
  }

  private static Step open(StepKind kind, JsonPath path, String missing) {
    return new Step(kind, new Verdict.CannotTell(CHECK, path, missing));
  }
}
