package io.github.sourceprovisioner.engine;

import static io.github.sourceprovisioner.engine.LockRunTest.LOCKED;
import static io.github.sourceprovisioner.engine.LockRunTest.policy;
import static io.github.sourceprovisioner.engine.TestProject.component;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.sourceprovisioner.cache.Freshness.Mode;
import io.github.sourceprovisioner.failure.IntegrityMismatch;
import io.github.sourceprovisioner.failure.InvalidStack;
import io.github.sourceprovisioner.failure.Problem;
import io.github.sourceprovisioner.failure.ProvisioningException;
import io.github.sourceprovisioner.failure.SourceNotFound;
import io.github.sourceprovisioner.fixture.Refusal;
import io.github.sourceprovisioner.lock.LockKey;
import io.github.sourceprovisioner.lock.LockMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LockUpkeepTest {

  private static final LockKey VPC = new LockKey("fake::acme/vpc", "", "v1");
  private static final String TAG = "{uri: 'fake::acme/vpc', version: v1}";

  private TestProject project;

  @BeforeEach
  void project(@TempDir Path root) throws Exception {
    project = new TestProject(root).vpc(TAG);
  }

  private LockUpkeep upkeep() {
    return project.engine().locking(LOCKED);
  }

  @Test
  void whatIsMissingIsLockedWithoutAnyWorkdir() throws Exception {
    assertThat(upkeep().add(Selection.ALL)).isEmpty();

    assertThat(lockFile()).contains("version: \"v1\"", "revision: \"r1\"");
    assertThat(project.base.resolve("target")).doesNotExist();
    assertThat(upkeep().summary()).isEqualTo("source.lock.yaml locks 1 source");
  }

  @Test
  void whatIsLockedStaysAndIsNotAskedFor() throws Exception {
    upkeep().add(Selection.ALL);
    String before = lockFile();
    project.host.answer("acme/vpc@v1", "r2");
    project.stack("prod", component("rds", "{uri: 'fake::acme/rds', version: v9}"));
    project.host.calls.clear();

    upkeep().add(Selection.ALL);

    assertThat(project.host.calls).containsExactly("resolve acme/rds@v9", "fetch acme/rds// r1");
    assertThat(lockFile()).startsWith(before.substring(0, before.indexOf("  - "))).contains("v9");
    assertThat(lockFile()).contains(before.substring(before.indexOf("  - ")));
  }

  @Test
  void oneSourceThatFailsDoesNotKeepTheOthersFromBeingLocked() throws Exception {
    project.stack("prod", component("rds", "{uri: 'fake::acme/rds', version: v9}"));
    project.host.onResolve(
        (ref, context) -> {
          if (ref.endsWith("v9")) {
            throw new SourceNotFound(Problem.of("no such tag"));
          }
        });

    assertThat(upkeep().add(Selection.ALL))
        .singleElement()
        .satisfies(
            failure -> {
              assertThat(failure.component()).isEqualTo(TestProject.id("prod", "rds"));
              assertThat(failure.reason()).hasMessage("no such tag");
              assertThat(failure.reason().position().orElseThrow().line()).isEqualTo(4);
            });
    assertThat(lockFile()).contains("v1").doesNotContain("v9");
  }

  @Test
  void onlyWhatNobodyRefersToIsPruned() throws Exception {
    upkeep().add(Selection.ALL);
    project.vpc("{uri: 'fake::acme/vpc', version: v2}");
    project.stack(
        "prod",
        component("rds", "{uri: 'fake::acme/rds', version: v9}")
            + "      metadata: {enabled: false}\n");
    upkeep().add(Selection.ALL);

    Set<LockKey> referenced = upkeep().referenced();
    assertThat(referenced)
        .containsExactlyInAnyOrder(
            new LockKey("fake::acme/vpc", "", "v2"), new LockKey("fake::acme/rds", "", "v9"));
    assertThat(upkeep().prune(referenced)).containsExactly(VPC);
    assertThat(lockFile()).contains("v2").doesNotContain("\"v1\"");
    assertThat(upkeep().prune(referenced)).isEmpty();
  }

  @Test
  void nothingIsPrunedWhileASourceCannotBeUnderstood() throws Exception {
    upkeep().add(Selection.ALL);
    project.vpc("{uri: 'what::is/this'}");

    Refusal.of(ProvisioningException.class, () -> upkeep().referenced());
  }

  @Test
  void aFrozenLockFileIsNotPruned() throws Exception {
    upkeep().add(Selection.ALL);

    Refusal.of(
            InvalidStack.class,
            () -> project.engine().locking(policy(Mode.NORMAL, LockMode.FROZEN)).prune(Set.of()))
        .says("nothing can be removed from a frozen lock file")
        .advises("leave -Dsource.lock=frozen out");
    assertThat(lockFile()).contains("v1");
  }

  @Test
  void aLockFileOfAnotherCheckoutIsComparedEntryByEntry() throws Exception {
    upkeep().add(Selection.ALL);
    Path other = project.write("other.lock.yaml", lockFile());
    assertThat(upkeep().compare(other, "other.lock.yaml"))
        .isEqualTo("other.lock.yaml agrees in all that both lock (1)");

    Files.writeString(other, lockFile().replace("\"r1\"", "\"r2\""));
    Refusal.of(IntegrityMismatch.class, () -> upkeep().compare(other, "other.lock.yaml"))
        .says("other.lock.yaml locks other things: fake::acme/vpc@v1: r1 here, r2 there")
        .advises("find out which of the two is right before you use either");

    Files.writeString(other, lockFile().replaceFirst("sha256:....", "sha256:0000"));
    Refusal.of(IntegrityMismatch.class, () -> upkeep().compare(other, "other.lock.yaml"))
        .mentions("one revision, but the tree t1:sha256:");
  }

  @Test
  void aComparisonWithNothingIsRefused() {
    Refusal.of(InvalidStack.class, () -> upkeep().compare(project.base.resolve("x"), "x"))
        .says("there is no lock file x")
        .advises("name the source.lock.yaml of another checkout");
  }

  private String lockFile() throws Exception {
    return Files.readString(project.base.resolve("source.lock.yaml"));
  }
}
