package io.github.sourceprovisioner.fetch.oci;

import io.github.sourceprovisioner.failure.IntegrityMismatch;
import io.github.sourceprovisioner.failure.Problem;
import io.github.sourceprovisioner.spi.ArchiveFile;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Packs single files, whose names come from the artifact, so that they meet the same rules as those
 * of any archive.
 */
final class PlainFiles {

  /** What a zip can hold as a name. */
  private static final int LONGEST_NAME = 65_535;

  private final Path target;
  private final Map<String, Path> files = new LinkedHashMap<>();

  /**
   * No files yet.
   *
   * @param target the archive to make
   */
  PlainFiles(Path target) {
    this.target = target;
  }

  /**
   * Adds a file.
   *
   * @param name where it belongs; the receiver of the archive judges it
   * @throws IntegrityMismatch if it is no name of a file, or not the first of this name
   */
  void add(String name, Path file) {
    boolean usable = !name.endsWith("/") && name.length() <= LONGEST_NAME / 3;
    if (!usable || files.put(name, file) != null) {
      throw new IntegrityMismatch(
          Problem.of("two layers have the same title, or one that is no name of a file")
              .advise("push every file of the artifact once, under its own name"));
    }
  }

  /** The archive; empty without files. */
  Optional<ArchiveFile> pack() throws IOException {
    if (files.isEmpty()) {
      return Optional.empty();
    }
    try (OutputStream out = Files.newOutputStream(target, StandardOpenOption.CREATE_NEW);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.setLevel(Deflater.BEST_SPEED);
      for (Map.Entry<String, Path> file : files.entrySet()) {
        zip.putNextEntry(new ZipEntry(file.getKey()));
        Files.copy(file.getValue(), zip);
        zip.closeEntry();
      }
    }
    return Optional.of(
        new ArchiveFile(target, "the single files of the artifact", Optional.of("zip")));
  }
}
