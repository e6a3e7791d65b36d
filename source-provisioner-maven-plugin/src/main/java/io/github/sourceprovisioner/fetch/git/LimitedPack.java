package io.github.sourceprovisioner.fetch.git;

import io.github.sourceprovisioner.failure.IntegrityMismatch;
import io.github.sourceprovisioner.failure.Problem;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A pack as it comes, which may not grow without an end. */
final class LimitedPack extends FilterInputStream {

  /** What all files of a source may have together. */
  static final long MOST_BYTES = 10L << 30;

  private final long limit;
  private long count;

  LimitedPack(InputStream pack, long limit) {
    super(pack);
    this.limit = limit;
  }

  @Override
  public int read() throws IOException {
    int value = super.read();
    counted(value < 0 ? 0 : 1);
    return value;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    return counted(super.read(buffer, offset, length));
  }

  private int counted(int bytes) {
    count += Math.max(0, bytes);
    if (count > limit) {
      throw new IntegrityMismatch(
          Problem.of("the host sends a pack of more than " + limit + " bytes")
              .advise("choose a subdirectory")
              .advise("publish the content as an archive, and use that as the source"));
    }
    return bytes;
  }
}
