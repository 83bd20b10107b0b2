package ecraccess.reach.template;

import static org.assertj.core.api.Assertions.assertThat;

import ecraccess.core.aws.Service;
import ecraccess.core.json.JsonPath;
import ecraccess.core.logic.Known;
import ecraccess.reach.model.Endpoint;
import ecraccess.reach.model.Id;
import ecraccess.reach.model.Workload;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PullersAnyTaskTest {
  private static final String NOTHING = "Resources: {Topic: {Type: AWS::SNS::Topic}}";

  private static Endpoint endpoint(
      String name, String maker, Service service, Endpoint.Type type, String... subnets) {
    return new Endpoint(
        name,
        JsonPath.of("Resources", maker),
        maker,
        Known.unknown("x"),
        Known.is(Optional.of(service)),
        Known.is(true),
        Known.is(type),
        new Id.Created("Vpc"),
        Arrays.stream(subnets).<Id>map(Id.Literal::new).toList(),
        false,
        List.of(),
        List.of(),
        Known.is(true),
        Known.is(Optional.empty()),
        Known.is(true),
        JsonPath.of("Resources", maker)::member);
  }

  private static Endpoint ecr(String name, String maker, String... subnets) {
    return endpoint(name, maker, Service.ECR_API, Endpoint.Type.INTERFACE, subnets);
  }

  @Test
  void standsForTasksBesideTheEndpointsOfAShorthand() {
    assertThat(
            Given.workloads(
                NOTHING,
                ecr("EcrAccessEcrApiEndpoint", "EcrAccess", "subnet-1", "subnet-2"),
                endpoint(
                    "EcrAccessEcrDkrEndpoint",
                    "EcrAccess",
                    Service.ECR_DKR,
                    Endpoint.Type.INTERFACE,
                    "subnet-1",
                    "subnet-2")))
        .containsExactly(
            new Workload(
                "EcrAccess",
                JsonPath.of("Resources", "EcrAccess"),
                "any task",
                List.of(new Id.Literal("subnet-1"), new Id.Literal("subnet-2")),
                Optional.empty(),
                Known.unknown("whether tasks get public IP addresses"),
                List.of(),
                List.of()));
  }

  @Test
  void endpointsWrittenByHandInTheSameSubnetsAreOnePlace() {
    assertThat(
            Given.workloads(
                NOTHING,
                ecr("Api", "Api", "subnet-1", "subnet-2"),
                ecr("Dkr", "Dkr", "subnet-2", "subnet-1"),
                ecr("Other", "Other", "subnet-3")))
        .extracting(Workload::name)
        .containsExactly("Api", "Other");
  }

  @Test
  void eachShorthandIsAPlaceOfItsOwn() {
    assertThat(Given.workloads(NOTHING, ecr("AX", "A", "subnet-1"), ecr("BX", "B", "subnet-1")))
        .extracting(Workload::name)
        .containsExactly("A", "B");
  }

  @Test
  void otherEndpointsAreNoPlace() {
    assertThat(
            Given.workloads(
                NOTHING,
                endpoint("S3", "S3", Service.S3, Endpoint.Type.GATEWAY),
                endpoint("Api", "Api", Service.ECR_API, Endpoint.Type.GATEWAY),
                endpoint("Logs", "Logs", new Service("logs"), Endpoint.Type.INTERFACE, "subnet-1")))
        .isEmpty();
  }

  @Test
  void endpointWithoutSubnetsIsSomewhere() {
    assertThat(Given.workloads(NOTHING, ecr("Api", "Api")).getFirst().subnets())
        .containsExactly(new Id.Open("the subnets of Api", "the subnets of Api"));
  }

  @Test
  void standsForNothingWhereThereAreTasks() {
    assertThat(
            Given.workloads(
                "Resources: {Web: {Type: AWS::ECS::Service, Properties: {LaunchType: FARGATE}}}",
                ecr("Api", "Api", "subnet-1")))
        .extracting(Workload::name)
        .containsExactly("Web");
  }
}
