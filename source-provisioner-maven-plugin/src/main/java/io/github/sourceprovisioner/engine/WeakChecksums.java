package io.github.sourceprovisioner.engine;

import io.github.sourceprovisioner.failure.IntegrityMismatch;
import io.github.sourceprovisioner.failure.InvalidStack;
import io.github.sourceprovisioner.failure.Problem;
import io.github.sourceprovisioner.model.Checksums;
import io.github.sourceprovisioner.model.Revision;
import io.github.sourceprovisioner.model.SourceLocation;
import io.github.sourceprovisioner.spi.FetchContext;
import io.github.sourceprovisioner.spi.Fetcher;
import io.github.sourceprovisioner.spi.Payload;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A fetcher of locations with md5 or sha1, where the user allows them: it fetches as if there were
 * no checksum, which pins nothing then, and holds the file against it before anybody unpacks it.
 * The checksum is part of the revision, so that nothing counts as checked that was fetched without
 * it.
 */
record WeakChecksums(Fetcher fetcher) implements Fetcher {

  private static final String END = "~";

  /** Whether a location has such a checksum. */
  static boolean concern(SourceLocation location) {
    return location.checksum().filter(Checksums::isWeak).isPresent();
  }

  @Override
  public Set<String> schemes() {
    return fetcher.schemes();
  }

  @Override
  public Optional<Revision> pinned(SourceLocation location) {
    return fetcher.pinned(without(location)).map(revision -> checked(revision, location));
  }

  @Override
  public boolean local(SourceLocation location) {
    return fetcher.local(without(location));
  }

  @Override
  public boolean atHand(SourceLocation location) {
    return fetcher.atHand(without(location));
  }

  @Override
  public Revision resolve(SourceLocation location, FetchContext context)
      throws IOException, InterruptedException {
    return checked(fetcher.resolve(without(location), context), location);
  }

  @Override
  public Payload fetch(
      SourceLocation location, Revision revision, Path staging, FetchContext context)
      throws IOException, InterruptedException {
    Payload payload = fetcher.fetch(without(location), plain(revision), staging, context);
    String wanted = location.checksum().orElseThrow();
    String found = Checksums.weakOf(wanted, file(payload));
    if (!found.equals(wanted)) {
      throw new IntegrityMismatch(
          Problem.of("the file has the checksum %s instead of %s".formatted(found, wanted))
              .advise("compare it with what the publisher says; do not use it if they differ")
              .advise("change the parameter 'checksum' if the file was replaced on purpose"));
    }
    return payload;
  }

  private static Revision checked(Revision revision, SourceLocation location) {
    String id = location.checksum().orElseThrow() + END + revision.id();
    return new Revision(id, revision.stability(), revision.ref());
  }

  private static Revision plain(Revision revision) {
    String id = revision.id().substring(revision.id().indexOf(END) + 1);
    return new Revision(id, revision.stability(), revision.ref());
  }

  private static Path file(Payload payload) throws IOException {
    List<Path> files =
        payload instanceof Payload.Archives packed
            ? packed.files().stream().map(archive -> archive.path()).toList()
            : payload instanceof Payload.Directory plain ? below(plain.root()) : List.of();
    if (files.size() != 1) {
      throw new InvalidStack(
          Problem.of("a checksum on what is not one file")
              .advise("remove the parameter 'checksum': the lock file proves whole trees"));
    }
    return files.get(0);
  }

  private static List<Path> below(Path root) throws IOException {
    try (Stream<Path> all = Files.walk(root)) {
      return all.filter(path -> Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)).toList();
    }
  }

  private static SourceLocation without(SourceLocation location) {
    return new SourceLocation(
        location.scheme(),
        location.url(),
        location.ref(),
        location.subdir(),
        location.archive(),
        Optional.empty(),
        location.parameters(),
        location.coordinates());
  }
}
