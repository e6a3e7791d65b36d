package io.github.sourceprovisioner.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sourceprovisioner.cache.PruneRequest;
import io.github.sourceprovisioner.fixture.RecordingConsole;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What vanishes from the cache while a build wants it is a miss, and nothing worse. */
@Timeout(120)
class PruningBesideBuildsTest {

  private static final int BUILDS = 8;
  private static final String CONTENT = FakeFetcher.content("", "r1").strip();

  /** Locks hold off any number of prunes; without them a run outlasts two that find something. */
  @ParameterizedTest
  @CsvSource({"true, 1000000", "false, 2"})
  void eightProcessesWriteTheirWorkdirsFromACacheThatIsPrunedToNothing(
      boolean locks, int prunes, @TempDir Path shared) throws Exception {
    AtomicBoolean over = new AtomicBoolean();
    Thread pruning = new Thread(() -> prune(shared, over, prunes));
    try (Race race = new Race()) {
      for (int i = 0; i < BUILDS; i++) {
        race.build(PrunedProbe.class, shared.toString(), "p" + i, String.valueOf(locks));
      }
      race.start();
      pruning.start();
      assertThat(race.answers())
          .isEqualTo(List.of(("[] " + CONTENT.repeat(6) + "|").repeat(BUILDS).split("\\|")));
    } finally {
      over.set(true);
      pruning.join();
    }
  }

  private static void prune(Path shared, AtomicBoolean over, int most) {
    CacheKeeping keeping = new CacheKeeping(shared.resolve("cache"), new RecordingConsole());
    PruneRequest all =
        new PruneRequest(Optional.empty(), OptionalLong.of(0), Set.of(), Optional.empty(), false);
    for (int found = 0; found < most && !over.get(); ) {
      found += keeping.prune(all).bytes() > 0 ? 1 : 0;
    }
  }
}
