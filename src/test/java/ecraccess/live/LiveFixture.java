package ecraccess.live;

import ecraccess.network.Id;
import ecraccess.network.Network;
import java.util.List;

/** The model that is made of an account in memory. */
abstract class LiveFixture {
  final FakeAccount account = FakeAccount.healthy();

  Network network(String... properties) {
    return network(Asking.request(properties));
  }

  Network network(Request request) {
    return new LiveNetwork(request, new FactFinder(request, account, new Inquiry()).find())
        .network();
  }

  static Request doctor(String... subnets) {
    return Request.of("eu-west-1", "vpc-1", List.of(subnets), Asking.ANY);
  }

  static Id id(String text) {
    return new Id.Literal(text);
  }
}
