package io.github.sourceprovisioner.fetch.git;

import java.io.Closeable;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.eclipse.jgit.errors.CorruptObjectException;
import org.eclipse.jgit.internal.storage.file.PackIndex;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;

/**
 * Tells of what type the objects in one pack are, from the heads of their entries alone (git's
 * {@code pack-format}): to unpack every object for that would take many times longer.
 */
final class PackedTypes implements Closeable {

  /** The longest head: ten bytes of size, and an id or an offset. */
  private static final int LONGEST_HEAD = 32;

  /** No tool makes chains of differences that are a tenth as long. */
  private static final int LONGEST_CHAIN = 50_000;

  private final PackIndex index;
  private final FileChannel pack;
  private final ByteBuffer head = ByteBuffer.allocate(LONGEST_HEAD);

  PackedTypes(Path pack, PackIndex index) throws IOException {
    this.index = index;
    this.pack = FileChannel.open(pack, StandardOpenOption.READ);
  }

  /**
   * The type of the object at an offset, as {@link Constants} counts types.
   *
   * @throws CorruptObjectException if there is none
   */
  int at(long offset) throws IOException {
    long at = offset;
    for (int step = 0; step < LONGEST_CHAIN && at > 0; step++) {
      int type = read(at);
      switch (type) {
        case Constants.OBJ_COMMIT, Constants.OBJ_TREE, Constants.OBJ_BLOB, Constants.OBJ_TAG -> {
          return type;
        }
        case Constants.OBJ_OFS_DELTA -> at -= distance();
        case Constants.OBJ_REF_DELTA -> at = index.findOffset(base());
        default -> throw new CorruptObjectException("an object of no known type in a pack");
      }
    }
    throw new CorruptObjectException("an object in a pack is the difference to none");
  }

  @Override
  public void close() throws IOException {
    pack.close();
  }

  /** Reads the type and leaves the head behind the size. */
  private int read(long at) throws IOException {
    head.clear();
    while (head.hasRemaining() && pack.read(head, at + head.position()) > 0) {
      // As much as there is.
    }
    head.flip();
    int first = next();
    for (int more = first; (more & 0x80) != 0; ) {
      more = next();
    }
    return (first >> 4) & 7;
  }

  private long distance() throws IOException {
    int more = next();
    long distance = more & 0x7f;
    while ((more & 0x80) != 0) {
      more = next();
      distance = ((distance + 1) << 7) + (more & 0x7f);
    }
    return distance;
  }

  private ObjectId base() throws IOException {
    byte[] raw = new byte[Constants.OBJECT_ID_LENGTH];
    for (int i = 0; i < raw.length; i++) {
      raw[i] = (byte) next();
    }
    return ObjectId.fromRaw(raw);
  }

  private int next() throws IOException {
    try {
      return head.get() & 0xff;
    } catch (BufferUnderflowException e) {
      throw new CorruptObjectException("a pack ends within an object");
    }
  }
}
