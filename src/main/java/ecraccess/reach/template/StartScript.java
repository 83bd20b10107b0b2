package ecraccess.reach.template;

import ecraccess.core.cfn.Branch;
import ecraccess.core.json.Json;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What can be told from the script that an instance runs when it starts. */
final class StartScript {
  /** What Docker, containerd and the ECS container agent take a proxy or a mirror from. */
  private static final List<String> PROXIES =
      List.of("http_proxy", "https_proxy", "all_proxy", "registry-mirror");

  private StartScript() {}

  /**
   * What a proxy that the script sets makes of the calls, as a noun phrase: nobody sees where it
   * stands and what it passes on.
   *
   * @param name of what starts the instance
   * @param properties what has {@code UserData}
   */
  static Optional<String> proxy(String name, Branch properties) {
    return properties
        .member("UserData")
        .map(Branch::value)
        .filter(StartScript::namesProxy)
        .findFirst()
        .map(script -> "what the proxy that the user data of " + name + " names passes on");
  }

  private static boolean namesProxy(Json value) {
    return switch (value) {
      case Json.Str(String text) -> {
        String lower = text.toLowerCase(Locale.ROOT);
        yield PROXIES.stream().anyMatch(lower::contains);
      }
      case Json.Obj(var members) -> anyNamesProxy(members.values().stream());
      case Json.Arr(List<Json> items) -> anyNamesProxy(items.stream());
      case Json.Num n -> false;
      case Json.Bool b -> false;
      case Json.Null n -> false;
    };
  }

  private static boolean anyNamesProxy(Stream<Json> values) {
    return values.anyMatch(StartScript::namesProxy);
  }
}
