package ecraccess.reach.trace;

import ecraccess.core.logic.Ternary;
import ecraccess.reach.flow.Flow;
import ecraccess.reach.flow.Symptoms;
import ecraccess.reach.model.DnsFirewallRule;
import ecraccess.reach.model.NameSource;
import ecraccess.reach.verdict.Check;
import ecraccess.reach.verdict.Symptom;
import ecraccess.reach.verdict.Verdict;
import java.util.Optional;

/** Who answers for the host that is called, if anybody does. */
record NameAnswer(Flow flow) {
  public static final Check DNS_FIREWALL =
      Check.of(
              "dns-firewall",
              "DNS Firewall keeps the answer back",
              "The first rule of DNS Firewall whose list has the name decides. A rule that blocks "
                  + "leaves the task without an address.",
              "Put a rule that allows the host before the one that blocks it.",
              "https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/resolver-dns-firewall.html")
          .saidAs(Symptom.NO_SUCH_HOST);

  private String host() {
    return flow.request().purpose().host();
  }

  /** What a private hosted zone or a forwarder answers for the host, as a noun phrase. */
  Optional<String> otherSource() {
    for (NameSource source : flow.vpc().nameSources()) {
      Ternary answers = source.answersFor(host());
      if (answers.isYes()) {
        return Optional.of(
            "what %s answers in %s for %s".formatted(source.name(), flow.vpc().id(), host()));
      }
      if (answers.isOpen()) {
        return Optional.of(answers.missing());
      }
    }
    return Optional.empty();
  }

  /** Whether DNS Firewall keeps the answer back: the first rule that has the host decides. */
  Optional<Verdict> blocked() {
    for (DnsFirewallRule rule : flow.vpc().dnsFirewall()) {
      Ternary matches = rule.matches(host());
      Ternary blocks = Ternary.isTrue(rule.blocks());
      if (matches.isYes() && !blocks.isOpen()) {
        return blocks.isYes() ? Optional.of(refused(rule)) : Optional.empty();
      }
      if (!matches.isNo() && !blocks.isNo()) {
        return Optional.of(
            new Verdict.CannotTell(
                DNS_FIREWALL,
                flow.at(rule.path()),
                matches.isOpen() ? matches.missing() : blocks.missing()));
      }
    }
    return Optional.empty();
  }

  private Verdict refused(DnsFirewallRule rule) {
    return new Verdict.Cannot(
        DNS_FIREWALL,
        flow.at(rule.path()),
        "expected DNS Firewall to answer for %s, found a rule of %s that blocks it; put a rule with Action: ALLOW for it before"
            .formatted(host(), rule.name()),
        Symptoms.text(Symptom.NO_SUCH_HOST, "host", host()));
  }
}
