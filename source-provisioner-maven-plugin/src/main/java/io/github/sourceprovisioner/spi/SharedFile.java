package io.github.sourceprovisioner.spi;

/**
 * The name of one file in a Maven repository. No version of these means a snapshot version to
 * Maven, and all parts are safe as parts of paths and URLs.
 *
 * @param classifier empty means none
 * @param extension without a dot in front
 */
public record SharedFile(
    String groupId, String artifactId, String version, String classifier, String extension) {

  /** As Maven writes artifacts: {@code group:artifact:extension[:classifier]:version}. */
  @Override
  public String toString() {
    String kind = classifier.isEmpty() ? extension : extension + ":" + classifier;
    return String.join(":", groupId, artifactId, kind, version);
  }
}
