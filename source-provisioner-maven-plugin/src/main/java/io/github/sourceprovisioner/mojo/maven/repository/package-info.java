/**
 * Artifacts by Maven's own repository system: the adapter of {@code spi.ArtifactRepositories}.
 *
 * <p>Depends on the API of Maven's resolver, {@code spi}, {@code model} and {@code failure}. Of the
 * resolver only its API: its other parts are not shown to plugins by every Maven.
 */
@NullMarked
package io.github.sourceprovisioner.mojo.maven.repository;

import org.jspecify.annotations.NullMarked;
