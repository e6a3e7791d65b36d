package io.github.sourceprovisioner.fetch.git.ssh;

import io.github.sourceprovisioner.failure.TransferFailed;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.SocketException;
import java.time.Duration;
import org.apache.sshd.common.channel.ChannelPipedInputStream;

/** Reads from a host as long as it answers in time and nobody asked this thread to stop. */
final class WatchedInput extends InputStream {

  private final ChannelPipedInputStream in;
  private final Session session;

  /**
   * Watches a stream.
   *
   * @param in what a channel gives to read from
   */
  WatchedInput(InputStream in, Session session) {
    if (!(in instanceof ChannelPipedInputStream piped)) {
      throw new IllegalArgumentException("not the stream of a channel");
    }
    this.in = piped;
    this.session = session;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    try {
      Interruption.check();
      return read(bytes, offset, length, session.deadline().patience());
    } catch (InterruptedIOException e) {
      session.close();
      throw Interruption.kept(e);
    } catch (TransferFailed over) {
      session.close();
      throw over;
    }
  }

  private int read(byte[] bytes, int offset, int length, Duration patience) throws IOException {
    try {
      in.setTimeout(Math.max(1, patience.toMillis()));
      return in.read(bytes, offset, length);
    } catch (SocketException timeout) {
      throw session.deadline().exceeded(patience);
    }
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
