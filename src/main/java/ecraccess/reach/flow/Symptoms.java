package ecraccess.reach.flow;

import ecraccess.core.aws.Hosts;
import ecraccess.core.aws.Service;
import ecraccess.core.json.Json;
import ecraccess.core.json.JsonText;
import ecraccess.core.json.MalformedJson;
import ecraccess.reach.model.Image;
import ecraccess.reach.model.Network;
import ecraccess.reach.verdict.Symptom;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/** Chooses the words of AWS for a fault. The file is read only where there is one. */
public final class Symptoms {
  private Symptoms() {}

  /** The words, with every {@code {name}} replaced by the value that follows the name. */
  public static String text(Symptom symptom, String... namesAndValues) {
    Json.Obj entry = (Json.Obj) File.ALL.get(symptom.name()).orElseThrow();
    String text = ((Json.Str) entry.get("text").orElseThrow()).value();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      text = text.replace("{" + namesAndValues[i] + "}", namesAndValues[i + 1]);
    }
    return text;
  }

  /** No endpoint takes the call, so it goes to a public address and is lost. */
  public static String lostInPublic(Flow flow) {
    return lost(flow, "PUBLIC-IP", Symptom.MANIFEST_TIMEOUT_PUBLIC);
  }

  /** The call reaches for an endpoint, and something in the VPC drops it. */
  public static String lostInVpc(Flow flow) {
    return lost(flow, "PRIVATE-IP", Symptom.MANIFEST_TIMEOUT_PRIVATE);
  }

  private static String lost(Flow flow, String ip, Symptom manifest) {
    return switch (flow.request()) {
      // ECS names the mount helper's error code only.
      case Request.ToMountTarget call -> "";
      case Request.ToOtherRegion call -> ofService(flow, call.service(), false, ip, manifest);
      // Of ECR's other hosts no exact words are known.
      case Request.ToRegistry call ->
          call.image().registry() instanceof Image.Registry.Internet
              ? text(Symptom.REGISTRY_TIMEOUT, "host", call.purpose().host())
              : "";
      case Request.ToInternet call -> "";
      case Request.ToService call ->
          ofService(flow, call.service(), call.isForLayers(), ip, manifest);
    };
  }

  private static String ofService(
      Flow flow, Service service, boolean layers, String ip, Symptom manifest) {
    return switch (service.name()) {
      case "ecr.api" ->
          flow.workload().what().contains("EKS")
              ? of(Symptom.NO_BASIC_AUTH, flow.network())
              : of(Symptom.TOKEN_TIMEOUT, flow.network(), "ip", ip);
      case "ecr.dkr" -> of(manifest, flow.network(), "ip", ip);
      case "s3" -> layers ? of(Symptom.LAYER_TIMEOUT, flow.network()) : "";
      case "secretsmanager" -> text(Symptom.SECRET_TIMEOUT);
      case "ssm" -> text(Symptom.PARAMETER_TIMEOUT);
      case "logs" -> text(Symptom.LOGS_TIMEOUT);
      default -> "";
    };
  }

  /**
   * An endpoint's policy refuses the call.
   *
   * @param action one that it refuses: {@code ecr:BatchGetImage}
   */
  public static String refused(Flow flow, String action) {
    if (!(flow.request() instanceof Request.ToService call)) {
      return "";
    }
    return call.isForLayers()
        ? text(Symptom.LAYER_FORBIDDEN)
        // What the agent says of a file that it may not fetch is not known word for word.
        : call.service().equals(Service.S3) ? "" : text(Symptom.ENDPOINT_POLICY, "action", action);
  }

  private static String of(Symptom symptom, Network network, String... more) {
    String text = text(symptom, more);
    return text.replace("{region}", network.region())
        .replace("{suffix}", Hosts.suffix(network.region()));
  }

  /** Loaded at the first fault. */
  private static final class File {
    private static final Json.Obj ALL = load();

    private static Json.Obj load() {
      try (InputStream file = Symptoms.class.getResourceAsStream("/ecraccess/symptoms.json")) {
        return (Json.Obj) JsonText.read(Objects.requireNonNull(file).readAllBytes());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (MalformedJson e) {
        throw new IllegalStateException("symptoms.json: " + e.describe(), e);
      }
    }
  }
}
