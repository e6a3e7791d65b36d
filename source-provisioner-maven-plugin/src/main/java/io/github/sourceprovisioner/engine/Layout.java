package io.github.sourceprovisioner.engine;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Where things are, all absolute.
 *
 * @param baseDirectory of the project
 * @param stacksDirectory where the user says that stacks are; empty for the default
 * @param workdirDirectory the root of the workdirs
 * @param stateDirectory what the plugin knows about them; never above or below the workdirs
 * @param cacheDirectory the root of the cache
 * @param lockFile what the sources of the project are locked to
 */
public record Layout(
    Path baseDirectory,
    Optional<Path> stacksDirectory,
    Path workdirDirectory,
    Path stateDirectory,
    Path cacheDirectory,
    Path lockFile) {}
