package io.github.sourceprovisioner.fetch.git.ssh;

import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.EnumSet;
import java.util.concurrent.TimeUnit;
import org.apache.sshd.client.channel.ChannelExec;
import org.apache.sshd.client.channel.ClientChannelEvent;

/** A program on a host in the place of one on this machine. */
final class RemoteProcess extends Process {

  private final ChannelExec channel;
  private final Session session;

  RemoteProcess(ChannelExec channel, Session session) {
    this.channel = channel;
    this.session = session;
  }

  @Override
  public OutputStream getOutputStream() {
    return new WatchedOutput(channel.getInvertedIn(), session);
  }

  @Override
  public InputStream getInputStream() {
    return new WatchedInput(channel.getInvertedOut(), session);
  }

  @Override
  public InputStream getErrorStream() {
    return channel.getInvertedErr();
  }

  @Override
  public int waitFor() {
    waitFor(session.deadline().left().toMillis(), TimeUnit.MILLISECONDS);
    return exitValue();
  }

  @Override
  public boolean waitFor(long timeout, TimeUnit unit) {
    return channel
        .waitFor(EnumSet.of(ClientChannelEvent.CLOSED), Duration.of(timeout, unit.toChronoUnit()))
        .contains(ClientChannelEvent.CLOSED);
  }

  @Override
  public int exitValue() {
    Integer status = channel.getExitStatus();
    if (status == null) {
      throw new IllegalThreadStateException("the program on the host did not tell how it ended");
    }
    return status;
  }

  @Override
  public void destroy() {
    channel.close(true);
  }
}
