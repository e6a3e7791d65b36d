package io.github.sourceprovisioner.cache;

import io.github.sourceprovisioner.failure.IntegrityMismatch;
import io.github.sourceprovisioner.model.TreeDigest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.ClosedByInterruptException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.function.Supplier;

/**
 * A file of a snapshot that is digested while it is read; its end is reached only if it is right.
 */
final class CheckedStream extends InputStream {

  private final InputStream in;
  private final String expected;
  private final Supplier<IntegrityMismatch> mismatch;
  private final MessageDigest digest = TreeDigest.sha256();
  private boolean ended;

  /**
   * Reads from a stream.
   *
   * @param expected the SHA-256 in hex
   * @param mismatch what to throw at the end, or when the stream cannot be read
   */
  CheckedStream(InputStream in, String expected, Supplier<IntegrityMismatch> mismatch) {
    this.in = in;
    this.expected = expected;
    this.mismatch = mismatch;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    if (ended) {
      return -1;
    }
    int n = readRaw(bytes, offset, length);
    if (n >= 0) {
      digest.update(bytes, offset, n);
      return n;
    }
    if (!HexFormat.of().formatHex(digest.digest()).equals(expected)) {
      throw mismatch.get();
    }
    ended = true;
    return -1;
  }

  /** A disk that cannot read a file, or a zip that is cut short: damage, too. */
  private int readRaw(byte[] bytes, int offset, int length) throws ClosedByInterruptException {
    try {
      return in.read(bytes, offset, length);
    } catch (ClosedByInterruptException e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      IntegrityMismatch failure = mismatch.get();
      failure.addSuppressed(e);
      throw failure;
    }
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
