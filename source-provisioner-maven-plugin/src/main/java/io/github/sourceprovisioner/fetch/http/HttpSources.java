package io.github.sourceprovisioner.fetch.http;

import io.github.sourceprovisioner.failure.AccessDenied;
import io.github.sourceprovisioner.failure.IntegrityMismatch;
import io.github.sourceprovisioner.failure.Problem;
import io.github.sourceprovisioner.failure.SourceNotFound;
import io.github.sourceprovisioner.model.Checksums;
import io.github.sourceprovisioner.model.Revision;
import io.github.sourceprovisioner.model.SourceLocation;
import io.github.sourceprovisioner.spi.ArchiveFile;
import io.github.sourceprovisioner.spi.FetchContext;
import io.github.sourceprovisioner.spi.Payload;
import io.github.sourceprovisioner.web.HttpWeb;
import io.github.sourceprovisioner.web.WebFailures;
import io.github.sourceprovisioner.web.checksum.Sums;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Finds and brings the files of one run. */
final class HttpSources {

  private static final int MOST_HOPS = 10;

  private final InstantSource clock;
  private final Map<String, Partial> partials = new ConcurrentHashMap<>();

  /** Where the places that lead elsewhere led to, by key of the address. */
  private final Map<String, Address> ends = new ConcurrentHashMap<>();

  HttpSources(InstantSource clock) {
    this.clock = clock;
  }

  Revision resolve(SourceLocation location, FetchContext original)
      throws IOException, InterruptedException {
    FetchContext context = SignedContext.around(original, location.url());
    Address address = Address.of(location, original.credential());
    Optional<String> sums =
        location.checksum().filter(c -> c.startsWith(Checksums.FILE)).map(c -> c.substring(5));
    String id =
        sums.isPresent()
            ? sums(context).find(sums.get(), Address.nameIn(location.url()))
            : content(obtain(address, context, true), address);
    return new Revision(id, Revision.Stability.MOVING, Optional.empty());
  }

  Payload fetch(SourceLocation location, Revision revision, Path staging, FetchContext original)
      throws IOException, InterruptedException {
    FetchContext context = SignedContext.around(original, location.url());
    Address address = Address.of(location, original.credential());
    Path file = shelf(context).file(end(address));
    if (!isRevision(file, revision, location)) {
      obtain(address, context, false);
      file = shelf(context).file(end(address));
      requireRevision(file, revision, location);
    }
    return payload(file, end(address), staging);
  }

  private Payload payload(Path file, Address address, Path staging) throws IOException {
    if (address.archive().isPresent()) {
      ArchiveFile packed = new ArchiveFile(file, address.name(), address.archive());
      return new Payload.Archives(List.of(packed), address.root(), List.of());
    }
    Files.copy(file, staging.resolve(address.plainName()));
    return new Payload.Directory(staging, PackedContent.warnings(file, address.plainName()));
  }

  /**
   * Has the file on the shelf, wherever the way leads.
   *
   * @param conditional whether the host may say that nothing has changed
   * @return the digest of the file
   */
  private String obtain(Address start, FetchContext context, boolean conditional)
      throws IOException, InterruptedException {
    Shelf shelf = shelf(context);
    Download download =
        new Download(
            new HttpWeb(context, clock),
            failures(context, "file"),
            shelf,
            context instanceof SignedContext);
    Address at = start;
    for (int hops = 0; hops <= MOST_HOPS; hops++) {
      Optional<KnownAnswer> known = conditional ? shelf.known(at) : Optional.empty();
      Download.Outcome outcome = ask(download, at, known, context);
      if (outcome instanceof Download.Here here) {
        ends.put(start.key(), at);
        return here.answer().sha256();
      }
      at = Hop.to(((Download.Elsewhere) outcome).target(), at.uri());
      context.note("led to " + at.uri().getHost());
    }
    throw new SourceNotFound(
        Problem.of(start.uri().getHost() + " leads from place to place without an end")
            .advise("ask whoever runs it for the URL of the archive, and write that"));
  }

  /** A signature is no credential that the failure could name. */
  private static Download.Outcome ask(
      Download download, Address address, Optional<KnownAnswer> known, FetchContext context)
      throws IOException, InterruptedException {
    try {
      return download.get(address, known);
    } catch (AccessDenied e) {
      throw context instanceof SignedContext ? SignedContext.refused(e) : e;
    }
  }

  private Address end(Address address) {
    return ends.getOrDefault(address.key(), address);
  }

  private boolean isRevision(Path file, Revision revision, SourceLocation location)
      throws IOException {
    return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
        && found(file, revision, location).equals(revision.id());
  }

  /** What a revision of the file would be called in the way of the one that is wanted. */
  private String found(Path file, Revision wanted, SourceLocation location) throws IOException {
    String digest = Checksums.like(wanted.id(), file);
    Address start = Address.of(location, Optional.empty());
    return location.checksum().isPresent() ? digest : content(digest, start);
  }

  private String content(String digest, Address start) {
    return end(start).content(digest);
  }

  private void requireRevision(Path file, Revision revision, SourceLocation location)
      throws IOException {
    String found = found(file, revision, location);
    if (found.equals(revision.id())) {
      return;
    }
    throw new IntegrityMismatch(
        location.checksum().isPresent()
            ? Problem.of(
                    "the file has the checksum %s instead of %s".formatted(found, revision.id()))
                .advise("compare it with what the publisher says; do not use it if they differ")
                .advise("change the parameter 'checksum' if the file was replaced on purpose")
            : Problem.of(
                    "the file is not the one that was asked for before: it has the checksum %s instead of %s"
                        .formatted(found, revision.id()))
                .advise("run source:update to take what is there now"));
  }

  private Sums sums(FetchContext context) {
    return new Sums(new HttpWeb(context, clock), failures(context, "checksum file"));
  }

  private WebFailures failures(FetchContext context, String what) {
    return new WebFailures(context, clock, what);
  }

  private Shelf shelf(FetchContext context) {
    return new Shelf(context.store(), partials);
  }
}
