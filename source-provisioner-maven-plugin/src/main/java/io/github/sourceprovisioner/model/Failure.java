package io.github.sourceprovisioner.model;

import io.github.sourceprovisioner.failure.ProvisioningException;

/**
 * A failure of one component.
 *
 * @param component whose
 * @param doing what was being done, without secrets: {@code fetching git::https://…}
 * @param reason what happened
 */
public record Failure(ComponentId component, String doing, ProvisioningException reason) {}
