/**
 * Turns what was measured into a table.
 *
 * <p>Depends on the JDK only.
 */
@NullMarked
package io.github.sourceprovisioner.benchmark.report;

import org.jspecify.annotations.NullMarked;
