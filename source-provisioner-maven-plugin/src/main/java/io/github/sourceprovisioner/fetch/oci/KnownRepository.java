package io.github.sourceprovisioner.fetch.oci;

import io.github.sourceprovisioner.fetch.oci.auth.Standing;
import io.github.sourceprovisioner.fetch.oci.manifest.Manifest;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a run has learned of a repository, seen with one credential. */
final class KnownRepository {

  private final Standing standing;
  private final Map<String, Manifest> manifests = new HashMap<>();
  private final Map<String, Integer> uses = new HashMap<>();
  private @Nullable String scheme;

  KnownRepository(Standing standing) {
    this.standing = standing;
  }

  Standing standing() {
    return standing;
  }

  /** {@code https} or {@code http}; empty before the first answer. */
  synchronized Optional<String> scheme() {
    return Optional.ofNullable(scheme);
  }

  synchronized void speaks(String found) {
    scheme = found;
  }

  /** The manifest with a digest, if it was read before. */
  synchronized Optional<Manifest> manifest(String digest) {
    return Optional.ofNullable(manifests.get(digest));
  }

  synchronized void keep(String digest, Manifest manifest) {
    manifests.put(digest, manifest);
  }

  /** Several locations will fetch the same revision. */
  synchronized void expect(String revision, int times) {
    uses.put(revision, times);
  }

  /** One of them fetches now; true if another one follows. */
  synchronized boolean isUsedAgain(String revision) {
    return uses.merge(revision, -1, Integer::sum) > 0;
  }
}
