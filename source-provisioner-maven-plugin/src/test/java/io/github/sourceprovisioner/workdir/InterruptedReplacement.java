package io.github.sourceprovisioner.workdir;

import static io.github.sourceprovisioner.workdir.Bench.VPC;
import static io.github.sourceprovisioner.workdir.Bench.fingerprint;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.io.TempDir;

/** A workdir with the files of its user, and a machine that stops at any step. */
abstract class InterruptedReplacement {

  static final MemoryTree OLD =
      MemoryTree.of("main.tf", "1", "modules/a/x.tf", "1", "gone.tf", "1");
  static final MemoryTree NEW =
      MemoryTree.of("main.tf", "22", "modules/b/x.tf", "2", "outputs.tf", "2");
  static final Map<String, String> USER =
      Map.of(
          ".terraform/providers/p", "binary",
          "modules/a/mine.tfvars", "a",
          "terraform.tfstate", "{}");

  final Path project;
  final Bench bench;

  /** What a machine that stops looks like from inside: no handler sees it. */
  static final class Halt extends Error {
    private static final long serialVersionUID = 1L;
  }

  InterruptedReplacement(@TempDir Path project) {
    this.project = project;
    bench = new Bench(project);
  }

  void provisionWithUserFiles() throws IOException {
    bench.provision("r1", OLD);
    for (Map.Entry<String, String> file : USER.entrySet()) {
      bench.write(file.getKey(), file.getValue());
    }
  }

  static void replace(Workdirs workdirs, Replacement replacement) throws IOException {
    workdirs.materialise(VPC, fingerprint("r2"), NEW, replacement);
  }

  static void haltIf(boolean now) {
    if (now) {
      throw new Halt();
    }
  }

  void assertNothingLeft() {
    assertThat(bench.workdirRoot.resolve(".staging")).isEmptyDirectory();
    assertThat(Files.exists(bench.stateRoot.resolve("journal")))
        .satisfies(
            exists -> {
              if (exists) {
                assertThat(bench.stateRoot.resolve("journal")).isEmptyDirectory();
              }
            });
  }

  static Map<String, String> with(Map<String, String> first, Map<String, String> second) {
    Map<String, String> both = new TreeMap<>(first);
    both.putAll(second);
    return both;
  }
}
