package io.github.sourceprovisioner.cache;

import io.github.sourceprovisioner.model.TreeDigest;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;
import java.util.zip.CRC32;

/**
 * The content of one entry, read once: a stored zip entry has to name length and checksum before
 * the first byte. Small content waits in memory, large content in a file.
 */
final class EntryContent {

  private static final int IN_MEMORY = 8 << 20;

  private final byte[] start;
  private final Optional<Path> spool;
  private final CRC32 crc = new CRC32();
  private final MessageDigest sha256 = TreeDigest.sha256();
  private long size;

  private EntryContent(byte[] start, Optional<Path> spool) {
    this.start = start;
    this.spool = spool;
    count(start, start.length);
  }

  /**
   * Reads to the end.
   *
   * @param spool where to put large content; overwritten
   * @throws IOException if the source cannot be read
   * @throws io.github.sourceprovisioner.failure.CacheUnusable if the spool cannot be written
   */
  static EntryContent read(InputStream in, Path spool, CacheTrouble trouble) throws IOException {
    byte[] start = in.readNBytes(IN_MEMORY + 1);
    if (start.length <= IN_MEMORY) {
      return new EntryContent(start, Optional.empty());
    }
    EntryContent content = new EntryContent(start, Optional.of(spool));
    try (OutputStream out = trouble.output(spool)) {
      out.write(start);
      byte[] buffer = new byte[1 << 16];
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        content.count(buffer, n);
        out.write(buffer, 0, n);
      }
    }
    return content;
  }

  private void count(byte[] bytes, int length) {
    crc.update(bytes, 0, length);
    sha256.update(bytes, 0, length);
    size += length;
  }

  /** Writes the content once. */
  void copyTo(OutputStream out) throws IOException {
    if (spool.isPresent()) {
      Files.copy(spool.get(), out);
    } else {
      out.write(start);
    }
  }

  long size() {
    return size;
  }

  long crc() {
    return crc.getValue();
  }

  /** The digest in hex; asked for once. */
  String sha256() {
    return HexFormat.of().formatHex(sha256.digest());
  }
}
