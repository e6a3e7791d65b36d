package io.github.sourceprovisioner.fetch.git;

import static io.github.sourceprovisioner.fetch.git.TestContext.location;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.sourceprovisioner.failure.AccessDenied;
import io.github.sourceprovisioner.failure.IntegrityMismatch;
import io.github.sourceprovisioner.failure.SourceNotFound;
import io.github.sourceprovisioner.fetch.git.ssh.SshHome;
import io.github.sourceprovisioner.model.Revision;
import io.github.sourceprovisioner.model.SourceLocation;
import io.github.sourceprovisioner.server.Sshd;
import io.github.sourceprovisioner.server.Upstream;
import io.github.sourceprovisioner.spi.Credential;
import io.github.sourceprovisioner.web.Trust;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole way over ssh, against the server of OpenSSH and git itself. */
class SshFetchTest {

  private Path root;
  private Upstream upstream;
  private TestContext context;
  private Sshd sshd;

  @BeforeEach
  void start(@TempDir Path directory) throws Exception {
    root = directory;
    upstream = Upstream.create(root.resolve("modules.git"));
    upstream.commit("main", Map.of("vpc/main.tf", "one", "eks/main.tf", "two"));
    upstream.git("tag", "v1", "main");
    context = new TestContext(Files.createDirectory(root.resolve("store")));
    Files.createDirectories(root.resolve("home/.ssh"));
    sshd = Sshd.start(Files.createDirectory(root.resolve("sshd")));
  }

  @AfterEach
  void stop() {
    sshd.close();
  }

  @Test
  void aSubdirectoryComesAtATagWithTwoConnections() throws Exception {
    knownHosts(sshd.knownHost());
    context.credential = Optional.of(key(sshd.key()));

    assertThat(files(upstream.directory())).containsExactly(Map.entry("f main.tf", "one"));
    assertThat(context.requests).hasSize(2).allMatch(url -> url.startsWith("ssh://"));
    assertThat(context.notes).contains("protocol v2: depth 1, blob:none");
    assertThat(context.bytes).isPositive();
  }

  @Test
  void aHostThatNobodyKnowsIsRefusedWithItsFingerprint() throws Exception {
    context.credential = Optional.of(key(sshd.key()));

    AccessDenied failure = failure(AccessDenied.class, upstream.directory());

    assertThat(failure.getMessage() + failure.advice()).contains("127.0.0.1", "SHA256:");
  }

  @Test
  void aHostWithAnotherKeyThanKnownIsRefused() throws Exception {
    knownHosts(sshd.impostor());
    context.credential = Optional.of(key(sshd.key()));

    assertThat(failure(IntegrityMismatch.class, upstream.directory()).advice()).isNotEmpty();
  }

  @Test
  void aKeyThatTheHostDoesNotKnowIsNamedByItsServer() throws Exception {
    knownHosts(sshd.knownHost());
    context.credential = Optional.of(key(sshd.strangersKey()));

    assertThat(failure(AccessDenied.class, upstream.directory())).hasMessageContaining("work");
  }

  @Test
  void aRepositoryThatIsNotThereIsSaidToBeMissing() throws Exception {
    knownHosts(sshd.knownHost());
    context.credential = Optional.of(key(sshd.key()));

    assertThat(failure(SourceNotFound.class, root.resolve("nope.git")))
        .hasMessage("no such repository");
    assertThat(context.notes).anyMatch(note -> note.startsWith("the host says: "));
  }

  private void knownHosts(String line) throws Exception {
    Files.writeString(root.resolve("home/.ssh/known_hosts"), line + "\n");
  }

  private static Credential key(Path file) throws Exception {
    return new Credential("work", "", "", Optional.of(Files.readString(file)), Optional.empty());
  }

  private Map<String, String> files(Path repository) throws Exception {
    SshHome home = new SshHome(root.resolve("home"), sshd.user(), Optional.empty());
    GitFetcher fetcher =
        new GitFetcher(InstantSource.system(), new HostNetwork(Trust.jvm(), () -> home));
    SourceLocation location = location(sshd.url(repository), "v1", "vpc");
    Revision revision = fetcher.resolve(location, context);
    return Delivered.read(fetcher.fetch(location, revision, root, context));
  }

  private <T extends Throwable> T failure(Class<T> type, Path repository) {
    return catchThrowableOfType(type, () -> files(repository));
  }
}
