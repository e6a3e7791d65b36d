package io.github.sourceprovisioner.fetch.git.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.sourceprovisioner.failure.AccessDenied;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The agent of the user signs, without a native library. */
class SshAgentTest {

  private Path directory;
  private KeyPair key;
  private EmbeddedHost host;
  private TestHome home;

  @BeforeEach
  void start(@TempDir Path empty) throws Exception {
    directory = empty;
    KeyPair hostKey = TestKeys.ed25519();
    key = TestKeys.ed25519();
    host = new EmbeddedHost(hostKey);
    home = new TestHome(directory).knows(host.port(), hostKey.getPublic());
  }

  @AfterEach
  void stop() throws Exception {
    host.close();
  }

  @Test
  void aSocketWithoutAnAgentIsNamedAndNoObstacle() throws Exception {
    home.agent(directory.resolve("gone")).file("id_ed25519", TestKeys.text(key));
    assertThat(denied().getMessage())
        .endsWith(" in with the agent, which does not answer, ~/.ssh/id_ed25519");
    host.authorized.add(key.getPublic());
    open();
  }

  @Test
  void refusedKeysOfTheAgentAreCounted() throws Exception {
    try (FakeAgent agent = new FakeAgent(directory, TestKeys.ed25519(), TestKeys.ecdsa())) {
      home.agent(agent.socket).file("id_ed25519", TestKeys.text(key));
      AccessDenied failure = denied();
      assertThat(failure.getMessage()).endsWith(" in with 2 keys of the agent, ~/.ssh/id_ed25519");
      assertThat(failure.advice())
          .first()
          .isEqualTo(
              "name the right key with IdentityFile and IdentitiesOnly yes in ~/.ssh/config: hosts"
                  + " hang up after a few keys");
    }
  }

  @Test
  void theAgentSignsWithKeysOfEveryType() throws Exception {
    for (KeyPair held : new KeyPair[] {key, TestKeys.ecdsa(), TestKeys.rsa()}) {
      host.authorized.clear();
      host.authorized.add(held.getPublic());
      try (FakeAgent agent = new FakeAgent(directory, TestKeys.ecdsa(), held)) {
        home.agent(agent.socket);
        open();
      }
    }
    assertThat(host.heard).filteredOn(said -> said.startsWith("git-upload-pack")).hasSize(3);
  }

  @Test
  void theConfigurationLimitsTheAgentToTheKeysThatItNames() throws Exception {
    host.authorized.add(key.getPublic());
    home.file("deploy.pub", TestKeys.line(key.getPublic()) + " comment\n")
        .file("config", "IdentityFile ~/.ssh/deploy\nIdentitiesOnly yes\n");
    try (FakeAgent agent = new FakeAgent(directory, TestKeys.ecdsa(), key)) {
      home.agent(agent.socket);
      open();
    }
    assertThat(host.heard).first().asString().contains(TestKeys.fingerprint(key.getPublic()));
  }

  @Test
  void theConfigurationNamesAnotherAgentOrNone() throws Exception {
    host.authorized.add(key.getPublic());
    try (FakeAgent agent = new FakeAgent(directory, key)) {
      home.file("config", "IdentityAgent " + agent.socket);
      open();
      home.agent(agent.socket).file("config", "IdentityAgent none");
      assertThat(denied().getMessage()).endsWith("there is no key for it");
    }
  }

  @Test
  void theAgentOfOpenSshSigns() throws Exception {
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/ssh-agent")), "ssh-agent is not installed");
    host.authorized.add(key.getPublic());
    Path socket = Files.createTempDirectory("agent").resolve("s");
    Process agent =
        new ProcessBuilder("ssh-agent", "-D", "-a", socket.toString())
            .redirectErrorStream(true)
            .start();
    try {
      agent.getInputStream().read();
      add(socket);
      home.agent(socket);
      open();
    } finally {
      agent.destroy();
      agent.waitFor();
      Files.deleteIfExists(socket);
      Files.delete(socket.getParent());
    }
  }

  private void add(Path socket) throws Exception {
    ProcessBuilder add = new ProcessBuilder("ssh-add", "-q", "-");
    add.environment().put("SSH_AUTH_SOCK", socket.toString());
    Process process = add.start();
    process.getOutputStream().write(TestKeys.text(key).getBytes(StandardCharsets.US_ASCII));
    process.getOutputStream().close();
    assertThat(process.waitFor()).isZero();
  }

  private AccessDenied denied() {
    return catchThrowableOfType(AccessDenied.class, this::open);
  }

  private void open() throws IOException, InterruptedException {
    SshTimeouts timeouts = new SshTimeouts(Duration.ofSeconds(30), Duration.ofSeconds(60));
    SshConnections connections = new SshConnections(home.home(), InstantSource.system());
    try (SshConnection connection =
        connections.open(host.address("/a.git"), Optional.empty(), timeouts)) {
      assertThat(connection.in().readAllBytes()).isEmpty();
    }
  }
}
