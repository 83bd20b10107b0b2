package ecraccess.live;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.DescribeVpcEndpointServicesRequest;
import software.amazon.awssdk.services.ec2.model.DescribeVpcEndpointServicesResponse;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.VpcEndpoint;

/** The questions about endpoints and their services. */
record Ec2Endpoints(Ec2Client client, Ec2Calls calls) {

  Reply<List<Account.Endpoint>> in(Scope.InVpc scope) {
    return calls.ask(
        "DescribeVpcEndpoints",
        limit ->
            endpoints(limit, Ec2Calls.filter(scope, "")).stream()
                .map(Ec2Answers::endpoint)
                .toList());
  }

  Reply<Integer> gateways() {
    return calls.ask(
        "DescribeVpcEndpoints",
        limit -> endpoints(limit, Ec2Calls.filter("vpc-endpoint-type", List.of("Gateway"))).size());
  }

  private List<VpcEndpoint> endpoints(AwsRequestOverrideConfiguration limit, Filter filter) {
    return calls.all(
        client.describeVpcEndpointsPaginator(request ->
            request.overrideConfiguration(limit).maxResults(Ec2Account.PAGE).filters(filter)),
        page -> page.vpcEndpoints().stream());
  }

  /** The one question of these that the SDK has no paginator for. */
  Reply<List<Account.EndpointService>> services(List<String> names) {
    return calls.ask(
        "DescribeVpcEndpointServices",
        limit -> {
          List<Account.EndpointService> services = new ArrayList<>();
          Optional<String> token = Optional.empty();
          do {
            DescribeVpcEndpointServicesResponse page =
                client.describeVpcEndpointServices(page(limit, names, token));
            page.serviceDetails().stream().map(Ec2Answers::service).forEach(services::add);
            token = Optional.ofNullable(page.nextToken()).filter(next -> !next.isEmpty());
          } while (token.isPresent() && calls.inTime());
          return services;
        });
  }

  private static DescribeVpcEndpointServicesRequest page(
      AwsRequestOverrideConfiguration limit, List<String> names, Optional<String> token) {
    return DescribeVpcEndpointServicesRequest.builder()
        .overrideConfiguration(limit)
        .maxResults(Ec2Account.PAGE)
        .nextToken(token.orElse(null))
        .filters(Ec2Calls.filter("service-name", names))
        .build();
  }
}
