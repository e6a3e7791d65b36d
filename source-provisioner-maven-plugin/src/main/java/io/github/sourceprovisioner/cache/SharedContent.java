package io.github.sourceprovisioner.cache;

import java.nio.file.Path;

/**
 * The files of an entry of the cache, of which every byte has just been verified.
 *
 * @param promise what the marker says
 */
public record SharedContent(SharedPromise promise, Path marker, Path lines, Path zip) {}
