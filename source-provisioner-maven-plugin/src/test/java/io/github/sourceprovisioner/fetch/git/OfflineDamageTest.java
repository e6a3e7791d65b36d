package io.github.sourceprovisioner.fetch.git;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sourceprovisioner.model.Action;
import io.github.sourceprovisioner.model.Failure;
import io.github.sourceprovisioner.model.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Without a network nothing heals: what is damaged is named, and the workdir stays as it was. */
@Timeout(120)
class OfflineDamageTest extends ServedRepository {

  private GitProject project;
  private Path whole;

  @BeforeEach
  void provisioned(@TempDir Path directory) throws Exception {
    whole = directory.resolve("whole");
    project = new GitProject(directory.resolve("here"));
    assertThat(wanting("v1").create().action()).isEqualTo(Action.CREATED);
    assertThat(wanting("main").create().action()).isEqualTo(Action.UPDATED);
    copy(project.cache(), whole);
  }

  @ParameterizedTest
  @EnumSource(names = {"DELETED", "TRUNCATED", "FLIPPED", "ZEROED"})
  void anEntryThatIsDamagedIsNamedAndTheWorkdirStaysOrItIsNotNeeded(FileDamage damage)
      throws Exception {
    int failed = 0;
    for (Path file : files(project.cache())) {
      damage.to(file);

      Outcome outcome = wanting("v1").offline();

      if (outcome.action() == Action.FAILED) {
        failed++;
        assertThat(project.files()).containsExactly(Map.entry("main.tf", "two"));
        assertNamed(outcome.failure().orElseThrow());
      } else {
        assertThat(project.files())
            .as("%s %s", damage, file)
            .containsExactly(Map.entry("main.tf", "one"));
      }
      StoreFiles.delete(project.cache());
      copy(whole, project.cache());
      assertThat(wanting("main").offline().action()).isNotEqualTo(Action.FAILED);
    }
    assertThat(failed).isBetween(3, files(whole).size() / 2);
  }

  private void assertNamed(Failure failure) {
    String said = failure.doing() + ": " + failure.reason().getMessage();
    assertThat(said)
        .contains("git::" + server.url("modules.git") + "//vpc@v1")
        .containsAnyOf("is damaged", "not in the cache, and Maven is offline");
    assertThat(failure.reason().advice()).first().asString().startsWith("run once without -o");
    assertThat(failure.component()).hasToString("dev/vpc");
  }

  private GitProject wanting(String version) throws IOException {
    return project.source(server.url("modules.git") + "//vpc", version);
  }

  private static List<Path> files(Path directory) throws IOException {
    try (Stream<Path> all = Files.walk(directory)) {
      return all.filter(f -> Files.isRegularFile(f, LinkOption.NOFOLLOW_LINKS)).sorted().toList();
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> all = Files.walk(from)) {
      for (Path path : all.toList()) {
        Path target = to.resolve(from.relativize(path).toString());
        if (Files.isDirectory(path)) {
          Files.createDirectories(target);
        } else {
          Files.copy(path, target);
        }
      }
    }
  }
}
