package io.github.sourceprovisioner.model;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What {@code list} says about one component with a source.
 *
 * @param component its merged form
 * @param uri as written, without secrets; empty if the source section could not be read
 * @param version as written
 * @param ttl the time to live that holds for it
 * @param location what the source was understood to mean
 * @param workdir relative to the base directory, {@code /} between segments
 * @param revision what the workdir holds
 * @param treeHash what the workdir holds
 * @param provisionedAt when it was written
 * @param failure why the row is {@link Status#INVALID}
 */
public record InventoryRow(
    Component component,
    Optional<String> uri,
    Optional<String> version,
    Optional<Duration> ttl,
    Optional<SourceLocation> location,
    String workdir,
    Status status,
    Optional<String> revision,
    Optional<String> treeHash,
    Optional<Instant> provisionedAt,
    Optional<Failure> failure) {}
