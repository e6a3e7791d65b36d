package io.github.sourceprovisioner.fetch.git;

import static io.github.sourceprovisioner.fetch.git.Delivered.read;
import static io.github.sourceprovisioner.fetch.git.TestContext.location;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.sourceprovisioner.failure.ProvisioningException;
import io.github.sourceprovisioner.failure.SourceNotFound;
import io.github.sourceprovisioner.model.SourceLocation;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.Map;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.transport.Daemon;
import org.eclipse.jgit.transport.resolver.FileResolver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The protocol of {@code git://} URLs, from a real daemon. */
class GitDaemonTest {

  private Path root;
  private BareRepository repository;
  private Daemon daemon;
  private TestContext context;
  private ObjectId commit;

  @BeforeEach
  void serve(@TempDir Path repositories, @TempDir Path store) throws Exception {
    root = repositories;
    context = new TestContext(store);
    repository = new BareRepository(root.resolve("modules.git"));
    commit = repository.commit(Map.of("vpc/main.tf", "one", "x:run.sh", "#!"));
    repository.ref("refs/heads/main", commit);
    repository.ref("refs/tags/v1", repository.tag("v1", commit, Constants.OBJ_COMMIT));
    daemon = new Daemon(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    daemon.setRepositoryResolver(new FileResolver<>(root.toFile(), true));
    daemon.start();
  }

  @AfterEach
  void stop() throws Exception {
    daemon.stopAndWait();
    repository.close();
  }

  @Test
  void aTagComesWholeOrInPartAndIsCounted() throws Exception {
    assertThat(files("modules.git", "v1", "vpc")).containsExactly(Map.entry("f main.tf", "one"));
    assertThat(context.requests).isNotEmpty();
    assertThat(context.completed + context.failures.size()).isEqualTo(context.requests.size());
    assertThat(context.bytes).isPositive();
    assertThat(files("modules.git", "", ""))
        .containsExactly(Map.entry("f vpc/main.tf", "one"), Map.entry("x run.sh", "#!"));
  }

  @Test
  void aCommitComesByItsFullId() throws Exception {
    assertThat(files("modules.git", commit.name(), "")).hasSize(2);
  }

  @Test
  void aRepositoryThatIsNotThereIsNotFound() {
    ProvisioningException failure =
        catchThrowableOfType(SourceNotFound.class, () -> files("none.git", "v1", ""));
    assertThat(failure).hasMessage("no such repository");
    assertThat(failure.advice())
        .contains("check the URL; a private repository looks the same without a credential");
  }

  private Map<String, String> files(String name, String ref, String subdir) throws Exception {
    GitFetcher fetcher = new GitFetcher();
    String url = "git://127.0.0.1:" + daemon.getAddress().getPort() + "/" + name;
    SourceLocation location = location(url, ref, subdir);
    return read(fetcher.fetch(location, fetcher.resolve(location, context), root, context));
  }
}
