package ecraccess.cli;

import ecraccess.live.ecs.TaskDefinitions;
import ecraccess.live.lookup.Account;
import java.net.URI;
import java.util.Optional;

/** A live account in one region, asked with the caller's own rights. */
interface Cloud extends AutoCloseable {

  String region();

  Account networks();

  TaskDefinitions taskDefinitions();

  @Override
  void close();

  /** How one gets there. */
  @FunctionalInterface
  interface Way {

    /**
     * The account behind the caller's credentials.
     *
     * @param region empty for the one of environment or profile
     * @param endpoint of a local cloud
     * @throws IllegalStateException where none can be reached as things are set; says what is
     *     expected, what was found, and the way out
     */
    Cloud open(Optional<String> region, Optional<URI> endpoint);
  }
}
