package io.github.sourceprovisioner.stack;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Where a project is.
 *
 * @param baseDirectory the directory of the project; absolute
 * @param stacksDirectory the configured directory of the manifests; empty means what {@code
 *     atmos.yaml} in the base directory says, or {@code src/main/stacks}
 */
public record StackRoots(Path baseDirectory, Optional<Path> stacksDirectory) {}
