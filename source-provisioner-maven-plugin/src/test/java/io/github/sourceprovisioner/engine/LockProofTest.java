package io.github.sourceprovisioner.engine;

import static io.github.sourceprovisioner.engine.LockRunTest.LOCKED;
import static io.github.sourceprovisioner.engine.LockRunTest.policy;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.sourceprovisioner.cache.Freshness.Mode;
import io.github.sourceprovisioner.failure.IntegrityMismatch;
import io.github.sourceprovisioner.failure.Problem;
import io.github.sourceprovisioner.failure.ProvisioningException;
import io.github.sourceprovisioner.lock.LockMode;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the lock file proves. */
class LockProofTest {

  private static final Policy FROZEN = policy(Mode.NORMAL, LockMode.FROZEN);
  private static final String TAG = "{uri: 'fake::acme/vpc', version: v1}";

  private TestProject project;

  @BeforeEach
  void project(@TempDir Path root) throws Exception {
    project = new TestProject(root);
    project.vpc(TAG).run(LOCKED);
  }

  /** Another machine with the same project: nothing is cached, nothing provisioned. */
  private TestProject clone(Path elsewhere) throws Exception {
    TestProject clone = new TestProject(elsewhere).vpc(TAG);
    clone.write("source.lock.yaml", lockFile());
    return clone;
  }

  @Test
  void contentThatIsNotTheLockedTreeNeverReachesAWorkdir(@TempDir Path elsewhere) throws Exception {
    TestProject clone = clone(elsewhere);
    clone.host.serve("r1", "# evil\n");

    ProvisioningException reason = clone.failure(FROZEN).reason();

    String locked = lockFile().replaceFirst("(?s).*tree: \"([^\"]*)\".*", "$1");
    assertThat(reason)
        .isInstanceOf(IntegrityMismatch.class)
        .hasMessageMatching(
            "its content is not what was locked: at r1 the tree is t1:sha256:[0-9a-f]{64}, and"
                + " source.lock.yaml says "
                + locked);
    assertThat(reason.advice())
        .containsExactly(
            "find out who changed it before you use it: no file of it was written",
            "take what is there now with source:update, and commit the lock file");
    assertThat(clone.workdir("dev", "vpc")).doesNotExist();
  }

  @Test
  void whatTheCacheHoldsOfAnotherTreeIsFetchedAnew() throws Exception {
    TestProject other = new TestProject(project.root.resolve("other"), project.cache());
    other.write("source.lock.yaml", lockFile());
    Files.delete(project.base.resolve("source.lock.yaml"));
    project.host.serve("r2", "# other\n");
    project.host.answer("acme/vpc@v1", "r2");
    other.host.answer("acme/vpc@v1", "r1");

    assertThat(other.vpc(TAG).actions(LOCKED)).containsExactly("dev/vpc created");
    assertThat(other.mainTf("dev", "vpc")).isEqualTo(FakeFetcher.content("", "r1"));
  }

  @Test
  void aWorkdirOfAnotherTreeIsWrittenAgain(@TempDir Path elsewhere) throws Exception {
    TestProject clone = clone(elsewhere);
    clone.host.serve("r1", "# older build of the same version\n");
    clone.run(policy(Mode.NORMAL, LockMode.OFF));
    clone.host.serve("r1", FakeFetcher.content("", "r1"));

    assertThat(clone.actions(LOCKED)).containsExactly("dev/vpc updated");
    assertThat(clone.mainTf("dev", "vpc")).isEqualTo(FakeFetcher.content("", "r1"));
  }

  @Test
  void anArchiveThatWasPackedAnewIsProvenByItsTree(@TempDir Path elsewhere) throws Exception {
    TestProject clone = clone(elsewhere);
    packAnew(clone, FakeFetcher.content("", "r1"));

    assertThat(clone.actions(FROZEN)).containsExactly("dev/vpc created");

    assertThat(clone.console.infos())
        .containsExactly(
            "fake::acme/vpc@v1 was packed anew; its content is still the one that is locked");
    assertThat(clone.actions(FROZEN)).containsExactly("dev/vpc unchanged");
    assertThat(Files.readString(clone.base.resolve("source.lock.yaml"))).isEqualTo(lockFile());
  }

  @Test
  void anArchiveThatWasPackedAnewWithOtherContentIsRefused(@TempDir Path elsewhere)
      throws Exception {
    TestProject clone = clone(elsewhere);
    packAnew(clone, "# evil\n");

    assertThat(clone.failure(FROZEN).reason()).hasMessage("other bytes than before");
    assertThat(clone.workdir("dev", "vpc")).doesNotExist();
  }

  private static void packAnew(TestProject clone, String text) {
    clone.host.answer("acme/vpc@v1", "r2");
    clone.host.serve("r2", text);
    clone.host.onFetch(
        (call, context) -> {
          if (call.endsWith("r1")) {
            throw new IntegrityMismatch(Problem.of("other bytes than before"));
          }
        });
  }

  @Test
  void aLockFileThatNamesAnotherCommitThanTheSourceItselfIsRefused() throws Exception {
    String id = "a".repeat(40);
    project.vpc("{uri: 'git::https://git.example.com/acme/vpc.git', version: " + id + "}");
    project.write(
        "source.lock.yaml",
        "lockVersion: \"1\"\nsources:\n  - uri: \"git::https://git.example.com/acme/vpc.git\"\n"
            + "    path: \"\"\n    version: \"%s\"\n    commit: \"%s\"\n    tree: \"t1:sha256:%s\"\n"
                .formatted(id, "b".repeat(40), "c".repeat(64)));

    assertThat(project.failure(FROZEN).reason())
        .isInstanceOf(IntegrityMismatch.class)
        .hasMessageContaining("the source names " + id + " itself");
  }

  private String lockFile() throws Exception {
    return Files.readString(project.base.resolve("source.lock.yaml"));
  }
}
