package io.github.sourceprovisioner.web;

import io.github.sourceprovisioner.failure.IntegrityMismatch;
import io.github.sourceprovisioner.failure.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * Copies what a host sends, which may have no end.
 *
 * @param most how many bytes are taken
 */
public record BoundedCopy(long most) {

  /** For a file or an archive: far above every real one, and below what fills a disk. */
  public static final BoundedCopy OF_A_SOURCE = new BoundedCopy(8L << 30);

  /**
   * Copies to the end.
   *
   * @param before how many bytes came earlier, which count, too
   * @throws IntegrityMismatch if the host sends more than is taken
   */
  public void run(InputStream in, OutputStream out, long before) throws IOException {
    byte[] block = new byte[64 * 1024];
    long length = before;
    for (int n = in.read(block); n >= 0; n = in.read(block)) {
      length += n;
      if (length > most) {
        throw new IntegrityMismatch(
            Problem.of("the host sends more than " + most + " bytes")
                .advise("check the URL: no source is that large"));
      }
      out.write(block, 0, n);
    }
  }
}
