package io.github.sourceprovisioner.fetch.maven;

import io.github.sourceprovisioner.model.Checksums;
import io.github.sourceprovisioner.model.Revision;
import io.github.sourceprovisioner.model.Revision.Stability;
import io.github.sourceprovisioner.model.SourceLocation;
import java.util.Optional;
import java.util.Set;

/**
 * The revisions of artifacts: {@code <version>_<digest>}. Neither Maven nor a repository manager
 * takes one for a snapshot, which would end with {@code SNAPSHOT} or with the number of a build.
 *
 * @param version an exact one
 * @param digest the SHA-256 of the file in lower-case hex, or the SHA-512 that the user gave
 */
record ExactRevision(String version, String digest) {

  private static final Set<String> MOVING = Set.of("LATEST", "RELEASE");

  /** What a revision's id says. */
  static ExactRevision of(Revision revision) {
    int end = revision.id().lastIndexOf('_');
    return new ExactRevision(revision.id().substring(0, end), revision.id().substring(end + 1));
  }

  /**
   * The revision that a location names by its checksum; empty if the version can move or the
   * checksum stands in a file of its own. Pure.
   *
   * @throws io.github.sourceprovisioner.failure.InvalidStack if the checksum protects against
   *     nothing
   */
  static Optional<Revision> pin(SourceLocation location, String checksum) {
    Optional<String> digest = Checksums.pin(checksum).map(Revision::id);
    String version = location.ref().orElseThrow();
    return moves(version)
        ? Optional.empty()
        : digest.map(d -> new ExactRevision(version, d).revision(Stability.FIXED));
  }

  /** The revision, as the answer for a requested version. */
  Revision answering(String requested) {
    return revision(moves(requested) ? Stability.MOVING : Stability.TAG);
  }

  private Revision revision(Stability stability) {
    return new Revision(version + "_" + digest, stability, Optional.empty());
  }

  /** Whether a requested version may mean another one tomorrow. */
  private static boolean moves(String requested) {
    return MOVING.contains(requested)
        || requested.endsWith("SNAPSHOT")
        || requested.startsWith("[")
        || requested.startsWith("(");
  }
}
