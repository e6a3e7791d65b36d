package io.github.sourceprovisioner.workdir;

import io.github.sourceprovisioner.model.TreeDigest;
import io.github.sourceprovisioner.model.TreeEntry;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;

/**
 * A file of a new workdir, which must not exist yet.
 *
 * @param proven the SHA-256 of its content, if whoever reads it has compared it; else it is taken
 *     here
 */
record NewFile(TreeEntry entry, Path file, Optional<String> proven) {

  private static final Set<OpenOption> NEW_FILE =
      Set.of(StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW, LinkOption.NOFOLLOW_LINKS);

  private static final int BUFFER = 64 << 10;

  /** Writes it at once. */
  OwnedFile write(byte[] content) throws IOException {
    return write(content, InputStream.nullInputStream());
  }

  /** Writes it: first the bytes, then the rest of the stream. */
  OwnedFile write(byte[] start, InputStream rest) throws IOException {
    MessageDigest digest = TreeDigest.sha256();
    long size = 0;
    try (SeekableByteChannel out = Files.newByteChannel(file, NEW_FILE, mode())) {
      for (byte[] bytes = start; bytes.length > 0; bytes = rest.readNBytes(BUFFER)) {
        if (proven.isEmpty()) {
          digest.update(bytes);
        }
        size += bytes.length;
        put(out, bytes);
      }
    }
    String sha256 = proven.orElseGet(() -> HexFormat.of().formatHex(digest.digest()));
    Instant modified = Files.getLastModifiedTime(file, LinkOption.NOFOLLOW_LINKS).toInstant();
    return new OwnedFile(entry.type(), sha256, size, modified, entry.path());
  }

  private FileAttribute<?>[] mode() {
    return entry.type() == TreeEntry.Type.EXECUTABLE ? Modes.executable(file) : Modes.plain(file);
  }

  private static void put(SeekableByteChannel out, byte[] bytes) throws IOException {
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    while (buffer.hasRemaining()) {
      out.write(buffer);
    }
  }
}
