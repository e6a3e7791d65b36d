package io.github.sourceprovisioner.spi;

import io.github.sourceprovisioner.model.Revision;
import io.github.sourceprovisioner.model.SourceLocation;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/**
 * Brings the content of the locations of one or more schemes. Found by {@link
 * java.util.ServiceLoader}, made once a run, called from several threads, but never twice at a time
 * for locations with the same {@link io.github.sourceprovisioner.model.Coordinates}.
 *
 * <p>A fetcher never retries, unpacks, caches or logs: its caller does. It throws {@link
 * io.github.sourceprovisioner.failure.TransferFailed} for what is worth another attempt, the other
 * {@link io.github.sourceprovisioner.failure.ProvisioningException}s for what is not; an {@link
 * IOException} counts as a broken transfer.
 */
public interface Fetcher {

  /** The schemes that it answers for. */
  Set<String> schemes();

  /**
   * The revision that the location itself names, found without asking anyone: a full commit id, a
   * digest. Pure; empty means that {@link #resolve} has to ask.
   */
  default Optional<Revision> pinned(SourceLocation location) {
    return Optional.empty();
  }

  /** Whether the location can be asked without a network: then it works offline, too. */
  default boolean local(SourceLocation location) {
    return false;
  }

  /**
   * What the location means now, whatever its subdirectory, unless the answer is {@link
   * Revision.Stability#LOCAL}. Nothing is locked meanwhile if the location is {@link #local}, so
   * this is no time to use {@link FetchContext#store()}.
   */
  Revision resolve(SourceLocation location, FetchContext context)
      throws IOException, InterruptedException;

  /**
   * The content of the location at a revision.
   *
   * @param staging an empty directory; the fetcher writes there, in {@link FetchContext#store()},
   *     and nowhere else
   */
  Payload fetch(SourceLocation location, Revision revision, Path staging, FetchContext context)
      throws IOException, InterruptedException;
}
