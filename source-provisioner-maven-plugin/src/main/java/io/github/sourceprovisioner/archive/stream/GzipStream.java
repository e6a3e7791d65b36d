package io.github.sourceprovisioner.archive.stream;

import io.github.sourceprovisioner.archive.entry.DamagedArchive;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Undoes gzip (RFC 1952). Several members in a row are one stream, as the standard has it; each
 * must have the checksum and the length of its trailer, and nothing else may follow. The JDK's
 * stream is silent about what follows, and reads names of any length into memory.
 */
final class GzipStream extends InputStream {

  private final GzipInput in;
  private final Inflater inflater = new Inflater(true);
  private final CRC32 crc = new CRC32();
  private long length;
  private boolean ended;

  GzipStream(InputStream in) throws IOException {
    this.in = new GzipInput(in);
    this.in.header();
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] buffer, int offset, int wanted) throws IOException {
    if (wanted == 0) {
      return 0;
    }
    while (!ended) {
      int n = inflate(buffer, offset, wanted);
      if (n > 0) {
        crc.update(buffer, offset, n);
        length += n;
        return n;
      }
      if (inflater.finished()) {
        in.giveBack(inflater.getRemaining());
        trailer();
      } else {
        in.feed(inflater);
      }
    }
    return -1;
  }

  @Override
  public void close() throws IOException {
    inflater.end();
    in.close();
  }

  private int inflate(byte[] buffer, int offset, int wanted) throws IOException {
    try {
      int n = inflater.inflate(buffer, offset, wanted);
      if (inflater.needsDictionary()) {
        throw DamagedArchive.because("its compressed data is wrong");
      }
      return n;
    } catch (DataFormatException e) {
      throw DamagedArchive.because("its compressed data is wrong");
    }
  }

  private void trailer() throws IOException {
    if (in.u32() != crc.getValue() || in.u32() != (length & 0xffffffffL)) {
      throw DamagedArchive.because("a wrong checksum");
    }
    inflater.reset();
    crc.reset();
    length = 0;
    ended = in.isEnd();
    if (!ended) {
      in.header();
    }
  }
}
