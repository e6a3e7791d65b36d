package io.github.sourceprovisioner.fetch.git;

import static io.github.sourceprovisioner.fetch.git.Delivered.read;
import static io.github.sourceprovisioner.fetch.git.TestContext.location;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.sourceprovisioner.failure.ProvisioningException;
import io.github.sourceprovisioner.failure.SourceNotFound;
import io.github.sourceprovisioner.failure.UnknownSource;
import io.github.sourceprovisioner.model.SourceLocation;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Several commands over one connection to git's own program, as ssh has it. */
class UploadPackTest {

  private static final String URL = "git://127.0.0.1/modules.git";

  private Path root;
  private BareRepository repository;
  private TestContext context;

  @BeforeEach
  void create(@TempDir Path repositories, @TempDir Path store) throws Exception {
    ReferenceGitServer.program();
    root = repositories;
    context = new TestContext(store);
    repository = new BareRepository(root.resolve("modules.git"));
    ObjectId first = repository.commit(Map.of("vpc/main.tf", "one", "eks/main.tf", "two"));
    repository.ref("refs/tags/v1", repository.tag("v1", first, Constants.OBJ_COMMIT));
    repository.ref("refs/heads/main", repository.commit(Map.of("vpc/main.tf", "three"), first));
    repository.repository.getConfig().setBoolean("uploadpack", null, "allowFilter", true);
    repository.repository.getConfig().save();
  }

  @AfterEach
  void close() {
    repository.close();
  }

  @Test
  void aSubdirectoryComesOverTwoConnections() throws Exception {
    assertThat(files(2, "v1", "vpc")).containsExactly(Map.entry("f main.tf", "one"));
    assertThat(context.requests).containsExactly(URL, URL);
    assertThat(context.completed).isEqualTo(2);
    assertThat(context.bytes).isBetween(100L, 5_000L);
    assertThat(context.notes).containsExactly("protocol v2: depth 1, blob:none");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1})
  void theOlderProtocolsDoItToo(int version) throws Exception {
    assertThat(files(version, "v1", "vpc")).containsExactly(Map.entry("f main.tf", "one"));
    assertThat(files(version, "main", "")).containsExactly(Map.entry("f vpc/main.tf", "three"));
    assertThat(context.notes).allMatch(note -> note.startsWith("protocol v0"));
  }

  @Test
  void aRepositoryThatIsNotThereIsNotFound() {
    ProvisioningException failure =
        catchThrowableOfType(
            SourceNotFound.class, () -> fetch(root.resolve("none.git"), 2, "v1", ""));
    assertThat(failure).hasMessage("no such repository");
    assertThat(failure.advice()).hasSize(1);
  }

  @Test
  void aCommitThatIsNotThereIsSaidSo() {
    ProvisioningException failure =
        catchThrowableOfType(SourceNotFound.class, () -> files(2, "1".repeat(40), "vpc"));
    assertThat(failure).hasMessage("the host does not hand out commit " + "1".repeat(40));
    assertThat(failure.advice()).contains("pick a tag or a branch instead");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 2})
  void anotherKindOfIdsIsNotReadAndSaidSo(int version) throws Exception {
    Path other = root.resolve("sha256.git");
    new ProcessBuilder("git", "init", "-q", "--bare", "--object-format=sha256", other.toString())
        .start()
        .waitFor();
    Process commit =
        new ProcessBuilder("git", "-C", other.toString(), "fast-import", "--quiet").start();
    String script = "commit refs/heads/main\ncommitter t <t@t> 1 +0000\ndata 1\nm\n";
    commit.getOutputStream().write(script.getBytes(StandardCharsets.UTF_8));
    commit.getOutputStream().close();
    assertThat(commit.waitFor()).isZero();
    ProvisioningException failure =
        catchThrowableOfType(UnknownSource.class, () -> fetch(other, version, "main", ""));
    assertThat(failure)
        .hasMessage("the repository names its objects by SHA-256, which is not supported");
    assertThat(failure.advice()).hasSize(2);
  }

  private Map<String, String> files(int version, String ref, String subdir) throws Exception {
    return fetch(repository.directory, version, ref, subdir);
  }

  private Map<String, String> fetch(Path directory, int version, String ref, String subdir)
      throws Exception {
    GitFetcher fetcher = new GitFetcher(InstantSource.system(), new UploadPack(directory, version));
    SourceLocation location = location(URL, ref, subdir);
    return read(fetcher.fetch(location, fetcher.resolve(location, context), root, context));
  }
}
