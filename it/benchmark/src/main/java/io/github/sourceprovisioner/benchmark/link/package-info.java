/**
 * A host of repositories and archives on the loopback interface, behind a line that is as slow as a
 * real one.
 *
 * <p>Depends on the JDK only.
 */
@NullMarked
package io.github.sourceprovisioner.benchmark.link;

import org.jspecify.annotations.NullMarked;
