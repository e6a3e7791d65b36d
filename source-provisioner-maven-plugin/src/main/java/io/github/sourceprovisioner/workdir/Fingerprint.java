package io.github.sourceprovisioner.workdir;

import io.github.sourceprovisioner.model.Filters;

/**
 * What a workdir was made from. Two equal fingerprints mean the same files: equality decides
 * whether a workdir is up to date.
 *
 * @param location the canonical location, without secrets
 * @param revision what the location meant
 * @param treeHash the {@code t1} digest of the whole snapshot, before filters
 * @param filters which of its files were chosen
 */
public record Fingerprint(String location, String revision, String treeHash, Filters filters) {}
