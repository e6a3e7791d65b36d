package io.github.sourceprovisioner.fetch.file;

import com.google.auto.service.AutoService;
import io.github.sourceprovisioner.failure.InvalidStack;
import io.github.sourceprovisioner.failure.Problem;
import io.github.sourceprovisioner.failure.TransferFailed;
import io.github.sourceprovisioner.model.FileUrl;
import io.github.sourceprovisioner.model.Revision;
import io.github.sourceprovisioner.model.Revision.Stability;
import io.github.sourceprovisioner.model.SourceLocation;
import io.github.sourceprovisioner.model.TreeDigest;
import io.github.sourceprovisioner.spi.FetchContext;
import io.github.sourceprovisioner.spi.Fetcher;
import io.github.sourceprovisioner.spi.Payload;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A directory of this machine. Its revision is the digest of what is in it now, so every run looks
 * again; {@code .git} does not count.
 */
@AutoService(Fetcher.class)
public final class FileFetcher implements Fetcher {

  /** A fetcher without state. */
  public FileFetcher() {}

  @Override
  public Set<String> schemes() {
    return Set.of("file");
  }

  @Override
  public boolean local(SourceLocation location) {
    return true;
  }

  /** The 64 hex digits of the {@code t1} digest of the directory. */
  @Override
  public Revision resolve(SourceLocation location, FetchContext context)
      throws IOException, InterruptedException {
    TreeDigest digest = new DirectoryWalk(directory(location), Optional.empty()).digest();
    return new Revision(id(digest), Stability.LOCAL, Optional.empty());
  }

  /**
   * Copies the directory while it is hashed once more.
   *
   * @throws TransferFailed if it is not what was resolved: somebody is writing to it
   * @throws InvalidStack if the cache is inside of it: the copy would become part of the source
   */
  @Override
  public Payload fetch(
      SourceLocation location, Revision revision, Path staging, FetchContext context)
      throws IOException, InterruptedException {
    Path directory = directory(location);
    if (staging.toRealPath().startsWith(directory.toRealPath())) {
      throw new InvalidStack(
          Problem.of(
                  "the cache is inside of the directory " + directory + ", and would copy itself")
              .advise("keep the cache elsewhere: -Dsource.cacheDirectory=…")
              .advise("name a subdirectory that does not hold the cache"));
    }
    TreeDigest digest = new DirectoryWalk(directory, Optional.of(staging)).digest();
    if (!id(digest).equals(revision.id())) {
      throw new TransferFailed(
          Problem.of("the directory has changed while it was read")
              .advise("wait until nothing writes to it, and try again"));
    }
    return new Payload.Directory(staging, List.of());
  }

  private static Path directory(SourceLocation location) throws IOException {
    return new SourceDirectory(FileUrl.path(location.url()), location.subdir()).existing();
  }

  private static String id(TreeDigest digest) {
    return digest.value().substring(TreeDigest.PREFIX.length());
  }
}
