package io.github.sourceprovisioner.fetch.oci;

import com.google.auto.service.AutoService;
import io.github.sourceprovisioner.model.Revision;
import io.github.sourceprovisioner.model.Revision.Stability;
import io.github.sourceprovisioner.model.SourceLocation;
import io.github.sourceprovisioner.spi.FetchContext;
import io.github.sourceprovisioner.spi.Fetcher;
import io.github.sourceprovisioner.spi.Payload;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Artifacts in OCI registries. The revision is the digest of the manifest. */
@AutoService(Fetcher.class)
public final class OciFetcher implements Fetcher {

  private static final String DEFAULT_TAG = "latest";

  private final Supplier<Artifacts> source;
  private @Nullable Artifacts artifacts;

  /** A fetcher for one run. */
  public OciFetcher() {
    this(() -> new Artifacts(Registries.ofThisUser()));
  }

  OciFetcher(Supplier<Artifacts> source) {
    this.source = source;
  }

  @Override
  public Set<String> schemes() {
    return Set.of("oci");
  }

  /** A digest is the revision. */
  @Override
  public Optional<Revision> pinned(SourceLocation location) {
    return location
        .ref()
        .filter(ref -> ref.indexOf(':') > 0)
        .map(digest -> new Revision(digest, Stability.FIXED, Optional.empty()));
  }

  @Override
  public Revision resolve(SourceLocation location, FetchContext context)
      throws IOException, InterruptedException {
    Optional<Revision> pinned = pinned(location);
    if (pinned.isPresent()) {
      return pinned.get();
    }
    String tag = location.ref().filter(ref -> !ref.isEmpty()).orElse(DEFAULT_TAG);
    String digest = artifacts().digest(location, tag, context);
    return new Revision(
        digest, tag.equals(DEFAULT_TAG) ? Stability.MOVING : Stability.TAG, Optional.of(tag));
  }

  @Override
  public void gather(Map<SourceLocation, Revision> wanted, FetchContext context)
      throws IOException, InterruptedException {
    artifacts().gather(wanted, context);
  }

  @Override
  public Payload fetch(
      SourceLocation location, Revision revision, Path staging, FetchContext context)
      throws IOException, InterruptedException {
    return artifacts().fetch(location, revision.id(), staging, context);
  }

  /** Made when the first registry is asked. */
  private synchronized Artifacts artifacts() {
    if (artifacts == null) {
      artifacts = source.get();
    }
    return artifacts;
  }
}
