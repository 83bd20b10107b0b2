package ecraccess.live.ec2;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import ecraccess.live.lookup.Account;
import ecraccess.live.lookup.Reply;
import ecraccess.live.lookup.Scope;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The adapter against answers that no local cloud gives: EC2's errors, delays and pages. */
@ExtendWith(Credentials.class)
class Ec2WireIT {
  private static final Scope.InVpc VPC = new Scope.InVpc("vpc-1");

  private final List<Map<String, String>> requests = new CopyOnWriteArrayList<>();
  private final List<String> signatures = new CopyOnWriteArrayList<>();
  private final CountDownLatch end = new CountDownLatch(1);
  private HttpServer server;
  private Ec2Connection ec2;
  private Script script;

  /** What the server answers to the nth request, counted from 0. */
  private interface Script {
    Answer answer(int request, Map<String, String> parameters);
  }

  private record Answer(int status, String body) {}

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newCachedThreadPool());
    server.createContext("/", this::serve);
    server.start();
    ec2 =
        Ec2Connection.ofCaller(
            Optional.of("eu-west-1"),
            Optional.of(URI.create("http://127.0.0.1:" + server.getAddress().getPort())));
  }

  @AfterEach
  void stop() {
    end.countDown();
    server.stop(0);
    ec2.close();
  }

  private void serve(HttpExchange exchange) throws IOException {
    Map<String, String> parameters = new LinkedHashMap<>();
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    for (String pair : body.split("&")) {
      String[] parts = pair.split("=", 2);
      parameters.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
    }
    int number;
    synchronized (requests) {
      number = requests.size();
      requests.add(parameters);
    }
    signatures.add(exchange.getRequestHeaders().getFirst("Authorization"));
    Answer answer = script.answer(number, parameters);
    byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "text/xml;charset=UTF-8");
    exchange.sendResponseHeaders(answer.status(), bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private static Answer error(int status, String code, String message) {
    return new Answer(
        status,
        "<Response><Errors><Error><Code>%s</Code><Message>%s</Message></Error></Errors><RequestID>r-1</RequestID></Response>"
            .formatted(code, message));
  }

  private static Answer subnets(int from, int to, String nextToken) {
    String items =
        IntStream.range(from, to)
            .mapToObj(i ->
                "<item><subnetId>subnet-%d</subnetId><vpcId>vpc-1</vpcId><ownerId>1</ownerId><availabilityZone>eu-west-1a</availabilityZone><availabilityZoneId>euw1-az1</availabilityZoneId><cidrBlock>10.0.0.0/24</cidrBlock><availableIpAddressCount>9</availableIpAddressCount></item>"
                    .formatted(i))
            .collect(Collectors.joining());
    return new Answer(
        200,
        "<DescribeSubnetsResponse xmlns=\"http://ec2.amazonaws.com/doc/2016-11-15/\"><requestId>r</requestId><subnetSet>%s</subnetSet>%s</DescribeSubnetsResponse>"
            .formatted(
                items, nextToken.isEmpty() ? "" : "<nextToken>" + nextToken + "</nextToken>"));
  }

  private Account within(Duration time) {
    return ec2.until(() -> time);
  }

  private static final Duration LONG = Duration.ofSeconds(60);

  @Test
  void everyPageIsRead() {
    script =
        (request, parameters) ->
            switch (parameters.getOrDefault("NextToken", "")) {
              case "" -> subnets(0, 1_000, "two");
              case "two" -> subnets(1_000, 2_000, "three");
              default -> subnets(2_000, 2_300, "");
            };
    assertThat(within(LONG).subnets(VPC))
        .isInstanceOfSatisfying(
            Reply.Told.class,
            told ->
                assertThat((List<?>) told.it())
                    .hasSize(2_300)
                    .extracting(subnet -> ((Account.Subnet) subnet).id())
                    .doesNotHaveDuplicates()
                    .startsWith("subnet-0")
                    .endsWith("subnet-2299"));
    assertThat(requests).hasSize(3);
    assertThat(requests.getFirst())
        .containsEntry("Action", "DescribeSubnets")
        .containsEntry("MaxResults", "1000")
        .containsEntry("Filter.1.Name", "vpc-id")
        .containsEntry("Filter.1.Value.1", "vpc-1");
    assertThat(signatures).allMatch(signature -> signature.contains("/eu-west-1/ec2/aws4_request"));
  }

  @Test
  void everyPageOfServicesIsRead() {
    script = (request, parameters) -> services("s" + request, request < 2 ? "t" + request : "");
    assertThat(within(LONG).endpointServices(List.of("s")))
        .isInstanceOfSatisfying(
            Reply.Told.class, told -> assertThat((List<?>) told.it()).hasSize(3));
    assertThat(requests).extracting(one -> one.get("NextToken")).containsExactly(null, "t0", "t1");
  }

  @Test
  void aMissingPermissionIsNoFailure() {
    script =
        (request, parameters) ->
            error(
                403, "UnauthorizedOperation", "You are not authorized to perform this operation.");
    assertThat(within(LONG).networkAcls(VPC))
        .isEqualTo(new Reply.Denied<>("ec2:DescribeNetworkAcls"));
    assertThat(requests).hasSize(1);
  }

  @Test
  void aThrottledCallIsRepeated() {
    script =
        (request, parameters) ->
            request < 2
                ? error(503, "RequestLimitExceeded", "Request limit exceeded.")
                : subnets(0, 1, "");
    assertThat(within(LONG).subnets(VPC)).isInstanceOf(Reply.Told.class);
    assertThat(requests).hasSize(3);
  }

  @Test
  void throttlingBeyondTheDeadlineIsAReason() {
    script = (request, parameters) -> error(503, "RequestLimitExceeded", "Request limit exceeded.");
    assertThat(within(Duration.ofSeconds(5)).subnets(VPC))
        .isEqualTo(
            new Reply.Failed<>(
                "expected EC2 to answer DescribeSubnets, found RequestLimitExceeded until the time"
                    + " ran out; try again in a few minutes"));
    assertThat(requests).hasSizeGreaterThan(1);
  }

  @Test
  void silenceBeyondTheDeadlineIsAReason() {
    script =
        (request, parameters) -> {
          try {
            end.await();
          } catch (InterruptedException e) {
            throw new IllegalStateException(e);
          }
          return subnets(0, 1, "");
        };
    assertThat(within(Duration.ofSeconds(2)).subnets(VPC))
        .isEqualTo(
            new Reply.Failed<>(
                "expected EC2 to answer DescribeSubnets, found no answer until the time ran out;"
                    + " try again"));
  }

  @Test
  void afterTheDeadlineNothingIsAsked() {
    assertThat(within(Duration.ZERO).dnsSupport("vpc-1"))
        .isEqualTo(
            new Reply.Failed<>(
                "expected EC2 to answer DescribeVpcAttribute, found no answer until the time ran"
                    + " out; try again"));
    assertThat(requests).isEmpty();
  }

  @Test
  void anyOtherErrorIsAReason() {
    script =
        (request, parameters) ->
            error(400, "InvalidVpcID.NotFound", "The vpc ID 'vpc-1' does not exist");
    assertThat(within(LONG).dnsSupport("vpc-1"))
        .isEqualTo(
            new Reply.Failed<>(
                "expected EC2 to answer DescribeVpcAttribute, found InvalidVpcID.NotFound: The vpc"
                    + " ID 'vpc-1' does not exist; see EC2's error codes, and try again"));
    assertThat(requests).hasSize(1);
  }

  @Test
  void refusedCredentialsAreAReason() {
    script =
        (request, parameters) ->
            error(401, "AuthFailure", "AWS was not able to validate the provided credentials");
    assertThat(within(LONG).vpcs(VPC))
        .isInstanceOfSatisfying(
            Reply.Failed.class,
            failed ->
                assertThat(failed.reason())
                    .startsWith("expected EC2 to answer DescribeVpcs, found AuthFailure"));
    assertThat(requests).hasSize(1);
  }

  @Test
  void oneUnknownServiceDoesNotHideTheOthers() {
    script =
        (request, parameters) ->
            parameters.containsValue("gone")
                ? error(400, "InvalidServiceName", "The Vpc Endpoint Service 'gone' does not exist")
                : services(parameters.get("ServiceName.1"), "");
    assertThat(within(LONG).endpointServices(List.of("one", "gone", "two")))
        .isInstanceOfSatisfying(
            Reply.Told.class,
            told ->
                assertThat((List<?>) told.it())
                    .extracting(service -> ((Account.EndpointService) service).name())
                    .containsExactly("one", "two"));
    assertThat(requests).hasSize(4);
  }

  private static Answer services(String name, String nextToken) {
    return new Answer(
        200,
        "<DescribeVpcEndpointServicesResponse xmlns=\"http://ec2.amazonaws.com/doc/2016-11-15/\"><serviceDetailSet><item><serviceName>%s</serviceName><serviceType><item><serviceType>Interface</serviceType></item></serviceType></item></serviceDetailSet>%s</DescribeVpcEndpointServicesResponse>"
            .formatted(
                name, nextToken.isEmpty() ? "" : "<nextToken>" + nextToken + "</nextToken>"));
  }

  @Test
  void anAnswerThatIsNotEc2sIsAReason() {
    script = (request, parameters) -> new Answer(404, "<html>not here</html>");
    assertThat(within(LONG).vpcs(VPC))
        .isInstanceOfSatisfying(
            Reply.Failed.class,
            failed ->
                assertThat(failed.reason())
                    .startsWith("expected EC2 to answer DescribeVpcs, found "));
  }

  @Test
  void neitherIsItOneOfServices() {
    script = (request, parameters) -> new Answer(404, "<html>not here</html>");
    assertThat(within(LONG).endpointServices(List.of("one", "two")))
        .isInstanceOf(Reply.Failed.class);
    assertThat(requests).hasSize(1);
  }

  @Test
  void nobodyListeningIsAReason() {
    server.stop(0);
    assertThat(within(Duration.ofSeconds(2)).vpcs(VPC)).isInstanceOf(Reply.Failed.class);
  }
}
