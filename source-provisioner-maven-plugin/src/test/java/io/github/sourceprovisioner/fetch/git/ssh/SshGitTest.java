package io.github.sourceprovisioner.fetch.git.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.sourceprovisioner.failure.AccessDenied;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.eclipse.jgit.errors.NoRemoteRepositoryException;
import org.eclipse.jgit.errors.TransportException;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.transport.FetchConnection;
import org.eclipse.jgit.transport.PacketLineIn;
import org.eclipse.jgit.transport.PacketLineOut;
import org.eclipse.jgit.transport.SshTransport;
import org.eclipse.jgit.transport.Transport;
import org.eclipse.jgit.transport.URIish;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Git's own server program behind ssh understands us, also through JGit. */
class SshGitTest {

  private static final SshTimeouts TIMEOUTS =
      new SshTimeouts(Duration.ofSeconds(30), Duration.ofSeconds(60));

  private Path directory;
  private GitProgram git;
  private EmbeddedHost host;
  private SshConnections connections;
  private TestHome home;

  @BeforeEach
  void serve(@TempDir Path empty) throws Exception {
    directory = empty;
    git = new GitProgram(directory);
    KeyPair hostKey = TestKeys.ed25519();
    KeyPair userKey = TestKeys.ecdsa();
    host = new EmbeddedHost(hostKey);
    host.authorized.add(userKey.getPublic());
    host.program = git;
    home = new TestHome(directory.resolve("user"));
    home.knows(host.port(), hostKey.getPublic()).file("id_ecdsa", TestKeys.text(userKey));
    connections = new SshConnections(home.home(), InstantSource.system());
  }

  @AfterEach
  void stop() throws Exception {
    if (host != null) {
      host.close();
    }
  }

  @Test
  void theServerSpeaksVersionTwoAndListsItsRefs() throws Exception {
    String commit = git.repository("a repo's $(x) name!.git");
    String path = directory + "/a%20repo's%20$(x)%20name!.git";
    try (SshConnection connection =
        connections.open(host.address(path), Optional.empty(), TIMEOUTS)) {
      PacketLineIn in = new PacketLineIn(connection.in());
      assertThat(in.readString()).isEqualTo("version 2");
      while (!PacketLineIn.isEnd(in.readString())) {
        assertThat(connection.errorText()).isEmpty();
      }
      PacketLineOut out = new PacketLineOut(connection.out());
      out.writeString("command=ls-refs");
      out.writeDelim();
      out.writeString("ref-prefix refs/heads/");
      out.end();
      assertThat(in.readString()).isEqualTo(commit + " refs/heads/main");
    }
  }

  @Test
  void aPathBelowAHomeDirectoryIsFound() throws Exception {
    git.repository("mine.git");
    try (SshConnection connection =
        connections.open(host.address("/~/mine.git"), Optional.empty(), TIMEOUTS)) {
      assertThat(new PacketLineIn(connection.in()).readString()).isEqualTo("version 2");
    }
  }

  @Test
  void whatTheServerSaysOfAMissingRepositoryCanBeRead() throws Exception {
    try (SshConnection connection =
        connections.open(host.address("/no/such.git"), Optional.empty(), TIMEOUTS)) {
      assertThat(connection.in().readAllBytes()).isEmpty();
      assertThat(connection.exitStatus()).hasValue(128);
      assertThat(connection.errorText()).contains("/no/such.git").doesNotContain("\n");
    }
  }

  @Test
  void jgitFetchesThroughTheSameWay() throws Exception {
    String commit = git.repository("r.git");
    try (Transport transport = transport("/r.git");
        FetchConnection connection = transport.openFetch()) {
      Ref main = connection.getRef("refs/heads/main");
      assertThat(main.getObjectId()).isEqualTo(ObjectId.fromString(commit));
    }
    assertThat(host.heard).anyMatch(said -> said.startsWith("git-upload-pack '/"));
    assertThat(git.offers).containsExactly("version=2");
  }

  @Test
  void jgitSpeaksTheOldProtocolIfToldSo() throws Exception {
    String commit = git.repository("r.git");
    try (Transport transport = transport("/r.git")) {
      transport.setOptionUploadPack("GIT_PROTOCOL= git-upload-pack");
      try (FetchConnection connection = transport.openFetch()) {
        assertThat(connection.getRef("refs/heads/main").getObjectId())
            .isEqualTo(ObjectId.fromString(commit));
      }
    }
  }

  @Test
  void jgitHearsThatARepositoryIsMissing() throws Exception {
    try (Transport transport = transport("/none.git")) {
      assertThat(catchThrowableOfType(TransportException.class, transport::openFetch))
          .isInstanceOf(NoRemoteRepositoryException.class);
    }
  }

  @Test
  void theReasonWhyNobodyIsLetInIsAmongTheCausesOfJgit() throws Exception {
    host.authorized.clear();
    try (Transport transport = transport("/r.git")) {
      TransportException failure =
          catchThrowableOfType(TransportException.class, transport::openFetch);
      assertThat(failure).hasRootCauseInstanceOf(Exception.class);
      assertThat(failure)
          .cause()
          .satisfiesAnyOf(
              cause -> assertThat(cause).isInstanceOf(AccessDenied.class),
              cause -> assertThat(cause).hasCauseInstanceOf(AccessDenied.class));
    }
  }

  private Transport transport(String name) throws Exception {
    URIish uri = new URIish("ssh://git@127.0.0.1:" + host.port() + directory + name);
    Transport transport = Transport.open(uri);
    if (transport instanceof SshTransport ssh) {
      ssh.setSshSessionFactory(connections.sessions(Optional.empty(), TIMEOUTS));
    }
    return transport;
  }
}
