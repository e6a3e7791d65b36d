package io.github.sourceprovisioner.cache;

import static io.github.sourceprovisioner.cache.Fixture.VPC;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.sourceprovisioner.fixture.RecordingConsole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Something else stands where a lock file or the name of its holder belongs. */
@Timeout(60)
@DisabledOnOs(OS.WINDOWS)
class LockFilesTest {

  private final Path root;
  private final RecordingConsole console = new RecordingConsole();
  private final CacheLocks locks;

  LockFilesTest(@TempDir Path root) {
    this.root = root;
    this.locks = new CacheLocks(root, true, Patience.DEFAULT, console);
  }

  private Path file(String suffix) throws Exception {
    locks.exclusively(VPC, () -> 1);
    List<String> files = new Fixture(root).files();
    return root.resolve(files.stream().filter(f -> f.endsWith(suffix)).findAny().orElseThrow());
  }

  @Test
  void aLockHoldsWhoeverCannotWriteTheNameOfItsHolder() throws Exception {
    Path holder = file(".holder");
    Files.delete(holder);
    Files.createDirectory(holder);

    String seen = locks.exclusively(VPC, () -> firstLine(LockProbe.start("try", root)));

    assertThat(seen).isEqualTo("held");
    assertThat(console.warnings()).isEmpty();
  }

  @Test
  void theNameOfTheHolderIsNotWrittenThroughALink() throws Exception {
    Path precious = Files.writeString(root.resolve("precious"), "mine");
    Path holder = file(".holder");
    Files.delete(holder);
    Files.createSymbolicLink(holder, precious);

    locks.exclusively(VPC, () -> 1);

    assertThat(precious).hasContent("mine");
    assertThat(console.warnings()).isEmpty();
  }

  @Test
  void aPipeInPlaceOfTheLockFileHangsNobody() throws Exception {
    Path lock = file(".lock");
    Damage.A_PIPE.to(lock);

    assertThat(locks.exclusively(VPC, () -> 2)).isEqualTo(2);

    assertThat(console.warnings())
        .singleElement()
        .asString()
        .contains("not a plain file")
        .endsWith("going on without, which is safe but may fetch things twice");
  }

  private static String firstLine(Process process) throws IOException {
    try (var reader = process.inputReader()) {
      return String.valueOf(reader.readLine());
    }
  }
}
