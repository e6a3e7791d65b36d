package io.github.sourceprovisioner.fetch.file;

import io.github.sourceprovisioner.failure.IntegrityMismatch;
import io.github.sourceprovisioner.failure.InvalidStack;
import io.github.sourceprovisioner.failure.Problem;
import io.github.sourceprovisioner.failure.SourceNotFound;
import io.github.sourceprovisioner.failure.UnknownSource;
import io.github.sourceprovisioner.model.ChecksumFile;
import io.github.sourceprovisioner.model.Checksums;
import io.github.sourceprovisioner.model.FileUrl;
import io.github.sourceprovisioner.model.Revision;
import io.github.sourceprovisioner.model.SourceLocation;
import io.github.sourceprovisioner.spi.ArchiveFile;
import io.github.sourceprovisioner.spi.Payload;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * An archive or another file that is a source.
 *
 * @param path an existing regular file, all links on the way resolved
 */
record SourceFile(Path path, SourceLocation location) {

  private static final long LONGEST_SUMS = 1 << 20;

  /**
   * The file that a location names; empty if it is none. A directory may have any name.
   *
   * @throws SourceNotFound if an archive is named that is not there
   */
  static Optional<SourceFile> of(SourceLocation location) throws IOException {
    Path path = FileUrl.path(location.url());
    if (location.archive().isPresent() && !Files.exists(path)) {
      throw new SourceNotFound(
          Problem.of("no such archive: " + path)
              .advise("check the path: it starts at the manifest that names it"));
    }
    return Files.isRegularFile(path)
        ? Optional.of(new SourceFile(path.toRealPath(), location))
        : Optional.empty();
  }

  /**
   * The SHA-256 of the file.
   *
   * @throws IntegrityMismatch if it has another checksum than it should have
   */
  String id() throws IOException {
    Optional<String> expected = expected();
    if (expected.isPresent()) {
      requireChecksum(expected.get());
    }
    return Checksums.sha256(path);
  }

  /** A copy of the file, which nobody changes any more. */
  Payload payload(Revision revision, Path staging) throws IOException {
    Path copy = staging.resolve("file");
    Files.copy(path, copy);
    if (!Checksums.sha256(copy).equals(revision.id())) {
      throw FileFetcher.changed("file");
    }
    if (location.archive().isPresent()) {
      return new Payload.Archives(
          List.of(new ArchiveFile(copy, name(), location.archive())), List.of());
    }
    if (!location.subdir().isEmpty()) {
      throw new InvalidStack(
          Problem.of("a subdirectory of a single file")
              .advise("add archive=<format> if it is an archive"));
    }
    Path root = Files.createDirectory(staging.resolve("tree"));
    Files.move(copy, root.resolve(name()));
    return new Payload.Directory(root, List.of());
  }

  private String name() {
    String own = String.valueOf(FileUrl.path(location.url()).getFileName());
    return location.parameters().getOrDefault("filename", own);
  }

  private void requireChecksum(String expected) throws IOException {
    String found = Checksums.like(expected, path);
    if (!found.equals(expected)) {
      throw new IntegrityMismatch(
          Problem.of("the file has the checksum %s instead of %s".formatted(found, expected))
              .advise("find out who changed it, or change the parameter 'checksum'"));
    }
  }

  private Optional<String> expected() throws IOException {
    Optional<String> checksum = location.checksum();
    if (checksum.isEmpty()) {
      return Optional.empty();
    }
    Optional<Revision> pin = Checksums.pin(checksum.get());
    return pin.isPresent()
        ? pin.map(Revision::id)
        : Optional.of(sums(checksum.get().substring(Checksums.FILE.length())));
  }

  private String sums(String place) throws IOException {
    if (!place.startsWith("file:")) {
      throw new UnknownSource(
          Problem.of("a checksum file on a host for a file of this machine")
              .advise("write the checksum itself: checksum=sha256:<64 hex digits>"));
    }
    Path sums = FileUrl.path(place);
    if (!Files.isRegularFile(sums) || Files.size(sums) > LONGEST_SUMS) {
      throw new SourceNotFound(
          Problem.of("no such checksum file: " + sums)
              .advise("check the path: it starts at the manifest that names it"));
    }
    try {
      return ChecksumFile.find(Files.readString(sums), String.valueOf(path.getFileName()));
    } catch (MalformedInputException e) {
      return ChecksumFile.find("", String.valueOf(path.getFileName()));
    }
  }
}
