package io.github.sourceprovisioner.archive.stream;

import io.github.sourceprovisioner.archive.entry.DamagedArchive;
import java.io.IOException;
import java.io.InputStream;

/** How much memory a zstd stream asks for (RFC 8878, 3.1.1.1). */
final class ZstdWindow {

  /** The decoder knows no larger ones; {@code zstd} makes them only with {@code --long}. */
  private static final long LARGEST = 8L << 20;

  private static final int HEAD = 14;
  private static final int SINGLE_SEGMENT = 1 << 5;

  private ZstdWindow() {}

  /**
   * Looks at the first frame; those that follow are up to the decoder.
   *
   * @param packed a stream that can go back to its mark
   */
  static void requireAtMost(long bytes, InputStream packed) throws IOException {
    packed.mark(HEAD);
    byte[] head = packed.readNBytes(HEAD);
    packed.reset();
    if (head.length < 6) {
      throw DamagedArchive.cut();
    }
    boolean hasWindow = (head[4] & SINGLE_SEGMENT) == 0;
    if (hasWindow && size(head[5] & 0xff) > Math.min(bytes, LARGEST)) {
      throw DamagedArchive.because("it needs more memory than is allowed");
    }
  }

  private static long size(int descriptor) {
    long base = 1L << (10 + (descriptor >> 3));
    return base + (base >> 3) * (descriptor & 7);
  }
}
