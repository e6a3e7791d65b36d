package io.github.sourceprovisioner.fetch.git;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sourceprovisioner.cache.Freshness;
import io.github.sourceprovisioner.engine.Engine;
import io.github.sourceprovisioner.engine.Extensions;
import io.github.sourceprovisioner.engine.Layout;
import io.github.sourceprovisioner.engine.Policy;
import io.github.sourceprovisioner.engine.Ports;
import io.github.sourceprovisioner.engine.Run;
import io.github.sourceprovisioner.engine.Selection;
import io.github.sourceprovisioner.fixture.RecordingConsole;
import io.github.sourceprovisioner.lock.LockMode;
import io.github.sourceprovisioner.spi.Access;
import io.github.sourceprovisioner.spi.ArtifactRepositories;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every file of a cache, object stores and snapshots alike, is damaged, one at a time. */
@Timeout(300)
class WholeCacheDamageTest extends ServedRepository {

  private Path project;
  private Path cache;

  @BeforeEach
  void provisioned(@TempDir Path directory) throws Exception {
    project = directory.resolve("project");
    cache = directory.resolve("cache");
    Files.createDirectories(project.resolve("src/main/stacks"));
    Files.writeString(
        project.resolve("src/main/stacks/dev.yaml"),
        "components: {terraform: {vpc: {source: {uri: 'git::%s//vpc', version: v1}}}}\n"
            .formatted(server.url("modules.git")));
    assertThat(run(Freshness.Mode.NORMAL).failures()).isEmpty();
    assertThat(workdir()).hasContent("one");
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "A_DIRECTORY")
  void theNextRunHeals(FileDamage damage) throws Exception {
    for (Path file : files()) {
      damage.to(file);
      StoreFiles.delete(project.resolve("target"));

      assertThat(run(Freshness.Mode.NORMAL).failures()).as("%s %s", damage, file).isEmpty();

      assertThat(workdir()).as("%s %s", damage, file).hasContent("one");
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"DELETED", "TRUNCATED", "FLIPPED"})
  void theNextRunHealsAStoreWithoutItsSnapshot(FileDamage damage) throws Exception {
    for (Path file : files()) {
      if (file.toString().contains("stores")) {
        damage.to(file);
        StoreFiles.delete(project.resolve("target"));
        files().stream().filter(f -> f.toString().endsWith(".zip")).forEach(this::remove);

        assertThat(run(Freshness.Mode.NORMAL).failures()).as("%s %s", damage, file).isEmpty();

        assertThat(workdir()).as("%s %s", damage, file).hasContent("one");
      }
    }
  }

  private Path workdir() {
    return project.resolve("target/workdir/terraform/dev/vpc/main.tf");
  }

  private Run run(Freshness.Mode mode) throws InterruptedException {
    Layout layout =
        new Layout(
            project,
            Optional.empty(),
            project.resolve("target/workdir"),
            project.resolve("target/source-provisioner"),
            cache,
            project.resolve("source.lock.yaml"));
    Ports ports =
        new Ports(
            new RecordingConsole(),
            context,
            Access.NONE,
            ArtifactRepositories.NONE,
            n -> Optional.empty(),
            Map.of(),
            Clock.systemUTC());
    Policy policy =
        new Policy(
            "create",
            mode,
            false,
            false,
            false,
            Optional.empty(),
            Duration.ofMinutes(1),
            false,
            Optional.of(LockMode.OFF));
    return new Engine(layout, ports, Extensions.of(getClass().getClassLoader()))
        .provisioning(policy)
        .run(Selection.ALL);
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> all = Files.walk(cache)) {
      return all.filter(f -> Files.isRegularFile(f, LinkOption.NOFOLLOW_LINKS)).sorted().toList();
    }
  }

  private void remove(Path file) {
    try {
      Files.delete(file);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
