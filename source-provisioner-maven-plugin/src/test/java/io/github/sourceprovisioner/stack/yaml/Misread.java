package io.github.sourceprovisioner.stack.yaml;

import io.github.sourceprovisioner.stack.Refusal;

/** What the reader says about lines that it refuses. */
final class Misread {

  private Misread() {}

  /** The failure of {@code dev.yaml} with these lines. */
  static Refusal refusal(String... lines) {
    return Refusal.of(() -> YamlReader.readMap(String.join("\n", lines), "dev.yaml", call -> call));
  }
}
