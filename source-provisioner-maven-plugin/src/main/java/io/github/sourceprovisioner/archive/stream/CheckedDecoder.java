package io.github.sourceprovisioner.archive.stream;

import io.github.sourceprovisioner.archive.entry.DamagedArchive;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.ClosedChannelException;
import java.nio.file.FileSystemException;
import org.tukaani.xz.MemoryLimitException;

/**
 * The decoder of a library. Each has its own way to say that its input is wrong, up to an index out
 * of bounds; here all of them become one.
 */
final class CheckedDecoder extends InputStream {

  /** Opens a decoder, which may read ahead. */
  interface Opening {
    InputStream open(InputStream packed) throws IOException;
  }

  private interface Step<T> {
    T run() throws IOException;
  }

  private final EndWatch packed;
  private final InputStream decoder;

  private CheckedDecoder(EndWatch packed, Opening opening) throws IOException {
    this.packed = packed;
    this.decoder = checked(() -> opening.open(packed));
  }

  static InputStream of(Opening opening, InputStream packed) throws IOException {
    return new CheckedDecoder(new EndWatch(packed), opening);
  }

  @Override
  public int read() throws IOException {
    return checked(decoder::read);
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    return checked(() -> decoder.read(buffer, offset, length));
  }

  @Override
  public void close() throws IOException {
    decoder.close();
  }

  private <T> T checked(Step<T> step) throws IOException {
    try {
      return step.run();
    } catch (FileSystemException | ClosedChannelException e) {
      throw e;
    } catch (MemoryLimitException e) {
      throw DamagedArchive.because("it needs more memory than is allowed");
    } catch (IOException | RuntimeException e) {
      DamagedArchive damage =
          packed.ended
              ? DamagedArchive.cut()
              : DamagedArchive.because("its compressed data is wrong");
      damage.initCause(e);
      throw damage;
    }
  }

  /** Remembers whether a decoder wanted more than there is. */
  private static final class EndWatch extends FilterInputStream {

    private boolean ended;

    EndWatch(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int one = super.read();
      ended |= one < 0;
      return one;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int n = super.read(buffer, offset, length);
      ended |= n < 0;
      return n;
    }
  }
}
