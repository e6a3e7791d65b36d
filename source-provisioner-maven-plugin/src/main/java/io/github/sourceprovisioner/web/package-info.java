/**
 * One exchange over HTTP: redirects, credentials, proxies, limits and counting, so that no fetcher
 * has its own idea of them.
 *
 * <p>Depends on {@code spi}, {@code model} and {@code failure}; used by fetchers.
 */
@NullMarked
package io.github.sourceprovisioner.web;

import org.jspecify.annotations.NullMarked;
