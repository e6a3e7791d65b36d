package io.github.sourceprovisioner.fetch.s3;

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
 * Objects, archives and prefixes in S3. The revision of an object is its version id, or {@code
 * etag:} and its ETag in a bucket without versions; that of a prefix is the digest of its listing.
 * What it takes to ask is loaded at the first question, since every run pays for what it loads.
 */
@AutoService(Fetcher.class)
public final class S3Fetcher implements Fetcher {

  private final Supplier<S3Store> maker;
  private Optional<S3Store> store = Optional.empty();

  /** A fetcher for one run. */
  public S3Fetcher() {
    this(S3Store::ofThisMachine);
  }

  S3Fetcher(Supplier<S3Store> maker) {
    this.maker = maker;
  }

  @Override
  public Set<String> schemes() {
    return Set.of("s3");
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
    return store().fetch(new S3Order(location, revision, staging), context);
  }

  private synchronized S3Store store() {
    S3Store ready = store.orElseGet(maker);
    store = Optional.of(ready);
    return ready;
  }
}
