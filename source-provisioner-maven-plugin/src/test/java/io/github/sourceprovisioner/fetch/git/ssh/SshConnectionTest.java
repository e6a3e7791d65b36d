package io.github.sourceprovisioner.fetch.git.ssh;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.sourceprovisioner.spi.Credential;
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

/** A program on a host is started, heard and ended. */
class SshConnectionTest {

  private static final SshTimeouts TIMEOUTS =
      new SshTimeouts(Duration.ofSeconds(30), Duration.ofSeconds(60));

  private Path directory;
  private EmbeddedHost host;
  private TestHome home;
  private Optional<Credential> credential;

  @BeforeEach
  void start(@TempDir Path empty) throws Exception {
    directory = empty;
    KeyPair hostKey = TestKeys.ed25519();
    KeyPair userKey = TestKeys.ed25519();
    host = new EmbeddedHost(hostKey);
    host.authorized.add(userKey.getPublic());
    home = new TestHome(directory).knows(host.port(), hostKey.getPublic());
    credential =
        Optional.of(
            new Credential(
                "a test", "", "", Optional.of(TestKeys.text(userKey)), Optional.empty()));
  }

  @AfterEach
  void stop() throws Exception {
    host.close();
  }

  @Test
  void theProgramHearsTheOfferOfVersionTwoAndBothSidesTalk() throws Exception {
    host.program =
        call -> {
          byte[] said = call.in().readNBytes(4);
          String offer = call.environment().get("GIT_PROTOCOL");
          call.out().write((offer + " " + new String(said, UTF_8)).getBytes(UTF_8));
          return 0;
        };
    try (SshConnection connection = open("/a/b.git")) {
      connection.out().write("ping".getBytes(UTF_8));
      connection.out().flush();
      assertThat(new String(connection.in().readAllBytes(), UTF_8)).isEqualTo("version=2 ping");
      assertThat(connection.exitStatus()).hasValue(0);
      assertThat(connection.errorText()).isEmpty();
    }
    assertThat(host.heard).last().isEqualTo("git-upload-pack '/a/b.git'");
  }

  @Test
  void whatIsSaidAsideIsOneBoundedLineWithoutControlCharacters() throws Exception {
    host.program =
        call -> {
          call.err().write("\u001b[31mERROR:\r\nno such\trepository ".getBytes(UTF_8));
          call.err().write("x".repeat(10_000).getBytes(UTF_8));
          return 128;
        };
    try (SshConnection connection = open("/gone.git")) {
      assertThat(connection.in().readAllBytes()).isEmpty();
      assertThat(connection.exitStatus()).hasValue(128);
      assertThat(connection.errorText())
          .startsWith("[31mERROR: no such repository xxx")
          .hasSizeLessThanOrEqualTo(2_000);
    }
  }

  @Test
  void aLargeAnswerComesWhole() throws Exception {
    byte[] large = new byte[20 << 20];
    host.program =
        call -> {
          call.out().write(large);
          return 0;
        };
    try (SshConnection connection = open("/large.git")) {
      assertThat(connection.in().readAllBytes()).hasSameSizeAs(large);
    }
  }

  @Test
  void noThreadOutlivesAConnectionAndNothingIsWritten() throws Exception {
    String before = Files.readString(directory.resolve(".ssh/known_hosts"));
    open("/a.git").close();
    ClientThreads.areGone();
    assertThat(Files.readString(directory.resolve(".ssh/known_hosts"))).isEqualTo(before);
    assertThat(directory.resolve(".ssh")).isDirectoryNotContaining("glob:**/*.{lock,old}");
  }

  private SshConnection open(String path) throws Exception {
    return new SshConnections(home.home(), InstantSource.system())
        .open(host.address(path), credential, TIMEOUTS);
  }
}
