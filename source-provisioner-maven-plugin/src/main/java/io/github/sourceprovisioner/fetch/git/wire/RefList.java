package io.github.sourceprovisioner.fetch.git.wire;

import java.util.Optional;
import java.util.SortedMap;

/**
 * Refs of a repository.
 *
 * @param ids full name to object id in lower-case hex, tags peeled as far as they go; without
 *     {@code HEAD}
 * @param head the commit that {@code HEAD} stands for; empty if there is none, or if nobody asked
 * @param defaultBranch the full name that {@code HEAD} stands for; empty if it is detached
 */
public record RefList(
    SortedMap<String, String> ids, Optional<String> head, Optional<String> defaultBranch) {}
