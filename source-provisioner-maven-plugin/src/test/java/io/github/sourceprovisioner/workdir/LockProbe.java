package io.github.sourceprovisioner.workdir;

import io.github.sourceprovisioner.spi.Console;
import java.io.IOException;
import java.nio.file.Path;

/** Another process that tries to take a lock: exits with 0 if it was free, with 7 if it was not. */
final class LockProbe {

  private LockProbe() {}

  public static void main(String[] args) throws IOException {
    try (WorkdirLocks.Hold hold =
        new WorkdirLocks(Path.of(args[0]), new Quiet()).tryTake(args[1]).orElse(null)) {
      System.exit(hold != null && hold.exclusive() ? 0 : 7);
    }
  }

  private static final class Quiet implements Console {
    @Override
    public void info(String message) {}

    @Override
    public void warn(String message) {}

    @Override
    public void debug(String message) {}
  }
}
