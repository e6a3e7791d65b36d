package io.github.sourceprovisioner.stack.component;

import io.github.sourceprovisioner.model.ComponentId;
import io.github.sourceprovisioner.stack.manifest.Manifest;

/**
 * The component that is being rendered.
 *
 * @param id its name
 * @param directory its folder, unrendered
 * @param manifest the stack's manifest
 */
record Subject(ComponentId id, String directory, Manifest manifest) {}
