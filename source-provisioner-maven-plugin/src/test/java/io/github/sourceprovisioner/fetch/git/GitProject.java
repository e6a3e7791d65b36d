package io.github.sourceprovisioner.fetch.git;

import io.github.sourceprovisioner.cache.Freshness.Mode;
import io.github.sourceprovisioner.engine.Engine;
import io.github.sourceprovisioner.engine.Extensions;
import io.github.sourceprovisioner.engine.Layout;
import io.github.sourceprovisioner.engine.Policy;
import io.github.sourceprovisioner.engine.Ports;
import io.github.sourceprovisioner.engine.Run;
import io.github.sourceprovisioner.engine.Selection;
import io.github.sourceprovisioner.fixture.RecordingConsole;
import io.github.sourceprovisioner.lock.LockMode;
import io.github.sourceprovisioner.model.Outcome;
import io.github.sourceprovisioner.spi.Access;
import io.github.sourceprovisioner.spi.ArtifactRepositories;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A project with one component whose source is a git repository, and the whole engine. */
final class GitProject {

  private final RecordingConsole console = new RecordingConsole();
  final List<String> warnings = console.warnings();
  private final Path root;
  private final Path base;

  /** A project below a directory, with a cache of its own. */
  GitProject(Path root) throws IOException {
    this.root = root;
    this.base = Files.createDirectories(root.resolve("project"));
    Files.createDirectories(base.resolve("src/main/stacks"));
  }

  /** The component vpc of the stack dev has this source from now on. */
  GitProject source(String url, String version) throws IOException {
    return source(url, version, "{max_attempts: 1}");
  }

  /** The same with rules for what breaks on the way. */
  GitProject source(String url, String version, String retry) throws IOException {
    Files.writeString(
        base.resolve("src/main/stacks/dev.yaml"),
        """
        components:
          terraform:
            vpc:
              source: {uri: 'git::%s', version: '%s', ttl: 0s, retry: %s}
        """
            .formatted(url, version, retry));
    return this;
  }

  /** Provisions, asking the host again; a tag that moved is kept. */
  Outcome create() throws InterruptedException {
    return run(Mode.UPDATE, "create", false);
  }

  /** Provisions without asking anybody. */
  Outcome offline() throws InterruptedException {
    return run(Mode.OFFLINE, "create", false);
  }

  /** Provisions, and follows a tag that moved. */
  Outcome update() throws InterruptedException {
    return run(Mode.UPDATE, "update", true);
  }

  /** How many snapshots the cache holds. */
  long published() throws IOException {
    try (Stream<Path> all = Files.walk(cache())) {
      return all.filter(file -> file.toString().endsWith(".zip")).count();
    }
  }

  Path cache() {
    return root.resolve("cache");
  }

  Path workdir() {
    return base.resolve("target/workdir/terraform/dev/vpc");
  }

  /** Every file of the workdir with its content. */
  Map<String, String> files() throws IOException {
    Map<String, String> files = new TreeMap<>();
    if (Files.exists(workdir())) {
      try (Stream<Path> all = Files.walk(workdir())) {
        for (Path file : all.filter(Files::isRegularFile).toList()) {
          files.put(workdir().relativize(file).toString(), Files.readString(file));
        }
      }
    }
    return files;
  }

  private Outcome run(Mode mode, String goal, boolean acceptMovedTags) throws InterruptedException {
    Policy policy =
        new Policy(
            goal,
            mode,
            acceptMovedTags,
            false,
            false,
            Optional.empty(),
            Duration.ofMinutes(1),
            false,
            Optional.of(LockMode.OFF));
    Run run = engine().provisioning(policy).run(Selection.ALL);
    return run.outcomes().get(0);
  }

  private Engine engine() {
    Ports ports =
        new Ports(
            console,
            new TestContext(root),
            Access.NONE,
            ArtifactRepositories.NONE,
            name -> Optional.empty(),
            Map.of(),
            Clock.systemUTC());
    Layout layout =
        new Layout(
            base,
            Optional.empty(),
            base.resolve("target/workdir"),
            base.resolve("target/source-provisioner"),
            cache(),
            base.resolve("source.lock.yaml"));
    return new Engine(layout, ports, Extensions.of(GitProject.class.getClassLoader()));
  }
}
