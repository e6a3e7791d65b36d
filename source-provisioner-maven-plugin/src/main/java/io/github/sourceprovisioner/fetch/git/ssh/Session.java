package io.github.sourceprovisioner.fetch.git.ssh;

import java.io.Closeable;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Map;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.channel.ChannelExec;
import org.apache.sshd.client.future.AuthFuture;
import org.apache.sshd.client.future.ConnectFuture;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.future.VerifiableFuture;
import org.apache.sshd.common.future.WaitableFuture;

/** A host that let us in. Closing it ends whatever runs, without waiting for the host. */
final class Session implements Closeable {

  private final SshClient client;
  private final ClientSession session;
  private final Handshake handshake;
  private final Deadline deadline;

  private Session(SshClient client, ClientSession session, Handshake handshake, Deadline deadline) {
    this.client = client;
    this.session = session;
    this.handshake = handshake;
    this.deadline = deadline;
  }

  /**
   * Connects and logs in.
   *
   * @throws io.github.sourceprovisioner.failure.ProvisioningException if that is not possible
   */
  static Session open(Handshake handshake, Deadline deadline)
      throws IOException, InterruptedException {
    SshClient client = handshake.client(deadline);
    try {
      client.start();
      ClientSession session = connected(client, handshake.login(), deadline);
      AuthFuture login = session.auth();
      finish(login, handshake.patience(deadline), deadline);
      return new Session(client, session, handshake, deadline);
    } catch (IOException | RuntimeException e) {
      close(client, handshake);
      throw SshFailures.explain(e, handshake);
    } catch (InterruptedException e) {
      close(client, handshake);
      throw e;
    }
  }

  Deadline deadline() {
    return deadline;
  }

  /** A channel for one command; it does not run yet. */
  ChannelExec channel(String command, Map<String, String> environment) throws IOException {
    return session.createExecChannel(command, null, environment);
  }

  /**
   * Starts the command of a channel.
   *
   * @throws io.github.sourceprovisioner.failure.ProvisioningException if the host refuses
   */
  void start(ChannelExec channel) throws IOException, InterruptedException {
    try {
      finish(channel.open(), deadline.patience(), deadline);
    } catch (IOException | RuntimeException e) {
      throw SshFailures.explain(e, handshake);
    }
  }

  @Override
  public void close() throws IOException {
    session.close(true);
    close(client, handshake);
  }

  private static ClientSession connected(SshClient client, Login login, Deadline deadline)
      throws IOException, InterruptedException {
    InetAddress address = InetAddress.getByName(login.host());
    ConnectFuture connecting =
        client.connect(login.user(), new InetSocketAddress(address, login.port()));
    finish(connecting, deadline.patience(), deadline);
    return connecting.getSession();
  }

  private static <F extends WaitableFuture & VerifiableFuture<?>> void finish(
      F future, Duration patience, Deadline deadline) throws IOException, InterruptedException {
    try {
      if (!future.await(patience)) {
        throw deadline.exceeded(patience);
      }
      future.verify(patience);
    } catch (InterruptedIOException e) {
      if (e.getCause() instanceof InterruptedException stopped) {
        throw stopped;
      }
      throw e;
    }
  }

  private static void close(SshClient client, Handshake handshake) throws IOException {
    handshake.close();
    client.stop();
  }
}
