package io.github.sourceprovisioner.archive.tar;

import io.github.sourceprovisioner.archive.entry.DamagedArchive;
import java.io.IOException;
import java.io.InputStream;

/** The blocks of a tar archive. Whatever ends before its time is damage. */
final class TarInput {

  private static final int BLOCK = TarHeader.BLOCK;

  private final InputStream in;
  private final byte[] trash = new byte[16 * BLOCK];

  TarInput(InputStream in) {
    this.in = in;
  }

  /** The next block, whole. */
  byte[] block() throws IOException {
    return bytes(BLOCK);
  }

  /** The content of an entry that is read into memory, with its padding. */
  byte[] data(long size, int most) throws IOException {
    if (size > most) {
      throw DamagedArchive.because("an extended header of " + size + " bytes");
    }
    byte[] data = bytes((int) size);
    skipFully(padding(size));
    return data;
  }

  /** Passes over the content of an entry, with its padding. */
  void skip(long size) throws IOException {
    skipFully(size);
    skipFully(padding(size));
  }

  /** The content of an entry; closing it passes over what was not read. */
  Content content(long size) {
    return new Content(size);
  }

  /** After the first block of zeros: one more, and nothing but zeros up to the end. */
  void requireEnd() throws IOException {
    if (!TarHeader.isZero(block(), 0, BLOCK)) {
      throw DamagedArchive.because("its end marker is incomplete");
    }
    for (int n = in.read(trash); n >= 0; n = in.read(trash)) {
      if (!TarHeader.isZero(trash, 0, n)) {
        throw DamagedArchive.because("something follows its end");
      }
    }
  }

  private byte[] bytes(int size) throws IOException {
    byte[] bytes = in.readNBytes(size);
    if (bytes.length < size) {
      throw DamagedArchive.cut();
    }
    return bytes;
  }

  private void skipFully(long size) throws IOException {
    for (long left = size; left > 0; ) {
      int n = in.read(trash, 0, (int) Math.min(trash.length, left));
      if (n < 0) {
        throw DamagedArchive.cut();
      }
      left -= n;
    }
  }

  private static long padding(long size) {
    return (BLOCK - size % BLOCK) % BLOCK;
  }

  /** The bytes of one entry. */
  final class Content extends InputStream {

    private final long size;
    private long left;
    private boolean closed;

    private Content(long size) {
      this.size = size;
      this.left = size;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      if (left == 0 || length == 0) {
        return length == 0 ? 0 : -1;
      }
      int n = in.read(buffer, offset, (int) Math.min(length, left));
      if (n < 0) {
        throw DamagedArchive.cut();
      }
      left -= n;
      return n;
    }

    @Override
    public void close() throws IOException {
      if (!closed) {
        closed = true;
        skipFully(left + padding(size));
        left = 0;
      }
    }
  }
}
