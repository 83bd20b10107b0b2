package ecraccess.reach.template;

import ecraccess.core.cfn.Branch;
import ecraccess.core.logic.Answer;
import java.util.List;
import java.util.stream.Stream;

/**
 * A container of a task or job.
 *
 * @param images what its {@code Image} may be
 * @param logging every {@code LogConfiguration} it may have
 * @param mayLackLogging whether it may have none
 * @param secrets where its secrets come from
 * @param credentials where the password of its registry comes from, if that is not ECR
 * @param files the ARNs of the objects in S3 that the agent fetches before it starts: environment
 *     files, and the configuration of FireLens
 */
record Container(
    Branch place,
    List<Branch> images,
    List<Logging> logging,
    boolean mayLackLogging,
    List<Branch> secrets,
    List<Branch> credentials,
    List<Branch> files) {
  private static final String LOG_CONFIGURATION = "LogConfiguration";

  Container {
    images = List.copyOf(images);
    logging = List.copyOf(logging);
    secrets = List.copyOf(secrets);
    credentials = List.copyOf(credentials);
    files = List.copyOf(files);
  }

  static Container read(Branch place) {
    return new Container(
        place,
        place.member("Image").toList(),
        place.member(LOG_CONFIGURATION).map(Logging::read).toList(),
        place.mayLack(LOG_CONFIGURATION),
        place.items("Secrets").flatMap(secret -> secret.member("ValueFrom")).toList(),
        place.at("RepositoryCredentials", "CredentialsParameter").toList(),
        Stream.concat(
                place.items("EnvironmentFiles").flatMap(file -> file.member("Value")),
                place
                    .at("FirelensConfiguration", "Options")
                    .filter(Container::isInS3)
                    .flatMap(options -> options.member("config-file-value")))
            .toList());
  }

  private static boolean isInS3(Branch options) {
    return options.member("config-file-type").anyMatch(type -> type.is("s3") != Answer.NO);
  }
}
