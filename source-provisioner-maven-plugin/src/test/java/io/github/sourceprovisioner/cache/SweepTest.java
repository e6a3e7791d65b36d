package io.github.sourceprovisioner.cache;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sourceprovisioner.fixture.RecordingConsole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SweepTest {

  private final Path root;
  private final CacheLayout layout;
  private final RecordingConsole console = new RecordingConsole();

  SweepTest(@TempDir Path root) {
    this.root = root;
    this.layout = new CacheLayout(root);
  }

  @Test
  void removes_what_dead_runs_left_and_keeps_what_living_ones_need() throws Exception {
    Path living = new Fixture(root).cache.newStaging();
    Process other = new ProcessBuilder("sleep", "1000").start();
    Path alsoLiving = staging(new RunId(RunId.current().machine(), other.pid()));
    Path elsewhere = staging(new RunId("0123456789ab", 1));
    Path foreign = Files.createDirectories(layout.staging().resolve("foreign"));
    Process ended = new ProcessBuilder("true").start();
    ended.waitFor();
    Path dead = staging(new RunId(RunId.current().machine(), ended.pid()));

    sweep(Duration.ZERO);
    other.destroyForcibly().waitFor();

    assertThat(dead).doesNotExist();
    assertThat(living).isEmptyDirectory();
    assertThat(alsoLiving).exists();
    assertThat(elsewhere).exists();
    assertThat(foreign).exists();
  }

  @Test
  void takes_a_run_that_it_cannot_see_for_dead_after_a_day_of_silence() throws IOException {
    Path elsewhere = staging(new RunId("0123456789ab", 1));

    sweep(Duration.ofHours(23));
    assertThat(elsewhere).exists();
    sweep(Duration.ofHours(25));
    assertThat(elsewhere).doesNotExist();
  }

  @Test
  void empties_the_trash_without_following_links() throws IOException {
    Path outside = Files.createDirectories(root.resolve("outside"));
    Files.writeString(outside.resolve("keep"), "");
    Path trash = Files.createDirectories(layout.trash().resolve("x"));
    Files.createSymbolicLink(trash.resolve("l"), outside);
    Files.createSymbolicLink(layout.trash().resolve("l2"), outside);

    sweep(Duration.ZERO);

    assertThat(layout.trash()).isEmptyDirectory();
    assertThat(outside.resolve("keep")).exists();
  }

  private Path staging(RunId run) throws IOException {
    Path directory = Files.createDirectories(layout.staging().resolve(run + ".x/deep"));
    Files.writeString(directory.resolve("file"), "x");
    return layout.staging().resolve(run + ".x");
  }

  private void sweep(Duration later) {
    new Sweep(layout, Clock.systemUTC().instant().plus(later), console).run();
  }
}
