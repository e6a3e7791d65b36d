package io.github.sourceprovisioner.engine;

import io.github.sourceprovisioner.model.SourceLocation;
import io.github.sourceprovisioner.spi.Console;
import io.github.sourceprovisioner.spi.Credential;
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
 * @param credentials what is configured for the host of a location, if the source has none of its
 *     own
 * @param properties the value of a Maven property, empty if it is unknown
 * @param environment the environment variables
 */
public record Ports(
    Console console,
    TransferListener transfers,
    Function<SourceLocation, Optional<Credential>> credentials,
    Function<String, Optional<String>> properties,
    Map<String, String> environment,
    Clock clock) {}
