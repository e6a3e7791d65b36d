package io.github.sourceprovisioner.engine;

import static io.github.sourceprovisioner.engine.TestProject.component;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.sourceprovisioner.cache.Freshness.Mode;
import io.github.sourceprovisioner.failure.IntegrityMismatch;
import io.github.sourceprovisioner.failure.ProvisioningException;
import io.github.sourceprovisioner.lock.LockMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the lock file does to a run at a desk. */
class LockRunTest {

  static final Policy LOCKED = policy(Mode.NORMAL, LockMode.UPDATE);
  private static final Policy ASKING = policy(Mode.UPDATE, LockMode.UPDATE);
  private static final Policy UPDATE = policy(Mode.UPDATE, true, Optional.of(LockMode.UPDATE));
  private static final String TAG = "{uri: 'fake::acme/vpc', version: v1}";
  private static final String BRANCH = "{uri: 'fake::acme/vpc', version: main}";

  private TestProject project;

  static Policy policy(Mode mode, LockMode lock) {
    return policy(mode, false, Optional.of(lock));
  }

  static Policy policy(Mode mode, boolean accept, Optional<LockMode> lock) {
    Duration limit = Duration.ofMinutes(5);
    String goal = accept ? "update" : "create";
    return new Policy(goal, mode, accept, false, false, Optional.empty(), limit, false, lock);
  }

  @BeforeEach
  void project(@TempDir Path root) throws Exception {
    project = new TestProject(root);
  }

  @Test
  void theFirstRunWritesWhatEverySourceMeantAndSaysThatItIsTrusted() throws Exception {
    project.stack("dev", component("vpc", TAG) + "    rds:\n      source: " + BRANCH + "\n");

    project.run(LOCKED);

    String tree = tree("dev", "vpc");
    assertThat(lockFile())
        .contains(
            "  - uri: \"fake::acme/vpc\"\n    path: \"\"\n    version: \"v1\"\n    ref: \"refs/tags/v1\"\n"
                + "    revision: \"r1\"\n    tree: \""
                + tree
                + "\"\n",
            "version: \"main\"");
    assertThat(project.console.infos())
        .containsExactly(
            "2 new sources locked in source.lock.yaml: what came first is trusted from now on;"
                + " commit the file");
  }

  @Test
  void aSecondRunAsksNobodyAndWritesNothing() throws Exception {
    project.vpc(BRANCH).run(LOCKED);
    project.host.answer("acme/vpc@main", "r2");
    project.clock.turn(Duration.ofDays(400));
    project.host.calls.clear();
    var before = Listing.of(project.base);

    assertThat(project.actions(LOCKED)).containsExactly("dev/vpc unchanged");
    assertThat(project.actions(ASKING)).containsExactly("dev/vpc unchanged");

    assertThat(project.host.calls).isEmpty();
    assertThat(Listing.of(project.base)).isEqualTo(before);
  }

  @Test
  void whoClonesTheProjectLaterGetsTheLockedRevisionWithoutAskingWhatARefMeans(
      @TempDir Path elsewhere) throws Exception {
    project.vpc(BRANCH).run(LOCKED);
    TestProject clone = new TestProject(elsewhere).vpc(BRANCH);
    clone.write("source.lock.yaml", lockFile());
    clone.host.answer("acme/vpc@main", "r2");

    assertThat(clone.actions(LOCKED)).containsExactly("dev/vpc created");

    assertThat(clone.mainTf("dev", "vpc")).isEqualTo(FakeFetcher.content("", "r1"));
    assertThat(clone.host.calls).containsExactly("fetch acme/vpc// r1");
    assertThat(Files.readString(clone.base.resolve("source.lock.yaml"))).isEqualTo(lockFile());
  }

  @Test
  void aTagThatMovedIsAnErrorUntilAnUpdateFollowsIt() throws Exception {
    project.vpc(TAG).run(LOCKED);
    String before = lockFile();
    project.host.answer("acme/vpc@v1", "r2");

    ProvisioningException reason = project.failure(ASKING).reason();

    assertThat(reason)
        .isInstanceOf(IntegrityMismatch.class)
        .hasMessage("the tag moved from r1, which source.lock.yaml says, to r2");
    assertThat(reason.advice())
        .containsExactly(
            "find out who moved it and why before you use it",
            "follow it with source:update, and commit the lock file");
    assertThat(project.mainTf("dev", "vpc")).isEqualTo(FakeFetcher.content("", "r1"));
    assertThat(lockFile()).isEqualTo(before);

    assertThat(project.actions(UPDATE)).containsExactly("dev/vpc updated");
    assertThat(lockFile())
        .isEqualTo(before.replace("r1", "r2").replace(treeIn(before), treeIn(lockFile())));
    assertThat(project.console.warnings())
        .containsExactly("fake::acme/vpc@v1: the tag moved from r1 to r2, and is followed");
  }

  @Test
  void anUpdateAlsoMovesWhatHasNoVersionAtAll() throws Exception {
    project.vpc("fake::acme/vpc").run(LOCKED);
    project.host.answer("acme/vpc@", "r2");

    assertThat(project.actions(ASKING)).containsExactly("dev/vpc unchanged");
    assertThat(project.actions(UPDATE)).containsExactly("dev/vpc updated");
    assertThat(lockFile()).contains("revision: \"r2\"");
  }

  @Test
  void whatIsLockedButNotWantedAnyMoreStays() throws Exception {
    project.vpc(TAG).run(LOCKED);
    project.vpc(BRANCH).run(LOCKED);

    assertThat(lockFile()).contains("version: \"v1\"", "version: \"main\"");
  }

  @Test
  void otherFiltersNeedNeitherARequestNorAnotherEntry() throws Exception {
    project.vpc(TAG).run(LOCKED);
    String before = lockFile();
    project.host.calls.clear();

    project.vpc("{uri: 'fake::acme/vpc', version: v1, included_paths: ['*.md']}").run(LOCKED);

    assertThat(project.host.calls).isEmpty();
    assertThat(lockFile()).isEqualTo(before);
    assertThat(project.workdir("dev", "vpc").resolve("main.tf")).doesNotExist();
  }

  @Test
  void aSourceOnThisMachineIsNotLocked() throws Exception {
    project.write("modules/vpc/main.tf", "# local");
    project.vpc("../../../modules/vpc").run(LOCKED);

    assertThat(project.mainTf("dev", "vpc")).isEqualTo("# local");
    assertThat(project.base.resolve("source.lock.yaml")).doesNotExist();
  }

  private String lockFile() throws Exception {
    return Files.readString(project.base.resolve("source.lock.yaml"));
  }

  private String tree(String stack, String component) throws Exception {
    return project
        .engine()
        .inventory(Optional.empty(), Optional.empty())
        .rows(Selection.ALL)
        .stream()
        .filter(row -> row.component().id().equals(TestProject.id(stack, component)))
        .flatMap(row -> row.treeHash().stream())
        .findFirst()
        .orElseThrow();
  }

  private static String treeIn(String lockFile) {
    return lockFile.replaceFirst("(?s).*tree: \"([^\"]*)\".*", "$1");
  }
}
