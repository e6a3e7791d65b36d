package io.github.sourceprovisioner.model;

import org.jspecify.annotations.Nullable;

/**
 * The Maven name of the place that a location comes from, as JitPack names things: {@code
 * com.github.cloudposse:terraform-aws-components}.
 *
 * @param groupId reversed host and path, one or more segments that are safe as directory names,
 *     joined by dots
 * @param artifactId one segment that is safe as a directory name: the repository, object or
 *     directory
 */
public record Coordinates(String groupId, String artifactId) {

  // What a record makes by itself costs some milliseconds at its first use, in every run.

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Coordinates that
        && artifactId.equals(that.artifactId)
        && groupId.equals(that.groupId);
  }

  @Override
  public int hashCode() {
    return groupId.hashCode() * 31 + artifactId.hashCode();
  }

  /** {@code groupId:artifactId}. */
  @Override
  public String toString() {
    return groupId + ":" + artifactId;
  }
}
