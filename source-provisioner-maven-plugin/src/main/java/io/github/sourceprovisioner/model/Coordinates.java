package io.github.sourceprovisioner.model;

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

  /** {@code groupId:artifactId}. */
  @Override
  public String toString() {
    return groupId + ":" + artifactId;
  }
}
