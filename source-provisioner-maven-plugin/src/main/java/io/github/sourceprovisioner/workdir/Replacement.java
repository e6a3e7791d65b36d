package io.github.sourceprovisioner.workdir;

/**
 * How far a replacement may go.
 *
 * @param force whether a workdir that is up to date is written again, and one with edits is moved
 *     aside instead of stopping the run
 */
public record Replacement(boolean force) {}
