package ecraccess.live.preflight;

import ecraccess.live.lookup.NetworkRequest;
import ecraccess.live.network.LiveNetwork;
import ecraccess.reach.model.Id;
import ecraccess.reach.model.Network;
import java.util.List;

/** The model that is made of an account in memory. */
public abstract class LiveFixture {
  protected final FakeAccount account = FakeAccount.healthy();

  protected Network network(String... properties) {
    return network(Asking.request(properties));
  }

  protected Network network(NetworkRequest request) {
    return new LiveNetwork(request, new FactFinder(request, account, new QueryLog()).find())
        .network();
  }

  public static NetworkRequest doctor(String... subnets) {
    return NetworkRequest.of("eu-west-1", "vpc-1", List.of(subnets), Asking.ANY);
  }

  public static Id id(String text) {
    return new Id.Literal(text);
  }
}
