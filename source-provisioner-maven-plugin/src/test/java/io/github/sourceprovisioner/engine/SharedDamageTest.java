package io.github.sourceprovisioner.engine;

import static io.github.sourceprovisioner.engine.TestProject.CREATE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sourceprovisioner.failure.Problem;
import io.github.sourceprovisioner.failure.TransferFailed;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What goes wrong on the machine of somebody who looks into the shared repository. */
class SharedDamageTest {

  private static final String VPC = "{uri: 'fake::acme/all//vpc', version: v1}";

  private FakeShared shared;
  private TestProject bob;

  @BeforeEach
  void publish(@TempDir Path root) throws Exception {
    shared = new FakeShared(root.resolve("downloads"));
    TestProject ann = new TestProject(root.resolve("ann"));
    bob = new TestProject(root.resolve("bob"));
    bob.shared = Optional.of(shared);
    for (TestProject project : List.of(ann, bob)) {
      project.vpc(VPC);
    }
    ann.engine().publishing(CREATE, shared).run(Selection.ALL);
  }

  @Test
  void aCachedSnapshotThatIsDamagedIsMendedFromTheRepository() throws Exception {
    bob.run(CREATE);
    Path zip = cachedZip();
    byte[] bytes = Files.readAllBytes(zip);
    bytes[60] ^= 1;
    Files.write(zip, bytes);
    bob.stack("prod", TestProject.component("vpc", VPC));

    assertThat(bob.actions(CREATE)).containsExactly("dev/vpc unchanged", "prod/vpc created");

    assertThat(bob.host.calls).noneMatch(call -> call.startsWith("fetch"));
    assertThat(bob.mainTf("prod", "vpc")).isEqualTo(FakeFetcher.content("vpc", "r1"));
  }

  @Test
  void whoIsToldToStopDoesNotTurnToTheHost() {
    shared.onCall =
        () -> {
          Thread.currentThread().interrupt();
          throw new TransferFailed(Problem.of("cut").advise("wait"));
        };

    assertThatThrownBy(() -> bob.run(CREATE)).isInstanceOf(InterruptedException.class);

    assertThat(bob.host.calls).noneMatch(call -> call.startsWith("fetch"));
    assertThat(bob.console.warnings()).isEmpty();
  }

  private Path cachedZip() throws Exception {
    try (var files = Files.walk(bob.cache())) {
      return files.filter(file -> file.toString().endsWith(".zip")).findFirst().orElseThrow();
    }
  }
}
