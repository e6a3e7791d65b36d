package io.github.sourceprovisioner.stack.config;

import io.github.sourceprovisioner.model.MapValue;
import io.github.sourceprovisioner.model.Scalar;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The section {@code components.<type>}.
 *
 * @param basePath where local components of the type stand; absolute
 * @param ttl {@code source.ttl}
 * @param provision {@code provision}, the weakest layer of every component of the type
 */
public record TypeConfig(Path basePath, Optional<Scalar> ttl, MapValue provision) {}
