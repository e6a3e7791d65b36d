package io.github.sourceprovisioner.fetch.git.ssh;

import io.github.sourceprovisioner.failure.TransferFailed;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.net.SocketTimeoutException;

/** Writes to a host as long as it takes it in time and nobody asked this thread to stop. */
final class WatchedOutput extends OutputStream {

  private interface Action {
    void run() throws IOException;
  }

  private final OutputStream out;
  private final Session session;

  WatchedOutput(OutputStream out, Session session) {
    this.out = out;
    this.session = session;
  }

  @Override
  public void write(int value) throws IOException {
    write(new byte[] {(byte) value}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    watch(() -> out.write(bytes, offset, length));
  }

  @Override
  public void flush() throws IOException {
    watch(out::flush);
  }

  @Override
  public void close() throws IOException {
    watch(out::close);
  }

  private void watch(Action action) throws IOException {
    try {
      Interruption.check();
      session.deadline().left();
      action.run();
    } catch (SocketTimeoutException timeout) {
      session.close();
      throw session.deadline().exceeded(session.deadline().longest());
    } catch (InterruptedIOException e) {
      session.close();
      throw Interruption.kept(e);
    } catch (TransferFailed over) {
      session.close();
      throw over;
    }
  }
}
