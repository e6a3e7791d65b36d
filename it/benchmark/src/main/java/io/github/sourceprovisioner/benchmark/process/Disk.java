package io.github.sourceprovisioner.benchmark.process;

import java.io.IOException;

/** The disk that all contestants share. */
final class Disk {

  private Disk() {}

  /**
   * Waits until everything is written, so that nobody pays for the one before. Does nothing on a
   * machine without the program for it.
   */
  static void settle() throws InterruptedException {
    try {
      new ProcessBuilder("sync").start().waitFor();
    } catch (IOException noSuchProgram) {
      // Then the disk is as it is for everybody.
    }
  }
}
