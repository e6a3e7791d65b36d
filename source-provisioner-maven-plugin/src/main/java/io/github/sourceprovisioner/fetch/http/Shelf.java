package io.github.sourceprovisioner.fetch.http;

import io.github.sourceprovisioner.model.Checksums;
import io.github.sourceprovisioner.web.BoundedCopy;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * The files of one place, as the host sent them last, with what it said about them. A transfer that
 * broke is kept for the rest of the run only.
 *
 * @param directory the store of the place; nobody else uses it meanwhile
 * @param partials what broke in this run, by key of the address
 */
record Shelf(Path directory, Map<String, Partial> partials) {

  private static final String PART = "part.";

  /** Where the bytes are; they may not be there. */
  Path file(Address address) {
    return directory.resolve(address.key() + ".bytes");
  }

  /** What the host said, if the bytes are still those that it spoke of. */
  Optional<KnownAnswer> known(Address address) throws IOException {
    Optional<KnownAnswer> answer = KnownAnswer.read(answer(address));
    boolean there =
        answer.isPresent()
            && Files.isRegularFile(file(address), LinkOption.NOFOLLOW_LINKS)
            && Checksums.sha256(file(address)).equals(answer.get().sha256());
    return there ? answer : Optional.empty();
  }

  Optional<Partial> partial(Address address) {
    return Optional.ofNullable(partials.get(address.key()))
        .filter(begun -> Files.isRegularFile(begun.file(), LinkOption.NOFOLLOW_LINKS));
  }

  static long length(Partial begun) throws IOException {
    return Files.size(begun.file());
  }

  void forget(Address address) throws IOException {
    Partial begun = partials.remove(address.key());
    if (begun != null) {
      Files.deleteIfExists(begun.file());
    }
  }

  /**
   * Takes the bytes that arrive.
   *
   * @param etag a strong one lets a broken transfer go on later
   * @param first what arrived before, if the body goes on there
   * @return the digest of the whole file
   */
  String put(Address address, InputStream body, Optional<String> etag, Optional<Partial> first)
      throws IOException {
    if (first.isEmpty()) {
      forget(address);
      sweep();
    }
    Path part =
        first.map(Partial::file).orElseGet(() -> directory.resolve(PART + UUID.randomUUID()));
    try {
      copy(body, part, first.isPresent());
    } catch (IOException | RuntimeException e) {
      keep(address, part, etag);
      throw e;
    }
    partials.remove(address.key());
    String sha256 = Checksums.sha256(part);
    Files.move(
        part, file(address), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    return sha256;
  }

  /** Writes down what the host said about the bytes. */
  KnownAnswer remember(
      Address address, String sha256, Optional<String> etag, Optional<String> modified)
      throws IOException {
    KnownAnswer answer = new KnownAnswer(sha256, etag, modified);
    answer.write(answer(address));
    return answer;
  }

  private Path answer(Address address) {
    return directory.resolve(address.key() + ".answer");
  }

  private void keep(Address address, Path part, Optional<String> etag) throws IOException {
    if (etag.isPresent() && Files.exists(part)) {
      partials.put(address.key(), new Partial(part, etag.get()));
    } else {
      Files.deleteIfExists(part);
    }
  }

  private static void copy(InputStream body, Path part, boolean append) throws IOException {
    Set<OpenOption> options =
        Set.of(
            StandardOpenOption.WRITE,
            append ? StandardOpenOption.APPEND : StandardOpenOption.CREATE_NEW,
            LinkOption.NOFOLLOW_LINKS);
    long before = append ? Files.size(part) : 0;
    try (OutputStream out = Files.newOutputStream(part, options.toArray(OpenOption[]::new))) {
      BoundedCopy.OF_A_SOURCE.run(body, out, before);
    }
  }

  /** What another run has begun is not continued: nobody knows what it was. */
  private void sweep() throws IOException {
    try (DirectoryStream<Path> parts = Files.newDirectoryStream(directory, PART + "*")) {
      for (Path part : parts) {
        if (partials.values().stream().noneMatch(begun -> begun.file().equals(part))) {
          Files.deleteIfExists(part);
        }
      }
    }
  }
}
