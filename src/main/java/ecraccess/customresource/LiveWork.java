package ecraccess.customresource;

import ecraccess.live.Ec2;
import ecraccess.live.Look;
import ecraccess.live.Reason;

/** Looks at what EC2 shows. */
record LiveWork(Ec2 ec2) implements Work {

  @Override
  public Outcome look(Question question, Deadline deadline) {
    Look look =
        Look.at(
            question.properties(), question.stackId(), question.logicalId(), ec2.until(deadline));
    return look.reasons().isEmpty()
        ? new Outcome.Found(look.data(), look.notes())
        : new Outcome.Refused(look.reasons().stream().map(Reason::toString).toList());
  }
}
