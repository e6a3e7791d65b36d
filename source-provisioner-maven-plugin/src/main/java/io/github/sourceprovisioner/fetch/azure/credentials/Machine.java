package io.github.sourceprovisioner.fetch.azure.credentials;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What this machine and its user have configured for Azure.
 *
 * @param environment the environment variables
 * @param metadata where a virtual machine asks for the token of its identity
 */
public record Machine(Map<String, String> environment, URI metadata) {

  /** The address that Azure gives to the service inside of a machine. */
  private static final URI METADATA = URI.create("http://169.254.169.254");

  public Machine {
    environment = Map.copyOf(environment);
  }

  /** The machine that we run on. */
  public static Machine ofThisProcess() {
    return new Machine(System.getenv(), METADATA);
  }

  /** The first of some variables that is set, without spaces around it. */
  Optional<String> value(String... names) {
    return Stream.of(names)
        .flatMap(name -> Optional.ofNullable(environment.get(name)).stream())
        .map(String::strip)
        .filter(value -> !value.isEmpty())
        .findFirst();
  }
}
