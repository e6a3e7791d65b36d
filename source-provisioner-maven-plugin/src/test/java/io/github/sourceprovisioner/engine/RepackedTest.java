package io.github.sourceprovisioner.engine;

import static io.github.sourceprovisioner.engine.LockRunTest.LOCKED;
import static io.github.sourceprovisioner.engine.LockRunTest.policy;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.sourceprovisioner.cache.Freshness.Mode;
import io.github.sourceprovisioner.failure.IntegrityMismatch;
import io.github.sourceprovisioner.failure.Problem;
import io.github.sourceprovisioner.lock.LockMode;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Hosts that generate archives pack the same content into other bytes from time to time. */
class RepackedTest {

  private static final Policy FROZEN = policy(Mode.NORMAL, LockMode.FROZEN);
  private static final String FILE = "fake::acme/vpc";
  private static final String TAG = "{uri: 'fake::acme/vpc', version: v1}";
  private static final String OLD = "1".repeat(64);
  private static final String NEW = "2".repeat(64);

  /** A project that was locked elsewhere, whose host has other bytes by now. */
  private static TestProject packedAnew(Path root, String source, String text) throws Exception {
    String ref = source.equals(TAG) ? "acme/vpc@v1" : "acme/vpc@";
    TestProject first = new TestProject(root.resolve("first")).vpc(source);
    first.host.answer(ref, OLD);
    first.run(LOCKED);
    TestProject later = new TestProject(root.resolve("later")).vpc(source);
    later.write("source.lock.yaml", Files.readString(first.base.resolve("source.lock.yaml")));
    later.host.answer(ref, NEW);
    later.host.serve(NEW, text);
    later.host.onFetch(
        (call, context) -> {
          if (call.endsWith(OLD)) {
            throw new IntegrityMismatch(Problem.of("other bytes than before"));
          }
        });
    return later;
  }

  @Test
  void theLockedTreeProvesAnArchiveThatWasPackedAnew(@TempDir Path root) throws Exception {
    TestProject later = packedAnew(root, FILE, FakeFetcher.content("", OLD));
    String locked = Files.readString(later.base.resolve("source.lock.yaml"));
    assertThat(locked).contains("archive: \"sha256:" + OLD);

    assertThat(later.actions(FROZEN)).containsExactly("dev/vpc created");

    assertThat(later.console.infos())
        .containsExactly(
            "fake::acme/vpc was packed anew; its content is still the one that is locked");
    assertThat(later.actions(FROZEN)).containsExactly("dev/vpc unchanged");
    assertThat(Files.readString(later.base.resolve("source.lock.yaml"))).isEqualTo(locked);
  }

  @Test
  void otherContentIsRefused(@TempDir Path root) throws Exception {
    TestProject later = packedAnew(root, FILE, "# evil\n");

    assertThat(later.failure(FROZEN).reason()).hasMessage("other bytes than before");
    assertThat(later.workdir("dev", "vpc")).doesNotExist();
  }

  @Test
  void whatARefMeansIsNotAskedForThat(@TempDir Path root) throws Exception {
    TestProject later = packedAnew(root, TAG, FakeFetcher.content("", OLD));

    assertThat(later.failure(FROZEN).reason()).hasMessage("other bytes than before");
    assertThat(later.host.calls).containsExactly("fetch acme/vpc// " + OLD);
  }
}
