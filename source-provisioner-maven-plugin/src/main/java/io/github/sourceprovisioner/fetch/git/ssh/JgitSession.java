package io.github.sourceprovisioner.fetch.git.ssh;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.apache.sshd.client.channel.ChannelExec;
import org.eclipse.jgit.transport.RemoteSession2;

/** A host that let us in, as JGit sees it. */
final class JgitSession implements RemoteSession2 {

  private final Session session;

  JgitSession(Session session) {
    this.session = session;
  }

  @Override
  public Process exec(String command, int seconds) throws IOException {
    return exec(command, Map.of(), seconds);
  }

  @Override
  public Process exec(String command, Map<String, String> environment, int seconds)
      throws IOException {
    ChannelExec channel = session.channel(command, environment);
    try {
      session.start(channel);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("the transfer was stopped", e);
    }
    return new RemoteProcess(channel, session);
  }

  @Override
  public void disconnect() {
    try {
      session.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
