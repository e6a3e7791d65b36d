package io.github.sourceprovisioner.archive.zip;

import io.github.sourceprovisioner.archive.entry.DamagedArchive;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * The content of one entry, stored or deflated. It must have exactly the length and the checksum
 * that the central directory tells, and take exactly its part of the archive.
 */
final class Deflated extends InputStream {

  static final int STORED = 0;
  static final int METHOD = 8;

  private static final int BLOCK = 32 * 1024;

  private final FileChannel file;
  private final Central entry;
  private final Inflater inflater = new Inflater(true);
  private final CRC32 crc = new CRC32();
  private long at;
  private long packedLeft;
  private long left;

  Deflated(FileChannel file, Central entry, long from) {
    this.file = file;
    this.entry = entry;
    this.at = from;
    this.packedLeft = entry.packed();
    this.left = entry.size();
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (left == 0) {
      requireEnd();
      return -1;
    }
    int wanted = (int) Math.min(length, left);
    int n =
        entry.method() == STORED
            ? stored(buffer, offset, wanted)
            : inflated(buffer, offset, wanted);
    crc.update(buffer, offset, n);
    left -= n;
    return n;
  }

  @Override
  public void close() {
    inflater.end();
  }

  private int stored(byte[] buffer, int offset, int length) throws IOException {
    int n = packed(ByteBuffer.wrap(buffer, offset, length));
    if (n <= 0) {
      throw wrongLength();
    }
    return n;
  }

  private int inflated(byte[] buffer, int offset, int length) throws IOException {
    try {
      int n = inflater.inflate(buffer, offset, length);
      while (n == 0) {
        if (inflater.finished() || inflater.needsDictionary() || !refill()) {
          throw wrongLength();
        }
        n = inflater.inflate(buffer, offset, length);
      }
      return n;
    } catch (DataFormatException e) {
      throw DamagedArchive.because("an entry that cannot be unpacked");
    }
  }

  private boolean refill() throws IOException {
    ByteBuffer next = ByteBuffer.allocate(BLOCK);
    if (!inflater.needsInput() || packed(next) <= 0) {
      return false;
    }
    inflater.setInput(next.flip());
    return true;
  }

  private int packed(ByteBuffer buffer) throws IOException {
    buffer.limit((int) Math.min(buffer.limit(), buffer.position() + packedLeft));
    int n = buffer.hasRemaining() ? file.read(buffer, at) : 0;
    at += Math.max(0, n);
    packedLeft -= Math.max(0, n);
    return n;
  }

  private void requireEnd() throws IOException {
    if (entry.method() == METHOD && !inflater.finished()) {
      requireFinished();
    }
    if (packedLeft > 0 || inflater.getRemaining() > 0) {
      throw wrongLength();
    }
    if (crc.getValue() != entry.crc()) {
      throw DamagedArchive.because("an entry with a wrong checksum");
    }
  }

  /** The last bits may still be unread; more content must not come. */
  private void requireFinished() throws IOException {
    byte[] more = new byte[1];
    try {
      while (!inflater.finished()) {
        if (inflater.inflate(more) > 0 || (!inflater.finished() && !refill())) {
          throw wrongLength();
        }
      }
    } catch (DataFormatException e) {
      throw DamagedArchive.because("an entry that cannot be unpacked");
    }
  }

  private static DamagedArchive wrongLength() {
    return DamagedArchive.because("an entry of another length than promised");
  }
}
