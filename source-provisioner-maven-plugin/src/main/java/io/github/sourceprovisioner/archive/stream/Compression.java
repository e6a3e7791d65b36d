package io.github.sourceprovisioner.archive.stream;

import io.airlift.compress.zstd.ZstdInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.HexFormat;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.tukaani.xz.XZInputStream;

/** How a stream is compressed. */
public enum Compression {
  NONE(""),
  GZIP("1f8b"),
  BZIP2("425a68"),
  XZ("fd377a585a00"),
  ZSTD("28b52ffd");

  private static final int LONGEST_MAGIC = 6;

  private final String magic;

  Compression(String magic) {
    this.magic = magic;
  }

  /** What the first bytes of a file show. */
  public static Compression of(byte[] start) {
    int length = Math.min(start.length, LONGEST_MAGIC);
    String hex = HexFormat.of().formatHex(start, 0, length);
    for (Compression compression : values()) {
      if (compression != NONE && hex.startsWith(compression.magic)) {
        return compression;
      }
    }
    return NONE;
  }

  /**
   * The bytes that were compressed, up to the very end: several streams in a row are one, anything
   * else behind the end is damage.
   *
   * @param packed closed with the stream
   * @param mostMemory how many bytes of heap a dictionary may take
   * @throws io.github.sourceprovisioner.archive.entry.DamagedArchive also while the stream is read,
   *     whatever is wrong with it
   */
  public InputStream open(InputStream packed, long mostMemory) throws IOException {
    return switch (this) {
      case NONE -> packed;
      case GZIP -> new GzipStream(packed);
      case BZIP2 -> CheckedDecoder.of(in -> new BZip2CompressorInputStream(in, true), packed);
      case XZ -> CheckedDecoder.of(in -> new XZInputStream(in, kibibytes(mostMemory)), packed);
      case ZSTD -> {
        ZstdWindow.requireAtMost(mostMemory, packed);
        yield CheckedDecoder.of(ZstdInputStream::new, packed);
      }
    };
  }

  private static int kibibytes(long bytes) {
    return (int) Math.min(Integer.MAX_VALUE, bytes >> 10);
  }
}
