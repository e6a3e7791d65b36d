package io.github.sourceprovisioner.model;

import io.github.sourceprovisioner.failure.Position;
import io.github.sourceprovisioner.failure.ProvisioningException;
import java.util.Optional;

/**
 * One component of one stack, merged with everything that it inherits.
 *
 * @param id its name
 * @param section everything under {@code components.<type>.<name>} after merging and rendering; the
 *     {@code source} key, if there is one, holds a map
 * @param deployable false for an abstract component ({@code metadata.type: abstract}) and for one
 *     with {@code metadata.enabled: false}
 * @param directory the component's folder below the base path of its type ({@code
 *     metadata.component}, else its name)
 * @param position where the component is declared
 * @param invalid why the component cannot be used; its section is then what could be merged
 */
public record Component(
    ComponentId id,
    MapValue section,
    boolean deployable,
    String directory,
    Position position,
    Optional<ProvisioningException> invalid) {}
