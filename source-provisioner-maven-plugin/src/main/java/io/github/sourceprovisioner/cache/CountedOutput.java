package io.github.sourceprovisioner.cache;

import io.github.sourceprovisioner.model.TreeDigest;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.ClosedByInterruptException;
import java.security.MessageDigest;
import java.util.HexFormat;

/**
 * Counts and digests what goes to a file of the cache. A disk that refuses becomes {@link
 * io.github.sourceprovisioner.failure.CacheUnusable}, so nobody takes it for a broken transfer.
 */
final class CountedOutput extends OutputStream {

  private final OutputStream out;
  private final CacheTrouble trouble;
  private final MessageDigest digest = TreeDigest.sha256();
  private long count;

  CountedOutput(OutputStream out, CacheTrouble trouble) {
    this.out = out;
    this.trouble = trouble;
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    try {
      out.write(bytes, offset, length);
    } catch (ClosedByInterruptException e) {
      throw e;
    } catch (IOException e) {
      throw trouble.unusable(e);
    }
    digest.update(bytes, offset, length);
    count += length;
  }

  @Override
  public void close() throws IOException {
    try {
      out.close();
    } catch (ClosedByInterruptException e) {
      throw e;
    } catch (IOException e) {
      throw trouble.unusable(e);
    }
  }

  long count() {
    return count;
  }

  String sha256() {
    return HexFormat.of().formatHex(digest.digest());
  }
}
