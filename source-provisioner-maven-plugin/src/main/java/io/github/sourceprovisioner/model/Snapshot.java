package io.github.sourceprovisioner.model;

/**
 * The immutable tree of one location at one revision, as the cache keeps it.
 *
 * @param location where it came from
 * @param revision what the location meant
 * @param treeHash the {@code t1} digest of the whole tree, before filters: {@code t1:sha256:<hex>}
 */
public record Snapshot(SourceLocation location, Revision revision, String treeHash) {}
