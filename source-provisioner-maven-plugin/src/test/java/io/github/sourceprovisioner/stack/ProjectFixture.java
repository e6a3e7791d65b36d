package io.github.sourceprovisioner.stack;

import io.github.sourceprovisioner.model.Component;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** A project in a temporary directory, written line by line. */
final class ProjectFixture {

  /** The shipped types, and where their components stand. */
  static final Map<String, String> TYPES =
      Map.of(
          "terraform", "components/terraform",
          "helmfile", "components/helmfile",
          "packer", "components/packer");

  private static final String STACKS = "src/main/stacks/";

  private final Path base;
  private final Map<String, String> environment;

  ProjectFixture(Path base) {
    this(base, Map.of());
  }

  ProjectFixture(Path base, Map<String, String> environment) {
    this.base = base;
    this.environment = environment;
  }

  /** A file of the project. */
  ProjectFixture file(String path, String... lines) {
    return bytes(path, (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
  }

  /** A file of the default stacks directory. */
  ProjectFixture stack(String path, String... lines) {
    return file(STACKS + path, lines);
  }

  ProjectFixture bytes(String path, byte[] bytes) {
    try {
      Path file = base.resolve(path);
      Files.createDirectories(file.getParent());
      Files.write(file, bytes);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  ProjectFixture link(String path, Path target) {
    try {
      Path link = base.resolve(path);
      Files.createDirectories(link.getParent());
      Files.createSymbolicLink(link, target);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Path base() {
    return base;
  }

  StackLoader loader() {
    return new StackLoader(TYPES, environment);
  }

  Stacks load() {
    return loader().load(new StackRoots(base, Optional.empty()));
  }

  boolean present() {
    return loader().present(new StackRoots(base, Optional.empty()));
  }

  /** The failure of the load as a whole. */
  Refusal refusal() {
    return Refusal.of(this::load);
  }

  Component component(String name) {
    return load().components().stream()
        .filter(component -> component.id().toString().equals(name))
        .findFirst()
        .orElseThrow();
  }

  /** The failure of one component. */
  Refusal refusal(String component) {
    return Refusal.of(
        () -> {
          throw component(component).invalid().orElseThrow();
        });
  }
}
