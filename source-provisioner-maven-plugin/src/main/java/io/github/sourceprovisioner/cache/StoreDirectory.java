package io.github.sourceprovisioner.cache;

import java.nio.file.Path;
import java.time.Instant;

/**
 * An object store as it was when it was looked at.
 *
 * @param path its directory
 * @param place whose it is
 * @param bytes what it takes on disk
 * @param packs how many files of packed objects that are
 * @param lastUsed when a fetcher last opened it
 */
record StoreDirectory(Path path, String place, long bytes, int packs, Instant lastUsed)
    implements Holding {}
