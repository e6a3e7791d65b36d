/**
 * What users and machines read: tables, JSON, YAML, CSV, messages. Every function is pure.
 *
 * <p>Depends on {@code model} and {@code failure}.
 */
@NullMarked
package io.github.sourceprovisioner.report;

import org.jspecify.annotations.NullMarked;
