package io.github.sourceprovisioner.cache;

import static io.github.sourceprovisioner.cache.Fixture.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DownloadsTest {

  private Fixture fixture;
  private Path downloads;

  @BeforeEach
  void cache(@TempDir Path root) throws IOException {
    fixture = new Fixture(root.resolve("cache"));
    fixture.cache.discard(fixture.cache.newStaging());
    downloads = SharedEntry.downloads(fixture.root);
  }

  private Path noted(String name, Instant time) throws IOException {
    Path file = downloads.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.setLastModifiedTime(Files.writeString(file, ""), FileTime.from(time));
  }

  private void prune(boolean dryRun) {
    new CachePruning(fixture.root, fixture.locks, fixture.clock, fixture.console)
        .prune(
            new PruneRequest(
                Optional.of(Duration.ofDays(30)),
                OptionalLong.empty(),
                Set.of(),
                Optional.empty(),
                dryRun));
  }

  @Test
  void pruningRemovesWhatWasNotedMoreThanADayAgo() throws IOException {
    Path old = noted("g/a/1/a-1.properties.lastUpdated", NOON.minus(Duration.ofHours(25)));
    Path young = noted("g/a/2/a-2.properties.lastUpdated", NOON.minus(Duration.ofHours(23)));

    prune(true);
    assertThat(old).exists();
    prune(false);

    assertThat(old.getParent()).doesNotExist();
    assertThat(young).exists();
  }

  @Test
  void aLinkIsNotFollowed(@TempDir Path elsewhere) throws IOException {
    Path precious = Files.writeString(elsewhere.resolve("thesis.txt"), "x");
    Files.setLastModifiedTime(precious, FileTime.from(NOON.minus(Duration.ofDays(9))));
    Files.createDirectories(downloads);
    Files.createSymbolicLink(downloads.resolve("g"), elsewhere);

    prune(false);

    assertThat(precious).exists();
  }
}
