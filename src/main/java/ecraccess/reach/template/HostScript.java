package ecraccess.reach.template;

import ecraccess.core.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the start scripts of an EC2 instance make of it. */
enum HostScript {
  /** Nothing that runs containers, as far as the scripts tell. */
  NONE,
  DOCKER,
  ECS,
  KUBERNETES;

  private static final Pattern RUNS_CONTAINERS =
      Pattern.compile(
          "\\b(docker|podman|nerdctl|finch)\\s+(run|pull|login|start|stack|swarm|service|compose)\\b"
              + "|\\bdocker-compose\\b|\\bctr\\b.*\\bimages?\\s+pull\\b");
  private static final Pattern JOINS_KUBERNETES =
      Pattern.compile(
          "/etc/eks/bootstrap\\.sh|\\bnodeadm\\b|node\\.eks\\.aws|\\[settings\\.kubernetes]");
  private static final Pattern JOINS_ECS = Pattern.compile("\\bECS_CLUSTER\\b|\\[settings\\.ecs]");

  static HostScript of(Stream<Json> scripts) {
    List<String> texts = scripts.flatMap(HostScript::texts).toList();
    if (texts.stream().anyMatch(text -> JOINS_KUBERNETES.matcher(text).find())) {
      return KUBERNETES;
    }
    if (texts.stream().anyMatch(text -> JOINS_ECS.matcher(text).find())) {
      return ECS;
    }
    return texts.stream().anyMatch(text -> RUNS_CONTAINERS.matcher(text).find()) ? DOCKER : NONE;
  }

  private static Stream<String> texts(Json value) {
    return switch (value) {
      case Json.Str(String text) -> Stream.of(text, decoded(text));
      case Json.Obj(Map<String, Json> members) ->
          members.values().stream().flatMap(HostScript::texts);
      case Json.Arr(List<Json> items) -> items.stream().flatMap(HostScript::texts);
      default -> Stream.empty();
    };
  }

  /** User data that is encoded already; nothing where it is not. */
  private static String decoded(String text) {
    try {
      return new String(Base64.getMimeDecoder().decode(text), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return "";
    }
  }
}
