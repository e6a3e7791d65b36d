package io.github.sourceprovisioner.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class TwoProcessesTest {

  /** Starts two builds at one moment and returns what they say in the end. */
  private static List<String> race(Path shared, boolean locks, String... names) throws Exception {
    try (Race race = new Race()) {
      for (String name : names) {
        race.build(ProvisionProbe.class, shared.toString(), name, String.valueOf(locks));
      }
      return race.start().answers();
    }
  }

  private static void sameContent(Path shared) throws Exception {
    for (String name : List.of("one", "two")) {
      Path workdir = shared.resolve(name).resolve("project/target/workdir/terraform/dev/vpc");
      assertThat(Files.readString(workdir.resolve("main.tf")))
          .isEqualTo(FakeFetcher.content("", "r1"));
    }
    assertThat(Listing.files(shared.resolve("cache"), ".zip")).hasSize(1);
  }

  @Test
  void twoBuildsAskForAndFetchAColdSourceOnce(@TempDir Path shared) throws Exception {
    assertThat(race(shared, true, "one", "two")).containsExactly("created []", "created []");

    assertThat(Listing.files(shared, ".asked")).hasSize(1);
    assertThat(Listing.files(shared, ".fetched")).hasSize(1);
    sameContent(shared);
  }

  @Test
  void withoutLocksBothFetchAndTheContentIsTheSame(@TempDir Path shared) throws Exception {
    assertThat(race(shared, false, "one", "two")).containsExactly("created []", "created []");

    assertThat(Listing.files(shared, ".fetched")).hasSize(2);
    sameContent(shared);
  }

  @Test
  void ofTwoBuildsOfOneProjectTheSecondFindsItsWorkdirUpToDate(@TempDir Path shared)
      throws Exception {
    assertThat(race(shared, true, "one", "one"))
        .containsExactlyInAnyOrder("created []", "unchanged []");

    Path workdir = shared.resolve("one/project/target/workdir/terraform/dev/vpc");
    assertThat(workdir.resolve("main.tf")).hasContent(FakeFetcher.content("", "r1").strip());
    assertThat(Listing.files(shared, ".fetched")).hasSize(1);
  }
}
