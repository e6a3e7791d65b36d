package io.github.sourceprovisioner.fetch.git.ssh;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Map;
import java.util.OptionalInt;
import org.apache.sshd.client.channel.ChannelExec;
import org.apache.sshd.client.channel.ClientChannelEvent;

/**
 * A running {@code git-upload-pack} on a host. Used by one thread; may be closed by another, which
 * ends a read that waits.
 */
public final class SshConnection implements Closeable {

  private static final Map<String, String> OFFER = Map.of("GIT_PROTOCOL", "version=2");
  private static final Duration LAST_WORDS = Duration.ofSeconds(1);

  private final Session session;
  private final ChannelExec channel;
  private final ErrorText errors;
  private final InputStream in;
  private final OutputStream out;

  private SshConnection(Session session, ChannelExec channel, ErrorText errors) {
    this.session = session;
    this.channel = channel;
    this.errors = errors;
    this.in = new WatchedInput(channel.getInvertedOut(), session);
    this.out = new WatchedOutput(channel.getInvertedIn(), session);
  }

  static SshConnection start(Session session, String command)
      throws IOException, InterruptedException {
    ChannelExec channel = session.channel(command, OFFER);
    ErrorText errors = new ErrorText();
    channel.setErr(errors);
    session.start(channel);
    return new SshConnection(session, channel, errors);
  }

  /**
   * What the program says. A read throws {@link io.github.sourceprovisioner.failure.TransferFailed}
   * if the host is silent for too long or the time is over, and {@link
   * java.io.InterruptedIOException} if this thread was asked to stop, which it then still is; both
   * close the connection.
   */
  public InputStream in() {
    return in;
  }

  /** What the program hears, as soon as it is flushed. Fails as {@link #in()} does. */
  public OutputStream out() {
    return out;
  }

  /**
   * What the program or the host said aside so far: one line of at most 2,000 characters, without
   * control characters; empty if it said nothing. It is not ours, and never to be trusted.
   */
  public String errorText() {
    return errors.text();
  }

  /**
   * How the program ended; empty if it still runs, or if the host does not tell within a second.
   */
  public OptionalInt exitStatus() {
    channel.waitFor(
        EnumSet.of(ClientChannelEvent.EXIT_STATUS, ClientChannelEvent.CLOSED), LAST_WORDS);
    Integer status = channel.getExitStatus();
    return status == null ? OptionalInt.empty() : OptionalInt.of(status);
  }

  /** Ends the program and the connection at once, whatever state they are in. */
  @Override
  public void close() throws IOException {
    session.close();
  }
}
