package io.github.sourceprovisioner.archive;

import io.github.sourceprovisioner.failure.IntegrityMismatch;
import io.github.sourceprovisioner.failure.Problem;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Counts what comes out of one archive and stops a bomb: by the total, and by the ratio. */
final class Expansion {

  private final ArchiveLimits limits;
  private final long most;
  private long bytes;

  /**
   * An expansion that has not begun.
   *
   * @param packed the bytes of the archive
   */
  Expansion(ArchiveLimits limits, long packed) {
    this.limits = limits;
    this.most = Math.max(limits.freeBytes(), packed * limits.ratio());
  }

  /**
   * More has come out.
   *
   * @throws IntegrityMismatch if that is more than any real archive holds
   */
  void add(long more) {
    bytes = Math.addExact(bytes, Math.max(0, more));
    limits.tree().checkTotal(bytes);
    if (bytes > most) {
      throw new IntegrityMismatch(
          Problem.of(
                  "the archive unpacks to more than %d times its own size"
                      .formatted(limits.ratio()))
              .advise("look into it by hand: no source is packed that well, but bombs are"));
    }
  }

  /** A stream that is counted while it is read. */
  InputStream count(InputStream in) {
    return new FilterInputStream(in) {
      @Override
      public int read() throws IOException {
        int one = super.read();
        add(one < 0 ? 0 : 1);
        return one;
      }

      @Override
      public int read(byte[] buffer, int offset, int length) throws IOException {
        int n = super.read(buffer, offset, length);
        add(n);
        return n;
      }
    };
  }
}
