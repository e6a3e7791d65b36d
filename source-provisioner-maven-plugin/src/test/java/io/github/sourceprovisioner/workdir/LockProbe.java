package io.github.sourceprovisioner.workdir;

import io.github.sourceprovisioner.fixture.RecordingConsole;
import java.io.IOException;
import java.nio.file.Path;

/** Another process that tries to take a lock: exits with 0 if it was free, with 7 if it was not. */
final class LockProbe {

  private LockProbe() {}

  public static void main(String[] args) throws IOException {
    try (WorkdirLocks.Hold hold =
        new WorkdirLocks(Path.of(args[0]), new RecordingConsole()).tryTake(args[1]).orElse(null)) {
      System.exit(hold != null && hold.exclusive() ? 0 : 7);
    }
  }
}
