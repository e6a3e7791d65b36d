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
 * A directory, an archive or another file of this machine. The revision is the digest of what is in
 * it now, so every run looks again; in a directory, {@code .git} does not count.
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

  /** 64 hex digits: the {@code t1} digest of a directory, the SHA-256 of a file. */
  @Override
  public Revision resolve(SourceLocation location, FetchContext context)
      throws IOException, InterruptedException {
    Optional<SourceFile> file = SourceFile.of(location);
    if (file.isPresent()) {
      return new Revision(file.get().id(), Stability.LOCAL, Optional.empty());
    }
    TreeDigest digest = new DirectoryWalk(directory(location), Optional.empty()).digest();
    return new Revision(id(digest), Stability.LOCAL, Optional.empty());
  }

  /**
   * Copies the directory or the file while it is hashed once more.
   *
   * @throws TransferFailed if it is not what was resolved: somebody is writing to it
   * @throws InvalidStack if the cache is inside of it: the copy would become part of the source
   */
  @Override
  public Payload fetch(
      SourceLocation location, Revision revision, Path staging, FetchContext context)
      throws IOException, InterruptedException {
    Optional<SourceFile> file = SourceFile.of(location);
    if (file.isPresent()) {
      return file.get().payload(revision, staging);
    }
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
      throw changed("directory");
    }
    return new Payload.Directory(staging, List.of());
  }

  /** Somebody writes to the source right now. */
  static TransferFailed changed(String what) {
    return new TransferFailed(
        Problem.of("the " + what + " has changed while it was read")
            .advise("wait until nothing writes to it, and try again"));
  }

  private static Path directory(SourceLocation location) throws IOException {
    location.checksum().ifPresent(FileFetcher::refuseChecksum);
    return new SourceDirectory(FileUrl.path(location.url()), location.subdir()).existing();
  }

  private static void refuseChecksum(String checksum) {
    throw new InvalidStack(
        Problem.of("a checksum for a directory")
            .advise("remove the parameter 'checksum'; the lock file keeps the digest of the tree"));
  }

  private static String id(TreeDigest digest) {
    return digest.value().substring(TreeDigest.PREFIX.length());
  }
}
