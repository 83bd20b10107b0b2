package ecraccess.survey;

import ecraccess.network.Endpoint;
import ecraccess.network.Puller;
import java.util.List;
import java.util.stream.Stream;

/** Finds what pulls images in a template. */
final class Pullers {
  /**
   * What is missing to tell whether an instance has a public IP address, where it leaves that to
   * the subnet that it starts in.
   */
  static final String SUBNETS_SETTING = "the subnet's setting";

  private Pullers() {}

  /**
   * What pulls images in a world.
   *
   * @param endpoints of the same world: where nothing pulls, whatever may be started beside those
   *     of ECR
   */
  static List<Puller> of(World world, List<Endpoint> endpoints) {
    Values values = new Values(world);
    Machines machines = new Machines(world, values);
    Loads loads = new Loads(world, values);
    List<Puller> pullers =
        Stream.of(
                new EcsPullers(world, values, machines, loads).all(),
                new BatchPullers(world, values, machines, loads).all(),
                new EksPullers(world, values, machines).all())
            .flatMap(all -> all)
            .toList();
    return pullers.isEmpty() ? AnyTask.beside(endpoints) : pullers;
  }
}
