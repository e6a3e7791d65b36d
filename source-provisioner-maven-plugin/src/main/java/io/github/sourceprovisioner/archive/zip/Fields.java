package io.github.sourceprovisioner.archive.zip;

import io.github.sourceprovisioner.archive.entry.DamagedArchive;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;

/** Some bytes of a zip, read as its numbers are written. */
final class Fields {

  static final long NO_NUMBER = 0xffffffffL;

  private final ByteBuffer bytes;

  private Fields(ByteBuffer bytes) {
    this.bytes = bytes.order(ByteOrder.LITTLE_ENDIAN);
  }

  /**
   * Bytes of a file.
   *
   * @throws DamagedArchive if the file does not have them
   */
  static Fields read(FileChannel file, long from, int length) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(length);
    if (from < 0) {
      throw DamagedArchive.because("a place before its start");
    }
    while (buffer.hasRemaining()) {
      if (file.read(buffer, from + buffer.position()) < 0) {
        throw DamagedArchive.cut();
      }
    }
    return new Fields(buffer.flip());
  }

  int length() {
    return bytes.limit();
  }

  int u16(int at) {
    return bytes.getShort(at) & 0xffff;
  }

  long u32(int at) {
    return bytes.getInt(at) & 0xffffffffL;
  }

  /** A number of eight bytes; what needs the sign is too large for any archive. */
  long u64(int at) throws DamagedArchive {
    long value = bytes.getLong(at);
    if (value < 0) {
      throw DamagedArchive.because("a number that is negative or too large");
    }
    return value;
  }

  /** A part of it, starting at 0. */
  Fields part(int from, int length) throws DamagedArchive {
    if (from < 0 || length < 0 || from + length > bytes.limit()) {
      throw DamagedArchive.because("a field that is longer than what holds it");
    }
    return new Fields(bytes.slice(from, length));
  }

  /** A copy of the bytes. */
  byte[] copy() {
    byte[] copy = new byte[bytes.limit()];
    bytes.get(0, copy);
    return copy;
  }
}
