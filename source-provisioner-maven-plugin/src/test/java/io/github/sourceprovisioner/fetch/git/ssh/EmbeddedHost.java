package io.github.sourceprovisioner.fetch.git.ssh;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.KeyPair;
import java.security.PublicKey;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.command.AbstractCommandSupport;
import org.apache.sshd.server.forward.RejectAllForwardingFilter;

/** A host with an ssh server on the loopback interface, which runs what a test says. */
final class EmbeddedHost implements AutoCloseable {

  /** What runs in the place of every command. */
  interface Program {
    int run(Call call) throws Exception;
  }

  /** One command that a client started. */
  record Call(
      String command,
      Map<String, String> environment,
      InputStream in,
      OutputStream out,
      OutputStream err) {}

  final List<String> heard = new CopyOnWriteArrayList<>();
  final List<PublicKey> authorized = new CopyOnWriteArrayList<>();
  volatile String password = "";
  volatile Program program = call -> 0;
  final SshServer server = SshServer.setUpDefaultServer();

  EmbeddedHost(KeyPair... hostKeys) throws IOException {
    server.setHost("127.0.0.1");
    server.setPort(0);
    server.setKeyPairProvider(KeyPairProvider.wrap(hostKeys));
    server.setForwardingFilter(RejectAllForwardingFilter.INSTANCE);
    server.setPasswordAuthenticator(
        (user, attempt, session) -> {
          heard.add("password of " + user);
          return !password.isEmpty() && password.equals(attempt);
        });
    server.setPublickeyAuthenticator(
        (user, key, session) -> {
          heard.add("key " + TestKeys.fingerprint(key) + " of " + user);
          return authorized.stream().anyMatch(known -> KeyUtils.compareKeys(known, key));
        });
    server.setCommandFactory((channel, command) -> new Running(command));
    server.start();
  }

  int port() {
    return server.getPort();
  }

  SshAddress address(String path) {
    return SshAddress.of("ssh://git@127.0.0.1:" + port() + path);
  }

  @Override
  public void close() throws IOException {
    server.stop(true);
  }

  private final class Running extends AbstractCommandSupport {

    Running(String command) {
      super(command, null);
    }

    @Override
    public void run() {
      int status = 255;
      try {
        Map<String, String> environment = getEnvironment().getEnv();
        heard.add(getCommand());
        status =
            program.run(
                new Call(
                    getCommand(),
                    environment,
                    getInputStream(),
                    getOutputStream(),
                    getErrorStream()));
        getOutputStream().flush();
        getErrorStream().flush();
      } catch (Exception e) {
        heard.add("failed: " + e);
      }
      onExit(status);
    }
  }
}
