package ecraccess.lambda.network;

import com.amazonaws.services.lambda.runtime.events.CloudFormationCustomResourceEvent;
import ecraccess.core.cfn.Found;
import ecraccess.core.json.Json;
import ecraccess.core.json.JsonText;
import ecraccess.core.json.MalformedJson;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A request as far as it could be read: from a broken one, the members that came before the break.
 *
 * @param event what was read; a member that is missing, or no string, is {@code null}
 * @param properties the resource's properties, as the tree in which numbers keep their text
 * @param fault why the request is not one of CloudFormation's; absent where it is
 */
record ResourceRequest(
    CloudFormationCustomResourceEvent event, Json.Obj properties, Optional<String> fault) {
  private static final Json.Obj NONE = new Json.Obj(Map.of());

  static ResourceRequest read(byte[] utf8) {
    try {
      Json json = JsonText.read(utf8);
      return json instanceof Json.Obj members
          ? of(members, Optional.empty())
          : of(NONE, Optional.of("expected an object, found " + Found.describe(json)));
    } catch (MalformedJson e) {
      return of(e.partial(), Optional.of(e.describe()));
    }
  }

  private static ResourceRequest of(Json.Obj members, Optional<String> fault) {
    Json.Obj properties = object(members, "ResourceProperties");
    CloudFormationCustomResourceEvent event = new CloudFormationCustomResourceEvent();
    text(members, "RequestType").ifPresent(event::setRequestType);
    text(members, "ServiceToken").ifPresent(event::setServiceToken);
    text(members, "ResponseURL").ifPresent(event::setResponseUrl);
    text(members, "StackId").ifPresent(event::setStackId);
    text(members, "RequestId").ifPresent(event::setRequestId);
    text(members, "LogicalResourceId").ifPresent(event::setLogicalResourceId);
    text(members, "PhysicalResourceId").ifPresent(event::setPhysicalResourceId);
    text(members, "ResourceType").ifPresent(event::setResourceType);
    event.setResourceProperties(values(properties));
    event.setOldResourceProperties(values(object(members, "OldResourceProperties")));
    return new ResourceRequest(event, properties, fault);
  }

  Optional<String> responseUrl() {
    return Optional.ofNullable(event.getResponseUrl());
  }

  String type() {
    return text(event.getRequestType());
  }

  String stackId() {
    return text(event.getStackId());
  }

  String id() {
    return text(event.getRequestId());
  }

  String logicalId() {
    return text(event.getLogicalResourceId());
  }

  /**
   * The resource's identity, which never changes: another one would be a replacement to
   * CloudFormation. Made from what a creation's request says, so that a repeated one gets the same.
   */
  String physicalId() {
    String given = text(event.getPhysicalResourceId());
    return given.isEmpty()
        ? stackId().substring(stackId().indexOf(":stack/") + 1) + "/" + logicalId()
        : given;
  }

  private static String text(@Nullable String value) {
    return value == null ? "" : value;
  }

  private static Optional<String> text(Json.Obj members, String name) {
    return members.get(name).orElse(null) instanceof Json.Str(String text) && !text.isEmpty()
        ? Optional.of(text)
        : Optional.empty();
  }

  private static Json.Obj object(Json.Obj members, String name) {
    return members.get(name).orElse(null) instanceof Json.Obj object ? object : NONE;
  }

  private static Map<String, Object> values(Json.Obj object) {
    return Collections.unmodifiableMap(object.members());
  }
}
