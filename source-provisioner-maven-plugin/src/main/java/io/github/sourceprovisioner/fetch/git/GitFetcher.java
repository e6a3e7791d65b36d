package io.github.sourceprovisioner.fetch.git;

import com.google.auto.service.AutoService;
import io.github.sourceprovisioner.model.Revision;
import io.github.sourceprovisioner.model.Revision.Stability;
import io.github.sourceprovisioner.model.SourceLocation;
import io.github.sourceprovisioner.spi.FetchContext;
import io.github.sourceprovisioner.spi.Fetcher;
import io.github.sourceprovisioner.spi.Payload;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Git repositories over {@code https}, {@code http}, {@code git} and {@code file}. A host is asked
 * for its refs once a run; a question that failed is asked again. Loads nothing of JGit before it
 * has to ask or fetch, since every run pays for what it loads.
 */
@AutoService(Fetcher.class)
public final class GitFetcher implements Fetcher {

  private final ConcurrentMap<String, Advertisement> asked = new ConcurrentHashMap<>();
  private final InstantSource clock;

  /** A fetcher for one run. */
  public GitFetcher() {
    this(InstantSource.system());
  }

  GitFetcher(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public Set<String> schemes() {
    return Set.of("git");
  }

  /** A full commit id is the revision. */
  @Override
  public Optional<Revision> pinned(SourceLocation location) {
    return wanted(location)
        .filter(RefName::isFullId)
        .map(id -> id.toLowerCase(Locale.ROOT))
        .map(id -> new Revision(id, Stability.FIXED, Optional.empty()));
  }

  @Override
  public boolean local(SourceLocation location) {
    return location.url().regionMatches(true, 0, "file:", 0, 5);
  }

  @Override
  public Revision resolve(SourceLocation location, FetchContext context)
      throws IOException, InterruptedException {
    wanted(location).ifPresent(RefName::check);
    Optional<Revision> pinned = pinned(location);
    if (pinned.isPresent()) {
      return pinned.get();
    }
    GitUrl url = GitUrl.of(location.url(), context.insecureAllowed());
    Advertisement known = asked.get(url.text());
    if (known == null) {
      known = new GitRepositoryAccess(new GitSession(url, context, clock)).advertisement();
      asked.put(url.text(), known);
    }
    return new RefChoice(known).choose(wanted(location));
  }

  @Override
  public Payload fetch(
      SourceLocation location, Revision revision, Path staging, FetchContext context)
      throws IOException, InterruptedException {
    GitUrl url = GitUrl.of(location.url(), context.insecureAllowed());
    return new GitRepositoryAccess(new GitSession(url, context, clock))
        .fetch(revision, location.subdir());
  }

  private static Optional<String> wanted(SourceLocation location) {
    return location.ref().filter(ref -> !ref.isEmpty());
  }
}
