package ecraccess.macro.adopt;

import ecraccess.core.aws.Service;
import ecraccess.core.json.Json;
import ecraccess.core.json.JsonPath;
import ecraccess.macro.shorthand.Shorthand;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A shorthand that is to stand for a group of endpoints.
 *
 * @param shared what all of them have, by property
 * @param overrides what single ones have instead, by property
 * @param checks whether the macro is to refuse it where it is proved not to pull
 */
record Draft(
    Group group,
    String logicalId,
    Map<String, DraftValue> shared,
    Map<Candidate, Map<String, DraftValue>> overrides,
    boolean checks) {
  Draft {
    shared = Collections.unmodifiableMap(new LinkedHashMap<>(shared));
    overrides = Collections.unmodifiableMap(new LinkedHashMap<>(overrides));
  }

  Draft unchecked() {
    return new Draft(group, logicalId, shared, overrides, false);
  }

  Draft checked() {
    return new Draft(group, logicalId, shared, overrides, true);
  }

  /** Where the shorthand stands: its siblings are those of its first endpoint. */
  JsonPath path() {
    JsonPath around = group.first().path().parent();
    return (around == null ? JsonPath.ROOT : around).member(logicalId);
  }

  /** The shorthand, with the attributes of its endpoints where they have them. */
  Json.Obj json() {
    Map<String, Json> members = new LinkedHashMap<>(group.first().body().members());
    members.put("Type", new Json.Str(Shorthand.TYPE));
    members.put("Properties", properties());
    return new Json.Obj(members);
  }

  private Json.Obj properties() {
    Map<String, Json> properties = new LinkedHashMap<>();
    for (String name : List.of("VpcId", "SubnetIds", "RouteTableIds", "SecurityGroupIds")) {
      putShared(name, properties);
    }
    putShared("PrivateDnsEnabled", properties);
    putNames("AdditionalServices", group.additional().stream().map(Candidate::service), properties);
    putNames(
        "ExistingServices",
        Service.OF_A_PULL.stream().filter(service -> !group.has(service)),
        properties);
    for (String name : List.of("IpAddressType", "DnsOptions", "Tags")) {
      putShared(name, properties);
    }
    Json.Obj byService = overridesByService();
    if (!byService.members().isEmpty()) {
      properties.put("Overrides", byService);
    }
    if (!checks) {
      properties.put("Checks", new Json.Str("Off"));
    }
    return new Json.Obj(properties);
  }

  private void putShared(String name, Map<String, Json> properties) {
    DraftValue said = shared.get(name);
    if (said != null) {
      properties.put(name, said.json());
    }
  }

  private static void putNames(
      String name, Stream<Service> services, Map<String, Json> properties) {
    List<Json> names = services.<Json>map(service -> new Json.Str(service.name())).toList();
    if (!names.isEmpty()) {
      properties.put(name, new Json.Arr(names));
    }
  }

  private Json.Obj overridesByService() {
    Map<String, Json> byService = new LinkedHashMap<>();
    for (Candidate member : group.inOrder()) {
      Map<String, Json> override = new LinkedHashMap<>();
      if (!member.logicalId().equals(logicalId + member.service().partName())) {
        override.put("LogicalId", new Json.Str(member.logicalId()));
      }
      own(member).forEach((name, said) -> override.put(name, said.json()));
      if (!override.isEmpty()) {
        byService.put(member.service().name(), new Json.Obj(override));
      }
    }
    return new Json.Obj(byService);
  }

  /** What the endpoint has instead of what is shared. */
  Map<String, DraftValue> own(Candidate member) {
    return overrides.getOrDefault(member, Map.of());
  }

  /** Places in the shorthand whose values stood elsewhere, and where. */
  Map<JsonPath, JsonPath> moved() {
    Map<JsonPath, JsonPath> moved = new LinkedHashMap<>();
    Candidate first = group.first();
    first
        .attributes()
        .keySet()
        .forEach(name -> moved.put(JsonPath.of(name), first.path().member(name)));
    shared.forEach((name, said) -> put(moved, JsonPath.of("Properties", name), said));
    for (Candidate member : group.members()) {
      JsonPath override = JsonPath.of("Properties", "Overrides", member.service().name());
      own(member).forEach((name, said) -> put(moved, override.member(name), said));
    }
    return moved;
  }

  private static void put(Map<JsonPath, JsonPath> moved, JsonPath path, DraftValue said) {
    switch (said) {
      case DraftValue.Moved value -> moved.put(path, value.place());
      case DraftValue.Made made -> {}
    }
  }
}
