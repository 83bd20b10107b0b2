package ecraccess.reach.template;

import ecraccess.core.cfn.Branch;
import ecraccess.core.cfn.Resource;
import ecraccess.core.logic.Known;
import ecraccess.reach.model.Image;
import ecraccess.reach.model.Image.Registry;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Says what a pull from private ECR fetches from elsewhere: the first one through a pull-through
 * cache rule (ECR User Guide, interface VPC endpoints: the first pull needs a way to the internet),
 * and base layers of Windows images that were not pushed along.
 */
final class UpstreamImages {
  private static final String RULE = "AWS::ECR::PullThroughCacheRule";

  /** Where the base layers of Windows images lie. */
  private static final String WINDOWS_BASES = "mcr.microsoft.com";

  /** The prefix of a rule for all repositories. */
  private static final String EVERY_REPOSITORY = "ROOT";

  private final Scenario scenario;
  private final PropertyReader settings;

  UpstreamImages(Scenario scenario, PropertyReader settings) {
    this.scenario = scenario;
    this.settings = settings;
  }

  /** Of an image of the task definition; nothing of one that is not in private ECR. */
  Stream<Image> of(Image image, Resource definition) {
    return image.registry() instanceof Registry.PrivateEcr ecr
        ? Stream.concat(
            cached(image, ecr).stream(),
            mayRunOnWindows(definition)
                ? Stream.of(
                    new Image(
                        image.path(),
                        "Windows base layers",
                        new Registry.ForeignLayers(WINDOWS_BASES)))
                : Stream.empty())
        : Stream.empty();
  }

  /** Whoever wrote the rule into this template has not pulled through it before. */
  private Optional<Image> cached(Image image, Registry.PrivateEcr ecr) {
    Optional<String> repository =
        ecr.repository().value().map(name -> name.substring(name.indexOf('/') + 1));
    return settings
        .all(RULE)
        .filter(rule -> repository.isEmpty() || isUnder(repository.get(), rule))
        .map(rule ->
            new Image(
                image.path(),
                "the first pull through " + rule.logicalId(),
                repository.isEmpty()
                    ? new Registry.Unknown(
                        "whether %s is under the prefix of %s"
                            .formatted(image.text(), rule.logicalId()))
                    : upstream(rule)))
        .findFirst();
  }

  private boolean isUnder(String repository, Resource rule) {
    return scenario
        .member(scenario.properties(rule), "EcrRepositoryPrefix")
        .map(scenario::text)
        .flatMap(Known::value)
        .filter(prefix ->
            prefix.equals(EVERY_REPOSITORY) || repository.startsWith(prefix.strip() + "/"))
        .isPresent();
  }

  private Registry upstream(Resource rule) {
    Branch properties = scenario.properties(rule);
    return settings
        .doubt(rule.path(), properties.conditions())
        .<Registry>map(Registry.Unknown::new)
        .orElseGet(() ->
            switch (settings.text(properties, "UpstreamRegistryUrl")) {
              case Known.Is<Optional<String>>(Optional<String> host) when host.isPresent() ->
                  new Registry.Internet(host.get());
              case Known.Is<Optional<String>> none ->
                  new Registry.Unknown("the upstream registry of " + rule.logicalId());
              case Known.Unknown<Optional<String>>(String missing) -> new Registry.Unknown(missing);
            });
  }

  private boolean mayRunOnWindows(Resource definition) {
    Branch properties = scenario.properties(definition);
    List<Branch> families = properties.at("RuntimePlatform", "OperatingSystemFamily").toList();
    return families.stream()
        .anyMatch(family ->
            scenario.text(family).value().filter(it -> !it.startsWith("WINDOWS")).isEmpty());
  }
}
