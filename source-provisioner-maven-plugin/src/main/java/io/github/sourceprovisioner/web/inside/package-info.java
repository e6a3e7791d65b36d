/**
 * Services inside of a machine: the metadata of an instance, the roles of a container.
 *
 * <p>Depends on the JDK only; used by fetchers.
 */
@NullMarked
package io.github.sourceprovisioner.web.inside;

import org.jspecify.annotations.NullMarked;
