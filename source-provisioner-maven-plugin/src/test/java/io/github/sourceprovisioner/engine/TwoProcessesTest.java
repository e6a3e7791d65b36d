package io.github.sourceprovisioner.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class TwoProcessesTest {

  private final List<Process> processes = new ArrayList<>();

  @AfterEach
  void end() {
    processes.forEach(Process::destroyForcibly);
  }

  /** Starts two builds at one moment and returns what they say in the end. */
  private List<String> race(Path shared, boolean locks, String... names) throws Exception {
    List<BufferedReader> readers = new ArrayList<>();
    for (String name : names) {
      Process process =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-cp",
                  System.getProperty("java.class.path"),
                  ProvisionProbe.class.getName(),
                  shared.toString(),
                  name,
                  String.valueOf(locks))
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
      processes.add(process);
      readers.add(process.inputReader());
    }
    for (BufferedReader reader : readers) {
      assertThat(reader.readLine()).isEqualTo("ready");
    }
    for (Process process : processes) {
      process.outputWriter().append('\n').flush();
    }
    List<String> answers = new ArrayList<>();
    for (BufferedReader reader : readers) {
      answers.add(reader.readLine());
    }
    return answers;
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
