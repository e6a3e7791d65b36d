package io.github.sourceprovisioner.stack.component;

import io.github.sourceprovisioner.model.Component;
import io.github.sourceprovisioner.stack.manifest.Manifest;

/**
 * A component and where it comes from.
 *
 * @param component finished, or invalid
 * @param manifest the manifest whose stack it belongs to
 * @param named false if the name of its stack could not be found out; it then has that of the file
 */
public record Assembled(Component component, Manifest manifest, boolean named) {}
