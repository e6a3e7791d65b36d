package io.github.sourceprovisioner.fetch.maven;

import com.google.auto.service.AutoService;
import io.github.sourceprovisioner.model.Revision;
import io.github.sourceprovisioner.model.SourceLocation;
import io.github.sourceprovisioner.spi.FetchContext;
import io.github.sourceprovisioner.spi.Fetcher;
import io.github.sourceprovisioner.spi.Payload;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;

/**
 * Artifacts of Maven repositories. The revision is the exact version, an underscore and the SHA-256
 * of the file. Loads nothing before it is asked.
 */
@AutoService(Fetcher.class)
public final class MavenFetcher implements Fetcher {

  private Optional<ArtifactSource> source = Optional.empty();

  /** A fetcher for one run. */
  public MavenFetcher() {}

  @Override
  public Set<String> schemes() {
    return Set.of("maven");
  }

  /** One version with a checksum has one content. */
  @Override
  public Optional<Revision> pinned(SourceLocation location) {
    return location.checksum().flatMap(checksum -> ExactRevision.pin(location, checksum));
  }

  /** Maven keeps every artifact in its local repository. */
  @Override
  public boolean atHand(SourceLocation location) {
    return true;
  }

  @Override
  public Revision resolve(SourceLocation location, FetchContext context)
      throws IOException, InterruptedException {
    return source().resolve(location, context);
  }

  @Override
  public Payload fetch(
      SourceLocation location, Revision revision, Path staging, FetchContext context)
      throws IOException, InterruptedException {
    return source().fetch(location, revision, staging, context);
  }

  private synchronized ArtifactSource source() {
    ArtifactSource ready = source.orElseGet(() -> new ArtifactSource(Clock.systemUTC()));
    source = Optional.of(ready);
    return ready;
  }
}
