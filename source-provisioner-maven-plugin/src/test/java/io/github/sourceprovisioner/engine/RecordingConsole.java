package io.github.sourceprovisioner.engine;

import io.github.sourceprovisioner.spi.Console;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A console that remembers. */
final class RecordingConsole implements Console {

  private final List<String> warnings = new CopyOnWriteArrayList<>();
  private final List<String> infos = new CopyOnWriteArrayList<>();

  @Override
  public void info(String message) {
    infos.add(message);
  }

  @Override
  public void warn(String message) {
    warnings.add(message);
  }

  @Override
  public void debug(String message) {}

  List<String> warnings() {
    return warnings;
  }

  List<String> infos() {
    return infos;
  }
}
