package io.github.sourceprovisioner.fetch.gcs.credentials;

import java.net.URI;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * What this machine and its user have configured for Google's services.
 *
 * @param environment the environment variables
 * @param home the directory of the user
 * @param storage the endpoint of the storage service; another one in tests
 * @param tokens where refresh tokens are exchanged; another one in tests
 * @param metadata where an instance asks for the token of its account
 */
public record Machine(
    Map<String, String> environment, Path home, URI storage, URI tokens, URI metadata) {

  private static final URI STORAGE = URI.create("https://storage.googleapis.com");
  private static final URI TOKENS = URI.create("https://oauth2.googleapis.com/token");
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
        STORAGE,
        TOKENS,
        METADATA);
  }

  /** A variable that is set, without spaces around it. */
  Optional<String> value(String name) {
    return Optional.ofNullable(environment.get(name)).map(String::strip).filter(v -> !v.isEmpty());
  }

  /** A variable that is set and names a file or directory. */
  Optional<Path> path(String name) {
    try {
      return value(name).map(Path::of);
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  /** The endpoint of an emulator that developers run instead of the service. */
  public Optional<URI> emulator() {
    return value("STORAGE_EMULATOR_HOST")
        .map(host -> host.contains("://") ? host : "http://" + host)
        .flatMap(Machine::url);
  }

  private static Optional<URI> url(String text) {
    try {
      URI url = URI.create(text);
      return Optional.ofNullable(url.getHost())
          .map(host -> URI.create(url.getScheme() + "://" + url.getRawAuthority()));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
