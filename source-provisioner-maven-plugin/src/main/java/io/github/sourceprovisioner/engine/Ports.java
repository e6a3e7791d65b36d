package io.github.sourceprovisioner.engine;

import io.github.sourceprovisioner.spi.Access;
import io.github.sourceprovisioner.spi.ArtifactRepositories;
import io.github.sourceprovisioner.spi.Console;
import io.github.sourceprovisioner.spi.SharedRepository;
import io.github.sourceprovisioner.spi.TransferListener;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What the engine needs from the program around it.
 *
 * @param console where the user reads
 * @param transfers who shows the progress of transfers
 * @param access what is configured for the way to a host
 * @param artifacts the Maven repositories of the build
 * @param properties the value of a Maven property, empty if it is unknown
 * @param environment the environment variables
 * @param shared where the team shares its snapshots; empty if nowhere
 * @param weakChecksums whether the user allows checksums that protect against accidents only
 */
public record Ports(
    Console console,
    TransferListener transfers,
    Access access,
    ArtifactRepositories artifacts,
    Function<String, Optional<String>> properties,
    Map<String, String> environment,
    Clock clock,
    Optional<SharedRepository> shared,
    boolean weakChecksums) {

  /** Of somebody who shares nothing and allows nothing. */
  public Ports(
      Console console,
      TransferListener transfers,
      Access access,
      ArtifactRepositories artifacts,
      Function<String, Optional<String>> properties,
      Map<String, String> environment,
      Clock clock) {
    this(
        console,
        transfers,
        access,
        artifacts,
        properties,
        environment,
        clock,
        Optional.empty(),
        false);
  }
}
