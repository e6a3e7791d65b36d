package io.github.sourceprovisioner.fetch.git;

import static io.github.sourceprovisioner.fetch.git.Delivered.read;
import static io.github.sourceprovisioner.fetch.git.TestContext.location;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.sourceprovisioner.failure.ProvisioningException;
import io.github.sourceprovisioner.failure.SourceNotFound;
import io.github.sourceprovisioner.model.SourceLocation;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.StoredConfig;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Git's own server understands us, and answers in few requests. */
class ReferenceServerTest {

  private static final int MANY = 3_000;

  private Path root;
  private BareRepository repository;
  private ReferenceGitServer server;
  private TestContext context;
  private ObjectId first;
  private ObjectId second;

  @BeforeEach
  void serve(@TempDir Path repositories, @TempDir Path store) throws Exception {
    root = repositories;
    server = new ReferenceGitServer(root, ReferenceGitServer.program());
    context = new TestContext(store);
    repository = new BareRepository(root.resolve("modules.git"));
    first = repository.commit(Map.of("vpc/main.tf", "one", "eks/main.tf", "x".repeat(200_000)));
    second = repository.commit(Map.of("vpc/main.tf", "two", "x:run.sh", "#!"), first);
    repository.ref("refs/heads/main", second);
    repository.ref("refs/tags/v1", repository.tag("v1", first, Constants.OBJ_COMMIT));
    StoredConfig config = repository.repository.getConfig();
    config.setBoolean("uploadpack", null, "allowFilter", true);
    config.save();
  }

  @AfterEach
  void stop() {
    if (repository != null) {
      server.close();
      repository.close();
    }
  }

  @Test
  void aSubdirectoryAtATagComesInFourRequests() throws Exception {
    assertThat(files("v1", "vpc")).containsExactly(Map.entry("f main.tf", "one"));
    assertThat(context.bytes).isLessThan(10_000);
    assertThat(server.requests).hasSize(4);
    assertThat(context.requests).hasSameSizeAs(server.requests);
  }

  @Test
  void aCommitComesByItsFullId() throws Exception {
    assertThat(files(first.name(), "vpc")).containsExactly(Map.entry("f main.tf", "one"));
    assertThat(server.requests).hasSize(3);
  }

  @Test
  void theDefaultBranchComesWithTheModesOfItsFiles() throws Exception {
    assertThat(files("", ""))
        .containsExactly(Map.entry("f vpc/main.tf", "two"), Map.entry("x run.sh", "#!"));
    assertThat(server.requests).hasSize(3);
  }

  @Test
  void anUnknownRefIsNamedWithWhatThereIs() {
    ProvisioningException failure =
        catchThrowableOfType(SourceNotFound.class, () -> files("v2", ""));
    assertThat(failure).hasMessage("no such tag or branch");
    assertThat(failure.advice()).anySatisfy(advice -> assertThat(advice).contains("v1"));
    assertThat(server.requests).as("one for the name, one for all names").hasSize(3);
  }

  @Test
  void aRepositoryOfManyFilesComesWholeInAsManyRequestsAsASmallOne() throws Exception {
    Map<String, String> many = new HashMap<>();
    for (int i = 0; i < MANY; i++) {
      many.put("modules/m" + i % 100 + "/file" + i + ".tf", "resource " + i);
    }
    repository.ref("refs/tags/large", repository.commit(many));
    Map<String, String> files = files("large", "");
    assertThat(files).hasSize(MANY).containsEntry("f modules/m42/file1042.tf", "resource 1042");
    assertThat(server.requests).hasSize(3);
    server.requests.clear();
    assertThat(files("large", "modules/m7")).hasSize(MANY / 100);
    assertThat(server.requests).as("of which all are for refs").hasSize(2);
  }

  private Map<String, String> files(String ref, String subdir) throws Exception {
    GitFetcher fetcher = new GitFetcher();
    SourceLocation location = location(server.url("modules.git"), ref, subdir);
    return read(fetcher.fetch(location, fetcher.resolve(location, context), root, context));
  }
}
