package io.github.sourceprovisioner.fetch.s3.credentials;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What this machine and its user have configured for Amazon's services.
 *
 * @param environment the environment variables
 * @param home the directory of the user
 * @param container where a container of ECS asks for its role
 * @param metadata where an instance of EC2 asks for its role
 */
public record Machine(Map<String, String> environment, Path home, URI container, URI metadata) {

  /** The addresses that Amazon gives to its services inside of a machine. */
  private static final URI CONTAINER = URI.create("http://169.254.170.2");

  private static final URI METADATA = URI.create("http://169.254.169.254");

  public Machine {
    environment = Map.copyOf(environment);
  }

  /** The machine that we run on. */
  public static Machine ofThisProcess() {
    Map<String, String> environment = System.getenv();
    String home = environment.getOrDefault("HOME", "");
    return new Machine(
        environment,
        Path.of(home.isEmpty() ? System.getProperty("user.home") : home),
        CONTAINER,
        METADATA);
  }

  /** A variable that is set, without spaces around it. */
  public Optional<String> value(String name) {
    return Optional.ofNullable(environment.get(name)).map(String::strip).filter(v -> !v.isEmpty());
  }

  /**
   * The endpoint that is configured for a service in the place of Amazon's.
   *
   * @param service as the variables call it: {@code S3}, {@code STS}
   */
  public Optional<URI> endpoint(String service) {
    return value("AWS_IGNORE_CONFIGURED_ENDPOINT_URLS").filter("true"::equalsIgnoreCase).isPresent()
        ? Optional.empty()
        : value("AWS_ENDPOINT_URL_" + service)
            .or(() -> value("AWS_ENDPOINT_URL"))
            .flatMap(Machine::url);
  }

  /**
   * The region that variables or a profile name.
   *
   * @param profile the one that the source names
   */
  public Optional<String> region(Optional<String> profile) throws IOException {
    Optional<String> named =
        Stream.of("AWS_REGION", "AWS_DEFAULT_REGION").flatMap(v -> value(v).stream()).findFirst();
    return named.isPresent()
        ? named
        : Profiles.read(this).find(profile(profile)).flatMap(known -> known.value("region"));
  }

  /** The profile that the source names, else the variable, else {@code default}. */
  String profile(Optional<String> named) {
    return named.or(() -> value("AWS_PROFILE")).orElse("default");
  }

  private static Optional<URI> url(String text) {
    try {
      return Optional.of(URI.create(text)).filter(url -> url.getHost() != null);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
