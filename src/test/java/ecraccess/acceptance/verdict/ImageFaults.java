package ecraccess.acceptance.verdict;

import static ecraccess.acceptance.verdict.Fault.Scope.ISOLATED;

import ecraccess.acceptance.verdict.Fault.Mutation;
import ecraccess.core.json.Json;
import java.util.List;

/** Images that no endpoint serves. */
final class ImageFaults {
  private ImageFaults() {}

  static List<Fault> all() {
    return List.of(
        image("Docker Hub", "run 10", "(?i)docker", "nginx"),
        image("Docker Hub, with its host", "run 10", "(?i)docker", "docker.io/library/nginx:1.27"),
        image("ECR Public", "run 10", "public\\.ecr\\.aws", "public.ecr.aws/nginx/nginx:1.27"),
        image("Quay", "run 10", "quay\\.io", "quay.io/prometheus/prometheus:v3.0.0"),
        image("GitHub", "run 10", "ghcr\\.io", "ghcr.io/acme/web:1"),
        image(
            "another region",
            "run 13",
            "ap-southeast-2",
            "111122223333.dkr.ecr.ap-southeast-2.amazonaws.com/web:1"),
        image(
            "the FIPS host of ECR",
            "run 14",
            "(?i)fips",
            "111122223333.dkr.ecr-fips.us-east-1.amazonaws.com/web:1"));
  }

  private static Fault image(String from, String row, String reason, String image) {
    return Fault.of(
        "an image from " + from,
        row,
        ISOLATED,
        reason,
        view ->
            view.image()
                .map(place -> Mutation.of(view.edit().set(place, new Json.Str(image)), place)));
  }
}
