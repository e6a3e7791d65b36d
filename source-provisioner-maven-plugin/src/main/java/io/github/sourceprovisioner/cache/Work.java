package io.github.sourceprovisioner.cache;

import java.io.IOException;

/** What is done while a lock is held. */
@FunctionalInterface
public interface Work<T> {

  /** Does it. */
  T run() throws IOException, InterruptedException;
}
