package io.github.sourceprovisioner.archive;

import io.github.sourceprovisioner.failure.CacheUnusable;
import io.github.sourceprovisioner.failure.Problem;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.UUID;

/**
 * One file with the contents of all entries, one after the other. So nothing that an archive says
 * ever becomes a name, a link or a mode on this disk, and a bomb leaves one file to delete.
 */
final class Spool implements Closeable {

  private final FileChannel file;
  private final ByteBuffer pending = ByteBuffer.allocate(64 * 1024);
  private final byte[] block = new byte[32 * 1024];
  private long length;

  private Spool(FileChannel file) {
    this.file = file;
  }

  /** Where the content of one entry is. */
  record Piece(long from, long length) {}

  /** A new file in a directory, which nobody else can have made. */
  static Spool in(Path directory) throws IOException {
    Path file = directory.resolve("unpacked." + UUID.randomUUID());
    return new Spool(
        FileChannel.open(
            file,
            Set.of(
                StandardOpenOption.CREATE_NEW,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE,
                LinkOption.NOFOLLOW_LINKS)));
  }

  /** Copies a content to the end. */
  Piece append(InputStream content) throws IOException {
    long from = length;
    for (int n = content.read(block); n >= 0; n = content.read(block)) {
      write(n);
    }
    return new Piece(from, length - from);
  }

  /** The content of a piece. */
  InputStream open(Piece piece) throws IOException {
    flush();
    return new PieceStream(file, piece);
  }

  @Override
  public void close() throws IOException {
    file.close();
  }

  private void write(int bytes) throws IOException {
    if (bytes > pending.remaining()) {
      flush();
    }
    pending.put(block, 0, bytes);
    length += bytes;
  }

  private void flush() throws IOException {
    try {
      pending.flip();
      while (pending.hasRemaining()) {
        file.write(pending);
      }
      pending.clear();
    } catch (ClosedByInterruptException e) {
      throw e;
    } catch (IOException e) {
      throw new CacheUnusable(
          Problem.of("an archive cannot be unpacked into the cache: " + e.getMessage())
              .because(e)
              .advise("free some space, or name another directory with -Dsource.cacheDirectory=…"));
    }
  }
}
