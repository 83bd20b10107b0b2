package ecraccess.live.network;

import static org.assertj.core.api.Assertions.assertThat;

import ecraccess.core.aws.Service;
import ecraccess.core.logic.Known;
import ecraccess.live.lookup.Account;
import ecraccess.live.preflight.FakeAccount;
import ecraccess.live.preflight.LiveFixture;
import ecraccess.reach.model.Endpoint;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The endpoints of a live network: those of others, and those that a stack plans. */
class LiveEndpointsTest extends LiveFixture {
  @Test
  void plannedEndpointsStandWhereTheyWill() {
    account.services.set(1, FakeAccount.service("ecr.dkr", "Interface", true, "euw1-az2"));
    List<Endpoint> endpoints = network("\"SecurityGroupIds\": [\"sg-1\", \"sg-0\"]").endpoints();
    assertThat(endpoints)
        .extracting(Endpoint::name)
        .containsExactly(
            "EcrAccessEcrDkrEndpoint", "EcrAccessEcrApiEndpoint", "EcrAccessS3Endpoint");
    Endpoint dkr = endpoints.getFirst();
    assertThat(dkr.subnets()).containsExactly(id("subnet-b"));
    // What does not exist is refused elsewhere.
    assertThat(dkr.groups()).containsExactly(id("sg-1"));
    assertThat(dkr.routeTables()).isEmpty();
    assertThat(dkr.privateDns()).isEqualTo(Known.is(true));
    assertThat(dkr.serviceName()).isEqualTo(Known.is("com.amazonaws.eu-west-1.ecr.dkr"));
    assertThat(dkr.type()).isEqualTo(Known.is(Endpoint.Type.INTERFACE));
    assertThat(dkr.maker()).isEqualTo("EcrAccess");
    assertThat(dkr.paths().apply("SubnetIds"))
        .hasToString("Resources.EcrAccess.Properties.SubnetIds");
    assertThat(dkr.policy().missing()).contains("the policy of EcrAccessEcrDkrEndpoint");
    Endpoint s3 = endpoints.getLast();
    assertThat(s3.type()).isEqualTo(Known.is(Endpoint.Type.GATEWAY));
    assertThat(s3.routeTables()).containsExactly(id("rtb-main"));
    assertThat(s3.subnets()).isEmpty();
    assertThat(s3.groups()).isEmpty();
  }

  @Test
  void overridesAreHonoured() {
    List<Endpoint> endpoints =
        network(
                "\"Overrides\": {\"ecr.dkr\": {\"SubnetIds\": [\"subnet-a\"],"
                    + " \"PrivateDnsEnabled\": false, \"SecurityGroupIds\": [\"sg-1\"]},"
                    + " \"ecr.api\": {\"VpcId\": \"vpc-2\"}}")
            .endpoints();
    assertThat(endpoints)
        .extracting(Endpoint::name)
        .containsExactly("EcrAccessEcrDkrEndpoint", "EcrAccessS3Endpoint");
    assertThat(endpoints.getFirst().subnets()).containsExactly(id("subnet-a"));
    assertThat(endpoints.getFirst().groups()).containsExactly(id("sg-1"));
    assertThat(endpoints.getFirst().privateDns()).isEqualTo(Known.is(false));
  }

  @Test
  void theStacksOwnEndpointsAreLeftOut() {
    account.endpoints.add(
        FakeAccount.endpoint("vpce-own", "ecr.api", Optional.of(FakeAccount.STACK)));
    account.endpoints.add(
        FakeAccount.endpoint("vpce-other", "ecr.api", Optional.of(FakeAccount.STACK + "x")));
    assertThat(network().endpoints())
        .extracting(Endpoint::name)
        .contains("vpce-other")
        .doesNotContain("vpce-own");
    assertThat(network(doctor()).endpoints())
        .extracting(Endpoint::name)
        .containsExactly("vpce-own", "vpce-other");
  }

  private Endpoint endpoint(String state, String service, Optional<String> region) {
    account.endpoints.add(
        new Account.Endpoint(
            "vpce-1",
            service,
            region,
            "Interface",
            state,
            true,
            List.of("subnet-a"),
            List.of("sg-1"),
            List.of(),
            Optional.of("{\"Statement\":[]}"),
            Optional.empty()));
    return network(doctor()).endpoints().getFirst();
  }

  @ParameterizedTest
  @CsvSource({
    "com.amazonaws.eu-west-1.ecr.api, ecr.api",
    "cn.com.amazonaws.eu-west-1.ecr.api, ecr.api",
    "com.amazonaws.vpce.eu-west-1.vpce-svc-0a1b, ",
    "com.amazonaws.s3-global.accesspoint, "
  })
  void servicesOfAwsHaveAShortName(String fullName, String shortName) {
    assertThat(LiveEndpoints.service(fullName, "eu-west-1").map(Service::name))
        .isEqualTo(Optional.ofNullable(shortName));
  }

  @Test
  void endpointsOfOtherServicesAreLeftOut() {
    account.endpoints.add(FakeAccount.endpoint("vpce-0", "sqs", Optional.empty()));
    account.endpoints.add(FakeAccount.endpoint("vpce-1", "logs", Optional.empty()));
    account.endpoints.add(FakeAccount.endpoint("vpce-2", "ecr.dkr", Optional.empty()));
    assertThat(network(doctor()).endpoints()).extracting(Endpoint::name).containsExactly("vpce-2");
    assertThat(network("\"Services\": [\"logs\"]").endpoints())
        .extracting(Endpoint::name)
        .containsExactly("vpce-1", "vpce-2", "EcrAccessLogsEndpoint");
  }

  @Test
  void aServiceOfAnotherRegionIsKnownAsOne() {
    Endpoint endpoint =
        endpoint("available", "com.amazonaws.us-east-1.ecr.api", Optional.of("us-east-1"));
    assertThat(endpoint.inRegion()).isEqualTo(Known.is(false));
    assertThat(endpoint.service().map(service -> service.map(it -> it.name())))
        .isEqualTo(Known.is(Optional.of("ecr.api")));
  }

  @ParameterizedTest
  @CsvSource({"available, true, true", "pending, , ", "pendingAcceptance, , ", "failed, false, "})
  void onlyAnAvailableEndpointServes(String state, Boolean available, Boolean privateDns) {
    Endpoint endpoint = endpoint(state, "com.amazonaws.eu-west-1.ecr.api", Optional.empty());
    assertThat(endpoint.available().value()).isEqualTo(Optional.ofNullable(available));
    assertThat(endpoint.privateDns().value()).isEqualTo(Optional.ofNullable(privateDns));
  }

  @Test
  void anEndpointOnItsWayOutIsGone() {
    account.endpoints.add(FakeAccount.endpoint("vpce-0", "ecr.dkr", Optional.empty()));
    assertThat(endpoint("deleting", "com.amazonaws.eu-west-1.ecr.api", Optional.empty()).name())
        .isEqualTo("vpce-0");
  }
}
