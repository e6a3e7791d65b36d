package io.github.sourceprovisioner.archive.stream;

import java.io.IOException;
import java.io.InputStream;
import java.util.HexFormat;

/** How a stream is compressed. */
public enum Compression {
  NONE(""),
  GZIP("1f8b"),
  BZIP2("425a68"),
  XZ("fd377a585a00"),
  ZSTD("28b52ffd");

  private final String magic;

  Compression(String magic) {
    this.magic = magic;
  }

  /** What the first bytes of a file show. */
  public static Compression of(byte[] start) {
    String hex = HexFormat.of().formatHex(start, 0, Math.min(start.length, 6));
    for (Compression compression : values()) {
      if (compression != NONE && hex.startsWith(compression.magic)) {
        return compression;
      }
    }
    return NONE;
  }

  /**
   * The bytes that were compressed. Whatever is wrong with the stream is a {@link
   * io.github.sourceprovisioner.archive.entry.DamagedArchive}.
   *
   * @param mostMemory how many bytes of heap it may take
   */
  public InputStream open(InputStream in, long mostMemory) throws IOException {
    return switch (this) {
      case NONE -> in;
      case GZIP -> new GzipStream(in);
      default -> throw new IOException("not yet");
    };
  }
}
