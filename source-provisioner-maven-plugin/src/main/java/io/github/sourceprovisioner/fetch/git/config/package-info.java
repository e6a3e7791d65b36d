/**
 * The few settings of the user's own git configuration that lead to a host: other URLs, proxies,
 * certificate authorities.
 *
 * <p>Depends on {@code spi}, {@code model}, {@code failure} and the parser of JGit.
 */
@NullMarked
package io.github.sourceprovisioner.fetch.git.config;

import org.jspecify.annotations.NullMarked;
