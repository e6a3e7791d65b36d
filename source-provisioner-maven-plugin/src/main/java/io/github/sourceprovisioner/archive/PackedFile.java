package io.github.sourceprovisioner.archive;

import io.github.sourceprovisioner.archive.entry.DamagedArchive;
import io.github.sourceprovisioner.archive.entry.Entry;
import io.github.sourceprovisioner.archive.entry.EntryVisitor;
import io.github.sourceprovisioner.archive.stream.Compression;
import io.github.sourceprovisioner.archive.tar.TarReader;
import io.github.sourceprovisioner.archive.zip.ZipReader;
import io.github.sourceprovisioner.failure.IntegrityMismatch;
import io.github.sourceprovisioner.failure.Problem;
import io.github.sourceprovisioner.spi.ArchiveFile;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.util.Optional;

/** Reads one archive, once its name and its content agree on what it is. */
record PackedFile(ArchiveFile file, ArchiveLimits limits) {

  private static final int START = 512;

  /** Tells the visitor of every entry. */
  void read(EntryVisitor visitor) throws IOException {
    ArchiveFormat format = format();
    Expansion expansion = new Expansion(limits, Files.size(file.path()));
    if (format == ArchiveFormat.ZIP) {
      new ZipReader(file.path(), limits.tree().entries(), 2 * limits.nameBytes())
          .read(
              (entry, content) -> {
                expansion.add(entry.size());
                visitor.visit(entry, content);
              });
      return;
    }
    try (InputStream in = expansion.count(unpacked(format.compression()))) {
      if (format.isSingle()) {
        String name = format.unpackedName(file.name());
        visitor.visit(Entry.of(name, Entry.Kind.FILE, -1), () -> in);
      } else {
        new TarReader(in).read(visitor);
      }
    }
  }

  /**
   * What it is. The content decides, and what it was called must not say something else: two
   * readers would see two things.
   */
  private ArchiveFormat format() throws IOException {
    Optional<ArchiveFormat> expected =
        file.format().flatMap(ArchiveFormat::named).or(() -> ArchiveFormat.ofFile(file.name()));
    Optional<ArchiveFormat> found = found();
    if (found.isEmpty()) {
      throw notAnArchive(expected);
    }
    if (expected.isEmpty() || expected.equals(found)) {
      return found.get();
    }
    boolean compressedAlike = expected.get().compression() == found.get().compression();
    if (expected.get().isSingle() && compressedAlike) {
      return expected.get();
    }
    throw new IntegrityMismatch(
        Problem.of(
                "%s is taken for %s, but its content is %s"
                    .formatted(shown(), expected.get().label(), found.get().label()))
            .advise("write archive=" + found.get().label() + " if that is what it should be"));
  }

  private Optional<ArchiveFormat> found() throws IOException {
    byte[] start;
    try (InputStream in = Files.newInputStream(file.path(), LinkOption.NOFOLLOW_LINKS)) {
      start = in.readNBytes(START);
    }
    if (start.length == 0) {
      throw DamagedArchive.cut();
    }
    if (ZipReader.isZip(start)) {
      return Optional.of(ArchiveFormat.ZIP);
    }
    Compression compression = Compression.of(start);
    if (compression == Compression.NONE) {
      return TarReader.isTar(start) ? Optional.of(ArchiveFormat.TAR) : Optional.empty();
    }
    try (InputStream in = unpacked(compression)) {
      boolean tar = TarReader.isTar(in.readNBytes(START));
      return Optional.of(ArchiveFormat.of(compression, tar));
    }
  }

  private InputStream unpacked(Compression compression) throws IOException {
    InputStream bytes =
        new BufferedInputStream(Files.newInputStream(file.path(), LinkOption.NOFOLLOW_LINKS));
    try {
      return compression.open(bytes, limits.memory());
    } catch (IOException | RuntimeException e) {
      bytes.close();
      throw e;
    }
  }

  private IntegrityMismatch notAnArchive(Optional<ArchiveFormat> expected) {
    String what = expected.map(format -> "no " + format.label()).orElse("no archive");
    return new IntegrityMismatch(
        Problem.of("the content of " + shown() + " is " + what)
            .advise("check the URL in a browser: hosts answer with a page for what they refuse")
            .advise("write archive=false if it is one file that is to be kept as it is"));
  }

  String shown() {
    return Offenders.show(file.name());
  }
}
