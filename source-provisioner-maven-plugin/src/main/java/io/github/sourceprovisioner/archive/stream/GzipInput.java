package io.github.sourceprovisioner.archive.stream;

import io.github.sourceprovisioner.archive.entry.DamagedArchive;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.Inflater;

/** The packed bytes of gzip, and what stands between its members. */
final class GzipInput {

  private static final int HEADER_CHECKSUM = 2;
  private static final int EXTRA = 4;
  private static final int NAME = 8;
  private static final int COMMENT = 16;
  private static final int RESERVED = 0xe0;

  /** Names and comments are passed over; what is longer is no name. */
  private static final int LONGEST_TEXT = 1 << 16;

  private final InputStream in;
  private final byte[] block = new byte[32 * 1024];
  private int from;
  private int to;

  GzipInput(InputStream in) {
    this.in = in;
  }

  /** Passes over the header of a member. */
  void header() throws IOException {
    if (u8() != 0x1f || u8() != 0x8b) {
      throw DamagedArchive.because("something follows its end");
    }
    int method = u8();
    int flags = u8();
    if (method != 8 || (flags & RESERVED) != 0) {
      throw DamagedArchive.because("an unknown compression method");
    }
    skip(6);
    if ((flags & EXTRA) != 0) {
      skip(u8() | u8() << 8);
    }
    if ((flags & NAME) != 0) {
      text();
    }
    if ((flags & COMMENT) != 0) {
      text();
    }
    skip((flags & HEADER_CHECKSUM) != 0 ? 2 : 0);
  }

  /** Gives an inflater what comes next. */
  void feed(Inflater inflater) throws IOException {
    if (!isFilled()) {
      throw DamagedArchive.cut();
    }
    inflater.setInput(block, from, to - from);
    from = to;
  }

  /** Takes back the last bytes that were fed and not used. */
  void giveBack(int bytes) {
    from = to - bytes;
  }

  boolean isEnd() throws IOException {
    return !isFilled();
  }

  long u32() throws IOException {
    return u8() | u8() << 8 | u8() << 16 | (long) u8() << 24;
  }

  void close() throws IOException {
    in.close();
  }

  private int u8() throws IOException {
    if (!isFilled()) {
      throw DamagedArchive.cut();
    }
    return block[from++] & 0xff;
  }

  private boolean isFilled() throws IOException {
    if (from == to) {
      from = 0;
      to = Math.max(0, in.read(block));
    }
    return from < to;
  }

  private void skip(int bytes) throws IOException {
    for (int i = 0; i < bytes; i++) {
      u8();
    }
  }

  private void text() throws IOException {
    int length = 0;
    while (u8() != 0) {
      length++;
      if (length > LONGEST_TEXT) {
        throw DamagedArchive.because("a header that does not end");
      }
    }
  }
}
