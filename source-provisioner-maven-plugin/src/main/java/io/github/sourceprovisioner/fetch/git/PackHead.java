package io.github.sourceprovisioner.fetch.git;

import io.github.sourceprovisioner.failure.IntegrityMismatch;
import io.github.sourceprovisioner.failure.Problem;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * The first bytes of a pack (gitformat-pack): its version, and how many objects a host says that it
 * has. Whoever reads the rest takes memory for so many at once.
 */
final class PackHead {

  private static final int LENGTH = 12;
  private static final int SIGNATURE =
      ByteBuffer.wrap("PACK".getBytes(StandardCharsets.US_ASCII)).getInt();
  private static final int VERSION = 2;

  /** A commit of the largest known repositories names a tenth of it. */
  private static final long MOST_OBJECTS = 4_000_000;

  private PackHead() {}

  /**
   * Looks at the head of a pack.
   *
   * @return the whole pack, its head included
   * @throws IntegrityMismatch if it promises more objects than anybody wants to have
   * @throws IOException if no pack of version 2 starts here
   */
  static InputStream checked(InputStream pack) throws IOException {
    byte[] head = pack.readNBytes(LENGTH);
    if (head.length < LENGTH) {
      throw new EOFException("the answer ends where a pack should start");
    }
    ByteBuffer numbers = ByteBuffer.wrap(head);
    if (numbers.getInt() != SIGNATURE || numbers.getInt() != VERSION) {
      throw new IOException("no pack of version 2 starts here");
    }
    long objects = Integer.toUnsignedLong(numbers.getInt());
    if (objects > MOST_OBJECTS) {
      throw new IntegrityMismatch(
          Problem.of("the host sends a pack of %d objects".formatted(objects))
              .advise("choose a repository whose commits have fewer files")
              .advise("publish the content as an archive, and use that as the source"));
    }
    return new SequenceInputStream(new ByteArrayInputStream(head), pack);
  }
}
