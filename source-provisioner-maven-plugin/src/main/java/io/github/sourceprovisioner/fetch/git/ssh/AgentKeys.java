package io.github.sourceprovisioner.fetch.git.ssh;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.security.PublicKey;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.sshd.client.auth.pubkey.KeyAgentIdentity;
import org.apache.sshd.client.auth.pubkey.PublicKeyIdentity;
import org.apache.sshd.common.config.keys.KeyUtils;

/** The keys that the user's agent holds, as far as they may be presented. */
final class AgentKeys implements Closeable {

  private final Optional<Path> socket;
  private final Optional<List<PublicKey>> only;
  private Optional<Agent> agent = Optional.empty();
  private boolean closed;

  /**
   * Does not connect yet.
   *
   * @param socket empty means that there is no agent
   * @param only the keys that may be presented; empty means all
   */
  AgentKeys(Optional<Path> socket, Optional<List<PublicKey>> only) {
    this.socket = socket;
    this.only = only;
  }

  /** The socket that the configuration or else the environment names. */
  static Optional<Path> socket(HostSettings settings, SshHome home) {
    Optional<String> other = settings.identityAgent().filter(name -> !name.equals("SSH_AUTH_SOCK"));
    if (other.isEmpty()) {
      return home.agent();
    }
    return other.filter(name -> !name.equals("none")).map(home::resolve);
  }

  /** Whether an agent may have to ask its user first, which takes time. */
  boolean isThere() {
    return socket.isPresent();
  }

  /** Asks the agent; one that does not answer has no keys. */
  Stream<PublicKeyIdentity> offer(Attempts attempts) {
    if (socket.isEmpty()) {
      return Stream.empty();
    }
    try {
      Agent connected = connect(socket.get());
      return StreamSupport.stream(connected.getIdentities().spliterator(), false)
          .filter(this::isWanted)
          .map(
              key -> {
                attempts.addAgentKey();
                return new KeyAgentIdentity(connected, key.getKey(), key.getValue());
              });
    } catch (IOException | RuntimeException e) {
      attempts.add("the agent, which does not answer");
      return Stream.empty();
    }
  }

  @Override
  public synchronized void close() throws IOException {
    closed = true;
    if (agent.isPresent()) {
      agent.get().close();
    }
  }

  private Agent connect(Path at) throws IOException {
    Agent connected = Agent.connect(at);
    synchronized (this) {
      agent = Optional.of(connected);
      if (closed) {
        connected.close();
      }
    }
    return connected;
  }

  private boolean isWanted(Map.Entry<PublicKey, String> key) {
    return only.map(keys -> keys.stream().anyMatch(k -> KeyUtils.compareKeys(k, key.getKey())))
        .orElse(true);
  }
}
