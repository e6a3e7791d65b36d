package io.github.sourceprovisioner.spi;

import io.github.sourceprovisioner.model.Revision;
import io.github.sourceprovisioner.model.SourceLocation;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
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
 * IOException} counts as a broken transfer. An interrupt of its thread ends what it does, and is
 * not lost: it throws an {@link InterruptedException}, or leaves the thread interrupted.
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
   * Whether what it brings stays on this machine in a place that is not the cache, as artifacts do
   * in Maven's local repository. Then the cache keeps the list of files only, and {@link #fetch} is
   * called again for each workdir that is written, even beside other calls for the same place: it
   * uses no {@link FetchContext#store()}. A run that is offline asks it all the same for what the
   * cache does not know; it looks into that place only, and throws {@link
   * io.github.sourceprovisioner.failure.CacheUnusable} for what is not there.
   */
  default boolean atHand(SourceLocation location) {
    return false;
  }

  /**
   * What a run may ask of one place, told before the first {@link #resolve}: whoever can ask for
   * several refs at once does so at the first question. Asks nobody.
   */
  default void expect(Collection<SourceLocation> locations) {}

  /**
   * Brings into {@link FetchContext#store()} at once what several locations of one place need, so
   * that the calls of {@link #fetch} that follow have nothing left to ask. What cannot be brought
   * for a reason that lies in one location is left to {@link #fetch}, which says why.
   *
   * @param wanted the locations of one place, each with its revision; never empty
   */
  default void gather(Map<SourceLocation, Revision> wanted, FetchContext context)
      throws IOException, InterruptedException {}

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
