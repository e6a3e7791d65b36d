package io.github.sourceprovisioner.workdir;

import io.github.sourceprovisioner.model.Action;
import io.github.sourceprovisioner.model.ComponentId;
import io.github.sourceprovisioner.model.Filters;
import io.github.sourceprovisioner.spi.Console;
import io.github.sourceprovisioner.spi.SourceTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A project directory with workdirs, and what a run says about them. */
final class Bench implements Console {

  static final ComponentId VPC = new ComponentId("terraform", "dev", "vpc");
  static final Instant NOW = Instant.parse("2026-11-21T10:15:30Z");
  static final Replacement GENTLE = new Replacement(false);
  static final Replacement FORCE = new Replacement(true);

  final List<String> warnings = new ArrayList<>();
  final Path project;
  final Path workdirRoot;
  final Path stateRoot;
  final Path workdir;

  Bench(Path project) {
    this.project = project;
    this.workdirRoot = project.resolve("target/workdir");
    this.stateRoot = project.resolve("target/source-provisioner");
    this.workdir = workdirRoot.resolve("terraform/dev/vpc");
  }

  Workdirs workdirs() {
    return stoppingAt(step -> {});
  }

  Workdirs stoppingAt(Step.Observer steps) {
    Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    return new Workdirs(new Site(new Layout(workdirRoot, stateRoot), clock, this, steps));
  }

  static Fingerprint fingerprint(String revision) {
    return new Fingerprint("git::https://example.com/m.git//vpc", revision, "t1:x", Filters.NONE);
  }

  Action provision(String revision, SourceTree tree) throws IOException {
    return workdirs().materialise(VPC, fingerprint(revision), tree, GENTLE);
  }

  Action force(String revision, SourceTree tree) throws IOException {
    return workdirs().materialise(VPC, fingerprint(revision), tree, FORCE);
  }

  /** Writes a file of the user into the workdir. */
  void write(String path, String text) throws IOException {
    Path file = workdir.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  /** Every file below a directory: path to content, or to an arrow and the target for a link. */
  static Map<String, String> snapshot(Path root) throws IOException {
    Map<String, String> files = new TreeMap<>();
    if (!Files.exists(root)) {
      return files;
    }
    try (Stream<Path> paths = Files.walk(root)) {
      for (Path path :
          paths.filter(p -> !Files.isDirectory(p) || Files.isSymbolicLink(p)).toList()) {
        String name = root.relativize(path).toString();
        files.put(
            name,
            Files.isSymbolicLink(path)
                ? "-> " + Files.readSymbolicLink(path)
                : Files.readString(path));
      }
    }
    return files;
  }

  /** Path to content of the workdir. */
  Map<String, String> files() throws IOException {
    return snapshot(workdir);
  }

  @Override
  public void info(String message) {}

  @Override
  public void warn(String message) {
    warnings.add(message);
  }

  @Override
  public void debug(String message) {}
}
