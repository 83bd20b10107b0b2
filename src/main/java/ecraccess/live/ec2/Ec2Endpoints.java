package ecraccess.live.ec2;

import ecraccess.live.lookup.Account;
import ecraccess.live.lookup.Reply;
import ecraccess.live.lookup.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.DescribeVpcEndpointServicesResponse;
import software.amazon.awssdk.services.ec2.model.Ec2Exception;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.VpcEndpoint;

/** The questions about endpoints and their services. */
record Ec2Endpoints(Ec2Client client, Ec2Calls calls) {
  private static final String UNKNOWN = "InvalidServiceName";

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

  /** What does not exist is an error here and hides what does, so ask for each where one lacks. */
  Reply<List<Account.EndpointService>> services(List<String> names) {
    return calls.ask("DescribeVpcEndpointServices", limit -> services(limit, names));
  }

  private List<Account.EndpointService> services(
      AwsRequestOverrideConfiguration limit, List<String> names) {
    try {
      return pages(limit, names);
    } catch (Ec2Exception e) {
      if (!UNKNOWN.equals(Ec2Calls.code(e))) {
        throw e;
      }
      return names.size() == 1
          ? List.of()
          : names.stream().flatMap(name -> services(limit, List.of(name)).stream()).toList();
    }
  }

  /** The SDK has no paginator for this one. */
  private List<Account.EndpointService> pages(
      AwsRequestOverrideConfiguration limit, List<String> names) {
    List<Account.EndpointService> services = new ArrayList<>();
    Optional<String> token = Optional.empty();
    do {
      Optional<String> next = token;
      DescribeVpcEndpointServicesResponse page =
          client.describeVpcEndpointServices(request ->
              request
                  .overrideConfiguration(limit)
                  .maxResults(Ec2Account.PAGE)
                  .nextToken(next.orElse(null))
                  .serviceNames(names));
      page.serviceDetails().stream().map(Ec2Answers::service).forEach(services::add);
      token = Optional.ofNullable(page.nextToken()).filter(more -> !more.isEmpty());
    } while (token.isPresent() && calls.inTime());
    return services;
  }
}
