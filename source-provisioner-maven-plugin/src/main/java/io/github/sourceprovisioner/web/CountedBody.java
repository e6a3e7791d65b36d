package io.github.sourceprovisioner.web;

import io.github.sourceprovisioner.spi.TransferListener;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.HttpURLConnection;
import java.util.OptionalLong;

/**
 * The body of an answer: bytes are counted as they arrive, a body that is shorter than promised is
 * an error (JDK 17 ends it silently), and whoever reads can be stopped. Used by one thread.
 */
final class CountedBody extends InputStream {

  private static final int BLOCK = 32 * 1024;

  /** What is read to the end when nobody wants it, to keep the connection, in bytes. */
  private static final int SMALL = 64 * 1024;

  private final HttpURLConnection connection;
  private final InputStream in;
  private final OptionalLong promised;
  private final Wire wire;
  private final byte[] block = new byte[BLOCK];
  private int from;
  private int to;
  private long count;
  private boolean ended;
  private boolean broken;
  private boolean closed;

  /** Who waits for bytes, and who hears of them. */
  record Wire(Waiter waiter, TransferListener listener) {}

  CountedBody(HttpURLConnection connection, InputStream in, OptionalLong promised, Wire wire) {
    this.connection = connection;
    this.in = in;
    this.promised = promised;
    this.wire = wire;
  }

  @Override
  public int read() throws IOException {
    return isEmpty() ? -1 : block[from++] & 0xff;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (isEmpty()) {
      return -1;
    }
    int copied = Math.min(length, to - from);
    System.arraycopy(block, from, buffer, offset, copied);
    from += copied;
    return copied;
  }

  @Override
  public int available() {
    return to - from;
  }

  @Override
  public void close() throws IOException {
    if (closed) {
      return;
    }
    closed = true;
    if (!ended && !broken) {
      drain();
    }
    if (ended) {
      wire.listener().completed();
      in.close();
    } else if (!broken) {
      broken = true;
      wire.listener().failed(new IOException("closed before its end"));
      in.close();
    }
  }

  private boolean isEmpty() throws IOException {
    if (closed || broken) {
      throw new IOException("the body is closed or broken");
    }
    if (from == to && !ended) {
      fill();
    }
    return from == to;
  }

  private void fill() throws IOException {
    try {
      arrived(wire.waiter().await(() -> in.read(block), connection::disconnect));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw broken(new InterruptedIOException("stopped while reading"));
    } catch (IOException e) {
      connection.disconnect();
      throw broken(e);
    } catch (RuntimeException e) {
      throw broken(e);
    }
  }

  private void arrived(int bytes) throws IOException {
    from = 0;
    to = Math.max(0, bytes);
    count += to;
    ended = bytes < 0;
    wire.listener().received(to);
    if (ended && promised.isPresent() && count < promised.getAsLong()) {
      ended = false;
      throw new EOFException(
          "the host promised " + promised.getAsLong() + " bytes and sent " + count);
    }
  }

  private <T extends Exception> T broken(T reason) {
    broken = true;
    wire.listener().failed(reason);
    return reason;
  }

  /** Reads a small rest, so that the connection serves the next request. */
  private void drain() {
    if (promised.isPresent() && promised.getAsLong() - count > SMALL) {
      return;
    }
    try {
      for (int rest = SMALL; rest > 0 && !ended; rest -= to) {
        arrived(wire.waiter().awaitShortly(() -> in.read(block), connection::disconnect));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      broken(e);
    } catch (IOException e) {
      connection.disconnect();
      broken(e);
    } catch (RuntimeException e) {
      broken(e);
    }
  }
}
