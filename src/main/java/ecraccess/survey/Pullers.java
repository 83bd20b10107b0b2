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
    Settings settings = new Settings(world);
    Machines machines = new Machines(world, settings);
    Loads loads = new Loads(world, settings);
    List<Puller> pullers =
        Stream.of(
                new EcsPullers(world, settings, machines, loads).all(),
                new BatchPullers(world, settings, machines, loads).all(),
                new EksPullers(world, settings, machines).all())
            .flatMap(all -> all)
            .toList();
    return pullers.isEmpty() ? AnyTask.beside(endpoints) : pullers;
  }
}
