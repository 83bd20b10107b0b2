package ecraccess.cli;

import ecraccess.core.json.Json;
import ecraccess.core.json.JsonText;
import ecraccess.core.json.MalformedJson;
import ecraccess.live.ecs.TaskDefinitions;
import ecraccess.live.lookup.Account;
import ecraccess.live.preflight.FakeAccount;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A cloud in memory: networks, and task definitions by name. */
final class FakeCloud implements Cloud, TaskDefinitions {
  static final String CAN_PULL =
      """
      ✓ vpc-1 (tasks): can pull
        ✓ registry token  from subnet-a, subnet-b to api.ecr.eu-west-1.amazonaws.com
        ✓ image manifest  from subnet-a, subnet-b to *.dkr.ecr.eu-west-1.amazonaws.com
        ✓ image layers    from subnet-a, subnet-b to
                          prod-eu-west-1-starport-layer-bucket.s3.eu-west-1.amazonaws.com

      Can pull: every request finds its way
      """;

  final FakeAccount account;
  final Map<String, Json.Obj> definitions = new LinkedHashMap<>();
  final List<String> asked = new ArrayList<>();
  boolean mayDescribeTasks = true;

  FakeCloud(FakeAccount account) {
    this.account = account;
  }

  /** With what every pull needs for {@code subnet-a} and {@code subnet-b} of {@code vpc-1}. */
  static FakeCloud pulling() {
    FakeAccount account = FakeAccount.healthy();
    account.endpoints.add(FakeAccount.endpoint("vpce-api", "ecr.api", Optional.empty()));
    account.endpoints.add(FakeAccount.endpoint("vpce-dkr", "ecr.dkr", Optional.empty()));
    account.endpoints.add(FakeAccount.gateway("vpce-s3", "rtb-main"));
    return new FakeCloud(account);
  }

  Run doctor(String input, String... args) {
    return Run.in(
        this,
        input,
        Stream.concat(Stream.of("doctor", "--vpc", "vpc-1"), Stream.of(args))
            .toArray(String[]::new));
  }

  static Json.Obj json(String text) {
    try {
      return (Json.Obj) JsonText.read(text);
    } catch (MalformedJson e) {
      throw new AssertionError(text, e);
    }
  }

  @Override
  public String region() {
    return "eu-west-1";
  }

  @Override
  public Account networks() {
    return account;
  }

  @Override
  public TaskDefinitions taskDefinitions() {
    return this;
  }

  @Override
  public Answer describe(String name) {
    asked.add(name);
    if (!mayDescribeTasks) {
      return new Answer.Denied();
    }
    return definitions.containsKey(name)
        ? new Answer.Told(definitions.get(name))
        : new Answer.Failed("expected a task definition, found none called " + name);
  }

  @Override
  public void close() {
    asked.add("close");
  }
}
