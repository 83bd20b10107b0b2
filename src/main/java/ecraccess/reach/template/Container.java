package ecraccess.reach.template;

import ecraccess.core.cfn.Branch;
import java.util.List;

/**
 * A container of a task or job.
 *
 * @param images what its {@code Image} may be
 * @param logging every {@code LogConfiguration} it may have
 * @param mayLackLogging whether it may have none
 * @param secrets where its secrets come from
 * @param credentials where the password of its registry comes from, if that is not ECR
 */
record Container(
    Branch place,
    List<Branch> images,
    List<Logging> logging,
    boolean mayLackLogging,
    List<Branch> secrets,
    List<Branch> credentials) {
  private static final String LOG_CONFIGURATION = "LogConfiguration";

  Container {
    images = List.copyOf(images);
    logging = List.copyOf(logging);
    secrets = List.copyOf(secrets);
    credentials = List.copyOf(credentials);
  }

  static Container read(Branch place) {
    return new Container(
        place,
        place.member("Image").toList(),
        place.member(LOG_CONFIGURATION).map(Logging::read).toList(),
        place.mayLack(LOG_CONFIGURATION),
        place.items("Secrets").flatMap(secret -> secret.member("ValueFrom")).toList(),
        place.at("RepositoryCredentials", "CredentialsParameter").toList());
  }
}
