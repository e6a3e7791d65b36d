package io.github.sourceprovisioner.fetch.git.lfs;

import io.github.sourceprovisioner.failure.IntegrityMismatch;
import io.github.sourceprovisioner.failure.Problem;
import io.github.sourceprovisioner.failure.TransferFailed;
import io.github.sourceprovisioner.model.TreeDigest;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Large files by their ids, below the store of a repository: {@code lfs/<aa>/<bb>/<oid>}. Nothing
 * is believed because it is there, and nothing is there under its name before it was verified.
 */
public final class LfsObjects {

  /** The directory, below the store. */
  public static final String DIRECTORY = "lfs";

  private static final int CHUNK = 64 << 10;

  private final Path store;

  /** The files of a store, that is, of a directory which nobody else uses meanwhile. */
  public LfsObjects(Path store) {
    this.store = store;
  }

  /** The file with the content, if it is here; verified now. What is damaged is removed. */
  Optional<Path> find(LfsPointer pointer) throws IOException {
    Path file = directory(pointer).resolve(pointer.oid());
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      Files.deleteIfExists(file);
      return Optional.empty();
    }
    if (Files.size(file) == pointer.size() && pointer.oid().equals(digest(file))) {
      return Optional.of(file);
    }
    Files.delete(file);
    return Optional.empty();
  }

  /**
   * Takes the content from a stream, of which no more than one byte too many is read.
   *
   * @param path what it is the content of, for messages
   * @throws TransferFailed if the stream ends too early
   * @throws IntegrityMismatch if it is other content
   */
  Path write(LfsPointer pointer, InputStream in, String path) throws IOException {
    Path directory = directory(pointer);
    Path part = directory.resolve(pointer.oid() + ".part");
    Files.deleteIfExists(part);
    try {
      copy(pointer, in, part, path);
      return Files.move(part, directory.resolve(pointer.oid()), StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  private static void copy(LfsPointer pointer, InputStream in, Path part, String path)
      throws IOException {
    MessageDigest digest = TreeDigest.sha256();
    long left = pointer.size();
    byte[] buffer = new byte[CHUNK];
    try (OutputStream out = Files.newOutputStream(part, StandardOpenOption.CREATE_NEW)) {
      while (left > 0) {
        int count = in.read(buffer, 0, (int) Math.min(buffer.length, left));
        if (count < 0) {
          throw cut(path);
        }
        digest.update(buffer, 0, count);
        out.write(buffer, 0, count);
        left -= count;
      }
    }
    String oid = HexFormat.of().formatHex(digest.digest());
    if (in.read() >= 0 || !oid.equals(pointer.oid())) {
      throw other(path);
    }
  }

  private static String digest(Path file) throws IOException {
    MessageDigest digest = TreeDigest.sha256();
    byte[] buffer = new byte[CHUNK];
    try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
      for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
        digest.update(buffer, 0, count);
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private Path directory(LfsPointer pointer) throws IOException {
    Path outer = real(real(store.resolve(DIRECTORY)).resolve(pointer.oid().substring(0, 2)));
    return real(outer.resolve(pointer.oid().substring(2, 4)));
  }

  /** What stands in the place of a directory of ours and is none was planted. */
  private static Path real(Path directory) throws IOException {
    if (!Files.isDirectory(directory, LinkOption.NOFOLLOW_LINKS)) {
      Files.deleteIfExists(directory);
      Files.createDirectory(directory);
    }
    return directory;
  }

  private static TransferFailed cut(String path) {
    return new TransferFailed(
        Problem.of("the content of " + Shown.text(path) + " came incomplete (Git LFS)")
            .advise("try again"));
  }

  private static IntegrityMismatch other(String path) {
    return new IntegrityMismatch(
        Problem.of("the content of " + Shown.text(path) + " is not what its Git LFS pointer says")
            .advise("check the file on the server with git lfs fsck"));
  }
}
