/**
 * The content of large files: pointers, the batch API of Git LFS, and a store that holds what was
 * verified.
 *
 * <p>Depends on {@code web}, {@code spi}, {@code model} and {@code failure}.
 */
@NullMarked
package io.github.sourceprovisioner.fetch.git.lfs;

import org.jspecify.annotations.NullMarked;
