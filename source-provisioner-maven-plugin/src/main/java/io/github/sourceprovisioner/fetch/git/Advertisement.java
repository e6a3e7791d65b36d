package io.github.sourceprovisioner.fetch.git;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a repository says about its refs.
 *
 * @param ids full ref name to object id in lower-case hex, tags peeled as far as they go; without
 *     {@code HEAD}
 * @param head what {@code HEAD} points at; empty for a repository without commits
 * @param defaultBranch the full name that {@code HEAD} stands for; empty if it is detached
 */
record Advertisement(
    SortedMap<String, String> ids, Optional<String> head, Optional<String> defaultBranch) {

  Advertisement {
    ids = Collections.unmodifiableSortedMap(new TreeMap<>(ids));
  }

  /** The id of a ref by its full name. */
  Optional<String> id(String fullName) {
    return Optional.ofNullable(ids.get(fullName));
  }
}
