package io.github.sourceprovisioner.fetch.git;

import com.google.auto.service.AutoService;
import io.github.sourceprovisioner.failure.ProvisioningException;
import io.github.sourceprovisioner.model.Revision;
import io.github.sourceprovisioner.model.Revision.Stability;
import io.github.sourceprovisioner.model.SourceLocation;
import io.github.sourceprovisioner.spi.FetchContext;
import io.github.sourceprovisioner.spi.Fetcher;
import io.github.sourceprovisioner.spi.Payload;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Git repositories over {@code https}, {@code http}, {@code ssh}, {@code git} and {@code file}. A
 * host is asked for its refs once a run; a question that failed is asked again. Loads nothing of
 * JGit before it has to ask or fetch, since every run pays for what it loads.
 */
@AutoService(Fetcher.class)
public final class GitFetcher implements Fetcher {

  private final Sessions sessions;

  /** A fetcher for one run. */
  public GitFetcher() {
    this(new Sessions(InstantSource.system(), new HostNetwork(), new ThisUser()));
  }

  GitFetcher(InstantSource clock, Network network) {
    this(new Sessions(clock, network, new ThisUser()));
  }

  GitFetcher(Sessions sessions) {
    this.sessions = sessions;
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

  /** What is malformed is left to {@link #resolve}, which says so. */
  @Override
  public void expect(Collection<SourceLocation> locations) {
    for (SourceLocation location : locations) {
      if (pinned(location).isPresent()) {
        continue;
      }
      try {
        wanted(location).ifPresent(RefName::check);
        known(location).expect(wanted(location));
      } catch (ProvisioningException saidLater) {
        // Whoever resolves the location hears of it.
      }
    }
  }

  @Override
  public Revision resolve(SourceLocation location, FetchContext context)
      throws IOException, InterruptedException {
    wanted(location).ifPresent(RefName::check);
    Optional<Revision> pinned = pinned(location);
    if (pinned.isPresent()) {
      return pinned.get();
    }
    return new RefInquiry(sessions.open(location.url(), context), known(location))
        .resolve(wanted(location));
  }

  @Override
  public void gather(Map<SourceLocation, Revision> wanted, FetchContext context)
      throws IOException, InterruptedException {
    Map<String, Set<Want>> places = new LinkedHashMap<>();
    wanted.forEach(
        (location, revision) ->
            places
                .computeIfAbsent(location.url(), url -> new LinkedHashSet<>())
                .add(new Want(revision, location.subdir())));
    for (SourceLocation location : wanted.keySet()) {
      Set<Want> wants = places.remove(location.url());
      if (wants != null && !local(location)) {
        access(location, context).gather(wants);
      }
    }
  }

  @Override
  public Payload fetch(
      SourceLocation location, Revision revision, Path staging, FetchContext context)
      throws IOException, InterruptedException {
    GitSession session = sessions.open(location.url(), context);
    return new Assembly(sessions, session, location.parameters())
        .payload(new Want(revision, location.subdir()));
  }

  private GitRepositoryAccess access(SourceLocation location, FetchContext context) {
    return new GitRepositoryAccess(sessions.open(location.url(), context), known(location));
  }

  private KnownRepository known(SourceLocation location) {
    return sessions.known(GitUrl.of(location.url(), true));
  }

  private static Optional<String> wanted(SourceLocation location) {
    return location.ref().filter(ref -> !ref.isEmpty());
  }
}
