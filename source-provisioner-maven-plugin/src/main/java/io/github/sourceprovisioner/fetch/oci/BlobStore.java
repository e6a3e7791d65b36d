package io.github.sourceprovisioner.fetch.oci;

import io.github.sourceprovisioner.fetch.oci.manifest.Descriptor;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Blobs that several locations of a run need, below the store of a repository. Nothing is believed
 * because it is there.
 *
 * @param directory of its own
 */
record BlobStore(Path directory) {

  private static final int CHUNK = 64 << 10;

  /** The blobs in the store of a repository. */
  static BlobStore in(Path store) {
    return new BlobStore(store.resolve("blobs"));
  }

  /** Removes what an earlier run has left. */
  void clear() throws IOException {
    if (Files.isDirectory(directory, LinkOption.NOFOLLOW_LINKS)) {
      try (Stream<Path> files = Files.list(directory)) {
        for (Path file : files.toList()) {
          Files.delete(file);
        }
      }
    } else {
      Files.deleteIfExists(directory);
      Files.createDirectories(directory);
    }
  }

  /** Where a blob is, or belongs. */
  Path file(Descriptor blob) {
    return directory.resolve(blob.digest().algorithm() + "-" + blob.digest().hex());
  }

  /** The file with a blob, verified now; what is damaged is removed. */
  Optional<Path> find(Descriptor blob) throws IOException {
    Path file = file(blob);
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      return Optional.empty();
    }
    MessageDigest hasher = blob.digest().hasher();
    byte[] buffer = new byte[CHUNK];
    try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
      for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
        hasher.update(buffer, 0, count);
      }
    }
    if (blob.digest().is(hasher.digest())) {
      return Optional.of(file);
    }
    Files.delete(file);
    return Optional.empty();
  }
}
