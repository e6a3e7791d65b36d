/**
 * The component types that come with the plugin, one file each, found by {@link
 * java.util.ServiceLoader}.
 *
 * <p>Depends on {@code spi}, {@code model} and {@code failure}; nobody sees it.
 */
@NullMarked
package io.github.sourceprovisioner.builtin;

import org.jspecify.annotations.NullMarked;
