package io.github.sourceprovisioner.workdir;

import io.github.sourceprovisioner.model.TreeEntry;
import java.time.Instant;

/**
 * One file or link that the plugin wrote into a workdir.
 *
 * @param type what it is
 * @param sha256 the digest of its content, or of a link's target, in lower-case hex
 * @param size its length in bytes
 * @param modified the time stamp that the file system gave it; the epoch for a link
 * @param path relative to the workdir, {@code /} between segments
 */
public record OwnedFile(
    TreeEntry.Type type, String sha256, long size, Instant modified, String path) {}
