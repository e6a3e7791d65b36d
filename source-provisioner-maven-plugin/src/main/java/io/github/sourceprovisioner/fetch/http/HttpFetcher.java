package io.github.sourceprovisioner.fetch.http;

import com.google.auto.service.AutoService;
import io.github.sourceprovisioner.model.Checksums;
import io.github.sourceprovisioner.model.Revision;
import io.github.sourceprovisioner.model.SourceLocation;
import io.github.sourceprovisioner.spi.FetchContext;
import io.github.sourceprovisioner.spi.Fetcher;
import io.github.sourceprovisioner.spi.Payload;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;

/**
 * Files and archives over {@code https} and {@code http}. The revision is the SHA-256 of the bytes
 * that the host sends, or the checksum that the location names. Loads nothing before it is asked.
 */
@AutoService(Fetcher.class)
public final class HttpFetcher implements Fetcher {

  private Optional<HttpSources> sources = Optional.empty();

  /** A fetcher for one run. */
  public HttpFetcher() {}

  @Override
  public Set<String> schemes() {
    return Set.of("http");
  }

  /** A checksum names the content. */
  @Override
  public Optional<Revision> pinned(SourceLocation location) {
    return location.checksum().flatMap(Checksums::pin);
  }

  @Override
  public Revision resolve(SourceLocation location, FetchContext context)
      throws IOException, InterruptedException {
    return sources().resolve(location, context);
  }

  @Override
  public Payload fetch(
      SourceLocation location, Revision revision, Path staging, FetchContext context)
      throws IOException, InterruptedException {
    return sources().fetch(location, revision, staging, context);
  }

  private synchronized HttpSources sources() {
    HttpSources made = sources.orElseGet(() -> new HttpSources(InstantSource.system()));
    sources = Optional.of(made);
    return made;
  }
}
