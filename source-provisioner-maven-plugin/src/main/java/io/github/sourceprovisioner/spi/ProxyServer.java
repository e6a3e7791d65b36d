package io.github.sourceprovisioner.spi;

import java.util.Optional;

/**
 * A proxy for HTTP on the way to a host.
 *
 * @param host its name or address
 * @param port where it listens
 * @param credential what it is shown, and nobody else
 */
public record ProxyServer(String host, int port, Optional<Credential> credential) {}
