package io.github.sourceprovisioner.spi;

import io.github.sourceprovisioner.model.Component;
import java.nio.file.Path;

/**
 * What a provisioner is given.
 *
 * @param component the merged component
 * @param workdir where its tool will run; absolute
 * @param console where to speak to the user
 */
public record ProvisionContext(Component component, Path workdir, Console console) {}
