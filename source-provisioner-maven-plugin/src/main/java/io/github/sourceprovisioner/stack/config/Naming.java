package io.github.sourceprovisioner.stack.config;

import io.github.sourceprovisioner.model.Scalar;
import java.util.Optional;

/**
 * How stacks get their names.
 *
 * @param template {@code stacks.name_template}, rendered for each component
 * @param pattern {@code stacks.name_pattern}; used if there is no template
 */
public record Naming(Optional<Scalar> template, Optional<Scalar> pattern) {}
