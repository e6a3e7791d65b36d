package io.github.sourceprovisioner.web.objects;

import io.github.sourceprovisioner.model.Revision;
import io.github.sourceprovisioner.model.SourceLocation;
import io.github.sourceprovisioner.spi.FetchContext;
import io.github.sourceprovisioner.spi.Fetcher;
import io.github.sourceprovisioner.spi.Payload;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Objects, archives and prefixes in the stores of one scheme. What it takes to ask is loaded at the
 * first question, since every run pays for what it loads.
 */
public abstract class ObjectFetcher implements Fetcher {

  private final String scheme;
  private final Supplier<? extends ObjectStore> maker;
  private Optional<ObjectStore> store = Optional.empty();

  /**
   * A fetcher for one run.
   *
   * @param maker called at the first question
   */
  protected ObjectFetcher(String scheme, Supplier<? extends ObjectStore> maker) {
    this.scheme = scheme;
    this.maker = maker;
  }

  @Override
  public final Set<String> schemes() {
    return Set.of(scheme);
  }

  /** The version that the user asks for, or the checksum that he gives, is the revision. */
  @Override
  public final Optional<Revision> pinned(SourceLocation location) {
    return SingleObject.pinned(location);
  }

  @Override
  public final Revision resolve(SourceLocation location, FetchContext context)
      throws IOException, InterruptedException {
    Optional<Revision> pinned = pinned(location);
    return pinned.isPresent() ? pinned.get() : store().resolve(location, context);
  }

  @Override
  public final Payload fetch(
      SourceLocation location, Revision revision, Path staging, FetchContext context)
      throws IOException, InterruptedException {
    return store().fetch(location, revision, staging, context);
  }

  private synchronized ObjectStore store() {
    ObjectStore ready = store.isPresent() ? store.get() : maker.get();
    store = Optional.of(ready);
    return ready;
  }
}
