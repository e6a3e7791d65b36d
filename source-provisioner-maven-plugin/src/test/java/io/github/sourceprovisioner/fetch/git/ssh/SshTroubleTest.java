package io.github.sourceprovisioner.fetch.git.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.sourceprovisioner.failure.TransferFailed;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Hosts that are absent, slow or broken end in a message, and a stop is a stop. */
@Timeout(60)
class SshTroubleTest {

  private static final Duration LONG = Duration.ofMinutes(5);
  private static final Duration SHORT = Duration.ofSeconds(1);

  private Path directory;
  private final AtomicReference<Instant> now = new AtomicReference<>(Instant.now());
  private final CountDownLatch running = new CountDownLatch(1);
  private KeyPair key;
  private EmbeddedHost host;
  private TestHome home;

  @BeforeEach
  void start(@TempDir Path empty) throws Exception {
    directory = empty;
    KeyPair hostKey = TestKeys.ed25519();
    key = TestKeys.ed25519();
    host = new EmbeddedHost(hostKey);
    host.authorized.add(key.getPublic());
    host.program =
        call -> {
          running.countDown();
          return call.in().read();
        };
    home = new TestHome(directory).knows(host.port(), hostKey.getPublic());
    home.file("id_ed25519", TestKeys.text(key));
  }

  @AfterEach
  void stop() throws Exception {
    host.close();
    ClientThreads.areGone();
  }

  @Test
  void anUnknownHostNameIsSaid() {
    TransferFailed failure = failure("ssh://git@no-such-host.invalid/r", LONG, LONG);
    assertThat(failure).hasMessage("there is no host no-such-host.invalid");
    assertThat(failure.advice()).containsExactly("check the URL and the network");
  }

  @Test
  void aClosedPortIsSaid() throws Exception {
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    TransferFailed failure = failure("ssh://git@127.0.0.1:" + port + "/r", LONG, LONG);
    assertThat(failure)
        .hasMessage("127.0.0.1:" + port + " refuses ssh connections, or cannot be reached");
    assertThat(failure.advice())
        .containsExactly(
            "check the port in the URL, and the network",
            "use the https URL of the repository where ssh is blocked");
  }

  @Test
  void aHostThatIsSilentFromTheStartIsLeft() throws Exception {
    try (SilentHost silent = new SilentHost("")) {
      TransferFailed failure = failure("ssh://git@127.0.0.1:" + silent.port() + "/r", SHORT, LONG);
      assertThat(failure).hasMessage("127.0.0.1:" + silent.port() + " did not answer for 1 s");
      assertThat(failure.advice())
          .containsExactly(
              "try again", "check the network and the port: ssh has 22 where the URL names none");
    }
  }

  @Test
  void aHostThatSpeaksAnotherProtocolIsLeft() throws Exception {
    try (SilentHost web = new SilentHost("x".repeat(100_000))) {
      TransferFailed failure = failure("ssh://git@127.0.0.1:" + web.port() + "/r", LONG, LONG);
      assertThat(failure)
          .hasMessage("the ssh connection to 127.0.0.1:" + web.port() + " broke off");
      assertThat(failure.advice()).containsExactly("try again");
    }
  }

  @Test
  void anAgentThatDoesNotAnswerIsLeftWhenTheTimeIsOver() throws Exception {
    try (FakeAgent agent = new FakeAgent(directory, key).silent()) {
      home.agent(agent.socket);
      TransferFailed failure = failure(host.address("/r"), LONG, SHORT);
      assertThat(failure).hasMessage("the transfer took longer than 1 s");
      assertThat(failure.advice()).containsExactly("raise -Dsource.timeout");
    }
  }

  @Test
  void aProgramThatFallsSilentIsLeft() throws Exception {
    try (SshConnection connection = open(host.address("/r"), Duration.ofSeconds(8), LONG)) {
      assertThatThrownBy(() -> connection.in().read())
          .isInstanceOf(TransferFailed.class)
          .hasMessage("127.0.0.1:" + host.port() + " did not answer for 8 s");
    }
  }

  @Test
  void aTransferEndsWhenItsTimeIsOver() throws Exception {
    try (SshConnection connection = open(host.address("/r"), LONG, LONG)) {
      now.updateAndGet(then -> then.plus(LONG));
      assertThatThrownBy(() -> connection.in().read())
          .isInstanceOf(TransferFailed.class)
          .hasMessage("the transfer took longer than 300 s");
      assertThatThrownBy(() -> connection.out().write(1)).isInstanceOf(TransferFailed.class);
    }
  }

  @Test
  void aThreadThatIsStoppedWhileItReadsClosesTheConnection() throws Exception {
    try (SshConnection connection = open(host.address("/r"), LONG, LONG)) {
      stopThisThreadWhenTheProgramRuns();
      assertThatThrownBy(() -> connection.in().read()).isInstanceOf(InterruptedIOException.class);
      assertThat(Thread.interrupted()).isTrue();
      assertThat(connection.exitStatus()).isEmpty();
    }
  }

  @Test
  void aThreadThatIsStoppedWhileItConnectsLeavesNothingOpen() throws Exception {
    try (SilentHost silent = new SilentHost("")) {
      Thread.currentThread().interrupt();
      assertThatThrownBy(
              () -> open(SshAddress.of("ssh://git@127.0.0.1:" + silent.port() + "/r"), LONG, LONG))
          .isInstanceOf(InterruptedException.class);
    }
  }

  @Test
  void closingFromAnotherThreadEndsARead() throws Exception {
    SshConnection connection = open(host.address("/r"), LONG, LONG);
    Thread closer = new Thread(() -> closeWhenTheProgramRuns(connection));
    closer.start();
    assertThat(connection.in().read()).isEqualTo(-1);
    closer.join();
  }

  private void closeWhenTheProgramRuns(SshConnection connection) {
    try {
      running.await();
      connection.close();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private void stopThisThreadWhenTheProgramRuns() {
    Thread reader = Thread.currentThread();
    new Thread(
            () -> {
              try {
                running.await();
                reader.interrupt();
              } catch (InterruptedException e) {
                throw new IllegalStateException(e);
              }
            })
        .start();
  }

  private TransferFailed failure(String url, Duration idle, Duration total) {
    return failure(SshAddress.of(url), idle, total);
  }

  private TransferFailed failure(SshAddress address, Duration idle, Duration total) {
    return catchThrowableOfType(TransferFailed.class, () -> open(address, idle, total));
  }

  private SshConnection open(SshAddress address, Duration idle, Duration total) throws Exception {
    InstantSource clock = idle.equals(LONG) && total.equals(LONG) ? now::get : Instant::now;
    return new SshConnections(home.home(), clock)
        .open(address, Optional.empty(), new SshTimeouts(idle, total));
  }
}
