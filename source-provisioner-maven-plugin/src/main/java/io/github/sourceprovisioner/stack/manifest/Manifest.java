package io.github.sourceprovisioner.stack.manifest;

import io.github.sourceprovisioner.model.MapValue;
import java.nio.file.Path;

/**
 * A stack manifest, merged with everything that it imports.
 *
 * @param file absolute
 * @param key its path relative to the stacks directory, without the ending: what the stack is
 *     called if nothing names it
 * @param content without {@code import}, {@code locals} and {@code overrides}; each component has
 *     the overrides that hold for it under its own {@code overrides} key
 * @param locals the locals of this file alone, resolved
 */
public record Manifest(Path file, String key, MapValue content, MapValue locals) {}
