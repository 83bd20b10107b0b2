package ecraccess.cli;

import ecraccess.json.Json;
import ecraccess.live.Account;
import ecraccess.live.FakeAccount;
import ecraccess.task.TaskDefinitions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A cloud in memory: networks, and task definitions by name. */
final class FakeCloud implements Cloud, TaskDefinitions {
  final FakeAccount account;
  final Map<String, Json.Obj> definitions = new LinkedHashMap<>();
  final List<String> asked = new ArrayList<>();
  boolean mayDescribeTasks = true;

  FakeCloud(FakeAccount account) {
    this.account = account;
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
