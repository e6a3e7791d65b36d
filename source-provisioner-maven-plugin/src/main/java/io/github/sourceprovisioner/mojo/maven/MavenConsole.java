package io.github.sourceprovisioner.mojo.maven;

import io.github.sourceprovisioner.spi.Console;
import org.apache.maven.plugin.logging.Log;

/**
 * The console as Maven's log, so that {@code -q}, {@code -X} and {@code -B} mean what they mean.
 */
public record MavenConsole(Log log) implements Console {

  @Override
  public void info(String message) {
    log.info(message);
  }

  @Override
  public void warn(String message) {
    log.warn(message);
  }

  @Override
  public void debug(String message) {
    log.debug(message);
  }
}
