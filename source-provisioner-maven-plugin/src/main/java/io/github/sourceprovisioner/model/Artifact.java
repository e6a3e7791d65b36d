package io.github.sourceprovisioner.model;

import java.util.Optional;

/**
 * One file of a Maven repository, as users name it.
 *
 * @param version an exact version, or what Maven finds one by: a range, {@code LATEST}, {@code
 *     RELEASE}, a snapshot
 * @param classifier what tells it from other files of the version, if anything does
 * @param type Maven's word for the kind of file: {@code jar}, {@code zip}, {@code test-jar}; one
 *     that Maven does not know is the extension
 */
public record Artifact(
    String groupId, String artifactId, String version, Optional<String> classifier, String type) {

  /** The same file of another version. */
  public Artifact at(String other) {
    return new Artifact(groupId, artifactId, other, classifier, type);
  }

  /** {@code group:artifact:type[:classifier]:version}, as Maven writes it. */
  @Override
  public String toString() {
    String kind = type + classifier.map(c -> ":" + c).orElse("");
    return groupId + ":" + artifactId + ":" + kind + ":" + version;
  }
}
