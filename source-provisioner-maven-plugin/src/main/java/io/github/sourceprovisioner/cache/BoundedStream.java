package io.github.sourceprovisioner.cache;

import io.github.sourceprovisioner.failure.IntegrityMismatch;
import io.github.sourceprovisioner.failure.Problem;
import io.github.sourceprovisioner.model.TreeEntry;
import java.io.IOException;
import java.io.InputStream;

/**
 * A file of a foreign tree that stops where it has to end: what its entry said was checked, what
 * its stream brings was not (CVE-2023-0475).
 */
final class BoundedStream extends InputStream {

  private final InputStream in;
  private final TreeEntry entry;
  private long left;

  /**
   * Reads from a stream.
   *
   * @param entry how long the file is; one of unknown length may have {@link TreeEntry#LONGEST}
   */
  BoundedStream(InputStream in, TreeEntry entry) {
    this(in, entry, entry.size() < 0 ? TreeEntry.LONGEST : entry.size());
  }

  BoundedStream(InputStream in, TreeEntry entry, long longest) {
    this.in = in;
    this.entry = entry;
    this.left = longest;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  /** Asks for one byte more than there may be, and for none after that. */
  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    int n = in.read(bytes, offset, (int) Math.min(length, left + 1));
    left -= Math.max(n, 0);
    if (left < 0) {
      throw tooLong();
    }
    return n;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }

  private IntegrityMismatch tooLong() {
    String path = entry.path().replaceAll("\\p{Cntrl}", "?");
    if (entry.size() < 0) {
      return new IntegrityMismatch(
          Problem.of("the file " + path + " is larger than " + TreeEntry.LONGEST + " bytes")
              .advise("name a subdirectory of the source (//path) that holds only what is needed"));
    }
    return new IntegrityMismatch(
        Problem.of("the file " + path + " is longer than the " + entry.size() + " bytes it had")
            .advise("wait until nothing writes to the source, and try again"));
  }
}
