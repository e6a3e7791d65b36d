package io.github.sourceprovisioner.model;

import java.time.Duration;
import java.util.Optional;

/**
 * The {@code provision} section of a component, as far as sources and workdirs read it.
 *
 * @param sourceEnabled {@code provision.source.enabled}; true unless switched off
 * @param force {@code provision.source.force}
 * @param timeout {@code provision.source.timeout}
 * @param workdirEnabled {@code provision.workdir.enabled}: a local component is copied into a
 *     workdir
 */
public record ProvisionSettings(
    boolean sourceEnabled, boolean force, Optional<Duration> timeout, boolean workdirEnabled) {}
