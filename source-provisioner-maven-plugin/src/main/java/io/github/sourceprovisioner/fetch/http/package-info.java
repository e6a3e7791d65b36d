/**
 * Files and archives on web servers: one request if something changed, one if nothing did.
 *
 * <p>Depends on {@code web}, {@code spi}, {@code model} and {@code failure}.
 */
@NullMarked
package io.github.sourceprovisioner.fetch.http;

import org.jspecify.annotations.NullMarked;
