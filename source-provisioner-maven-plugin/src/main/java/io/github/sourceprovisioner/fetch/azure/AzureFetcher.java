package io.github.sourceprovisioner.fetch.azure;

import com.google.auto.service.AutoService;
import io.github.sourceprovisioner.model.Revision;
import io.github.sourceprovisioner.model.SourceLocation;
import io.github.sourceprovisioner.spi.FetchContext;
import io.github.sourceprovisioner.spi.Fetcher;
import io.github.sourceprovisioner.spi.Payload;
import io.github.sourceprovisioner.web.objects.SingleObject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Blobs, archives and prefixes in Azure Blob Storage. The revision of a blob is its version, or
 * {@code etag:} and its ETag in an account without versions; that of a prefix is the digest of its
 * listing. What it takes to ask is loaded at the first question, since every run pays for what it
 * loads.
 */
@AutoService(Fetcher.class)
public final class AzureFetcher implements Fetcher {

  private final Supplier<AzureStore> maker;
  private Optional<AzureStore> store = Optional.empty();

  /** A fetcher for one run. */
  public AzureFetcher() {
    this(AzureStore::ofThisMachine);
  }

  AzureFetcher(Supplier<AzureStore> maker) {
    this.maker = maker;
  }

  @Override
  public Set<String> schemes() {
    return Set.of("azure");
  }

  /** The version that the user asks for, or the checksum that he gives, is the revision. */
  @Override
  public Optional<Revision> pinned(SourceLocation location) {
    return SingleObject.pinned(location);
  }

  @Override
  public Revision resolve(SourceLocation location, FetchContext context)
      throws IOException, InterruptedException {
    Optional<Revision> pinned = pinned(location);
    return pinned.isPresent() ? pinned.get() : store().resolve(location, context);
  }

  @Override
  public Payload fetch(
      SourceLocation location, Revision revision, Path staging, FetchContext context)
      throws IOException, InterruptedException {
    AzureSession session = store().session(location, context);
    return new AzureContent(session, location, staging).fetch(revision);
  }

  private synchronized AzureStore store() {
    AzureStore ready = store.orElseGet(maker);
    store = Optional.of(ready);
    return ready;
  }
}
