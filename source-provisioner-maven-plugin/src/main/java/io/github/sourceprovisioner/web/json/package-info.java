/**
 * Reads JSON, strictly and without a library: what hosts answer, and the files of other tools.
 *
 * <p>Depends on the JDK only; used by fetchers.
 */
@NullMarked
package io.github.sourceprovisioner.web.json;

import org.jspecify.annotations.NullMarked;
