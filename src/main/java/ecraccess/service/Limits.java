package ecraccess.service;

import ecraccess.json.Json;

/** CloudFormation's limits on a template; they hold for the processed template too. */
public final class Limits {
  public static final int RESOURCES = limit("resources");
  public static final int TEMPLATE_BYTES = limit("templateBytes");
  public static final int LOGICAL_ID_CHARACTERS = limit("logicalIdCharacters");

  private Limits() {}

  private static int limit(String name) {
    return Integer.parseInt(((Json.Num) Facts.at("limits", name, "value")).literal());
  }
}
