package io.github.sourceprovisioner.cache;

import java.nio.file.Path;
import java.util.Properties;
import java.util.concurrent.Semaphore;

/**
 * Lets one thread of this JVM to a lock file at a time. On POSIX, a process that closes any channel
 * of a file drops all of its locks on it, so a second thread must not even open the file. The gates
 * hang on the system properties and are of JDK types, since every class realm of the plugin has
 * classes of its own, and they all have to see the same gate.
 */
final class Gate {

  private static final String KEY = "io.github.sourceprovisioner.gates";

  private Gate() {}

  /** The gate of a lock file; not reentrant. */
  static Semaphore of(Path lockFile) {
    Object gates = System.getProperties().computeIfAbsent(KEY, key -> new Properties());
    Object gate = ((Properties) gates).computeIfAbsent(lockFile.toString(), f -> new Semaphore(1));
    return (Semaphore) gate;
  }
}
