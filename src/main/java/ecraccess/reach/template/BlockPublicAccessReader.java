package ecraccess.reach.template;

import ecraccess.core.cfn.Branch;
import ecraccess.core.cfn.Resource;
import ecraccess.core.logic.Known;
import ecraccess.core.logic.Ternary;
import ecraccess.reach.model.Id;
import ecraccess.reach.model.InternetBlock;
import ecraccess.reach.model.InternetBlock.Mode;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads what VPC Block Public Access does to a subnet: the options count for the whole region, and
 * exclusions for a VPC or a subnet.
 */
final class BlockPublicAccessReader {
  private static final String OPTIONS = "AWS::EC2::VPCBlockPublicAccessOptions";
  private static final String EXCLUSION = "AWS::EC2::VPCBlockPublicAccessExclusion";

  private final Scenario scenario;

  BlockPublicAccessReader(Scenario scenario) {
    this.scenario = scenario;
  }

  InternetBlock of(Id subnet, Id vpc) {
    return Stream.concat(
            scenario.resources(OPTIONS).map(options -> block(options, mode(options), subnet, vpc)),
            scenario
                .unsure(OPTIONS)
                .map(one -> block(one.resource(), Known.unknown(one.reason()), subnet, vpc)))
        .findFirst()
        .orElse(InternetBlock.NONE);
  }

  private InternetBlock block(Resource options, Known<Mode> mode, Id subnet, Id vpc) {
    Known<Mode> effective = mode;
    for (Resource exclusion : scenario.resources(EXCLUSION).toList()) {
      effective = open(effective, exclusion, isOf(exclusion, subnet, vpc));
    }
    Optional<String> unsure =
        scenario
            .unsure(EXCLUSION)
            .filter(one -> !isOf(one.resource(), subnet, vpc).isNo())
            .map(Inventory.Unsure::reason)
            .findFirst();
    boolean settled = effective.equals(Known.is(Mode.OPEN));
    return new InternetBlock(
        unsure.isPresent() && !settled ? Known.unknown(unsure.get()) : effective,
        scenario.origin(options.path()),
        options.logicalId());
  }

  private static Known<Mode> mode(String text) {
    return switch (text) {
      case "off" -> Known.is(Mode.OPEN);
      case "block-ingress" -> Known.is(Mode.EGRESS_ONLY);
      case "block-bidirectional" -> Known.is(Mode.CLOSED);
      default -> Known.unknown("a block mode in place of another text");
    };
  }

  private Known<Mode> mode(Resource options) {
    return text(options, "InternetGatewayBlockMode")
        .<Known<Mode>>map(known ->
            known.value().map(BlockPublicAccessReader::mode).orElseGet(() -> missing(known)))
        .orElseGet(() -> Known.unknown("the block mode of " + options.logicalId()));
  }

  private Known<Mode> open(Known<Mode> mode, Resource exclusion, Ternary isOf) {
    if (isOf.isNo() || mode.equals(Known.is(Mode.OPEN))) {
      return mode;
    }
    Known<String> text =
        text(exclusion, "InternetGatewayExclusionMode")
            .orElseGet(() -> Known.unknown("the mode of " + exclusion.logicalId()));
    if (isOf.isOpen() || text.missing().isPresent()) {
      return Known.unknown(isOf.isOpen() ? isOf.missing() : text.missing().orElseThrow());
    }
    return text.equals(Known.is("allow-bidirectional"))
        ? Known.is(Mode.OPEN)
        : mode.map(before -> Mode.EGRESS_ONLY);
  }

  private Ternary isOf(Resource exclusion, Id subnet, Id vpc) {
    Branch properties = scenario.properties(exclusion);
    return named(properties, "SubnetId", subnet).or(named(properties, "VpcId", vpc));
  }

  private Ternary named(Branch properties, String property, Id id) {
    return scenario.member(properties, property).map(scenario::id).map(id::is).orElse(Ternary.NO);
  }

  private Optional<Known<String>> text(Resource resource, String property) {
    return scenario.member(scenario.properties(resource), property).map(scenario::text);
  }

  private static <T> Known<T> missing(Known<String> text) {
    return Known.unknown(text.missing().orElseThrow());
  }
}
