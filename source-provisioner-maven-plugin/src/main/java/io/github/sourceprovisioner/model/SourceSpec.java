package io.github.sourceprovisioner.model;

import io.github.sourceprovisioner.failure.Position;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * A source as the user wrote it, checked for types but not yet understood.
 *
 * @param uri the string as written, Maven properties interpolated; it may hold secrets
 * @param version the {@code version} key
 * @param type the {@code type} key: {@code git}, {@code git-worktree}, {@code http}, {@code s3},
 *     {@code gcs}, {@code azure}, {@code oci}, {@code maven} or {@code file}
 * @param path the {@code path} key of a {@code git-worktree} source: the subdirectory
 * @param auth the {@code auth} key: the id of the {@code <server>} whose credential to present
 * @param filters which files come into the workdir
 * @param ttl how long a mutable ref is believed; zero means that it is asked for in every run
 * @param retry what to do when a transfer breaks
 * @param baseDirectory the directory that a relative path starts from: the one of the manifest that
 *     wrote the URI; absolute
 * @param position where the URI is written
 */
public record SourceSpec(
    String uri,
    Optional<String> version,
    Optional<String> type,
    Optional<String> path,
    Optional<String> auth,
    Filters filters,
    Optional<Duration> ttl,
    Retry retry,
    Path baseDirectory,
    Position position) {

  /** The URI and the version, without secrets. */
  @Override
  public String toString() {
    return Redaction.redact(uri) + version.map(v -> " " + v).orElse("");
  }
}
