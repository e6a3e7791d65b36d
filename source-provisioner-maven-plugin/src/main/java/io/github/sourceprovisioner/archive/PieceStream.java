package io.github.sourceprovisioner.archive;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** Reads one piece of a spool; does not close it. */
final class PieceStream extends InputStream {

  private final FileChannel file;
  private long at;
  private long left;

  PieceStream(FileChannel file, Spool.Piece piece) {
    this.file = file;
    this.at = piece.from();
    this.left = piece.length();
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
    int n = file.read(ByteBuffer.wrap(buffer, offset, (int) Math.min(length, left)), at);
    if (n < 0) {
      throw new EOFException("the unpacked content was cut by somebody else");
    }
    at += n;
    left -= n;
    return n;
  }
}
