package io.github.sourceprovisioner.cache;

import io.github.sourceprovisioner.model.Revision;
import java.time.Instant;

/**
 * What a location meant when its host was last asked.
 *
 * @param revision the answer
 * @param checkedAt when; {@link Instant#EPOCH} after {@code cache-refresh}, which makes the next
 *     run ask again and still lets it notice that a tag moved
 */
public record KnownRevision(Revision revision, Instant checkedAt) {}
