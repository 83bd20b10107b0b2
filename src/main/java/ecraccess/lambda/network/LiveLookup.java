package ecraccess.lambda.network;

import ecraccess.live.ec2.Ec2Connection;
import ecraccess.live.lookup.Obstacle;
import ecraccess.live.preflight.PreflightReport;

/** Looks at what EC2 shows. */
record LiveLookup(Ec2Connection ec2) implements Lookup {

  @Override
  public LookupOutcome look(LookupQuestion question, WorkDeadline deadline) {
    PreflightReport look =
        PreflightReport.at(
            question.properties(), question.stackId(), question.logicalId(), ec2.until(deadline));
    return look.reasons().isEmpty()
        ? new LookupOutcome.Found(look.data(), look.notes())
        : new LookupOutcome.Refused(look.reasons().stream().map(Obstacle::toString).toList());
  }
}
