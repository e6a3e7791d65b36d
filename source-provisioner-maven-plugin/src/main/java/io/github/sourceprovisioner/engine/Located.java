package io.github.sourceprovisioner.engine;

import io.github.sourceprovisioner.failure.ProvisioningException;
import io.github.sourceprovisioner.model.SourceLocation;
import java.util.Optional;

/**
 * What a URI was understood to mean.
 *
 * @param uri without secrets
 * @param location empty if the URI cannot be understood
 * @param error why; empty if there is a location
 */
public record Located(
    String uri, Optional<SourceLocation> location, Optional<ProvisioningException> error) {}
