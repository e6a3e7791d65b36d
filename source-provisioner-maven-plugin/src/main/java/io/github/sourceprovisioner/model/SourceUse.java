package io.github.sourceprovisioner.model;

import io.github.sourceprovisioner.failure.Position;
import java.util.Optional;

/**
 * One reason why a source is needed.
 *
 * @param source the source as the lock file names it: URL, path and version, without secrets
 * @param locked the revision that it is locked to
 * @param component who needs it; empty if it is locked and nobody does
 * @param declared where that component's source is written
 */
public record SourceUse(
    String source,
    Optional<String> locked,
    Optional<ComponentId> component,
    Optional<Position> declared) {}
