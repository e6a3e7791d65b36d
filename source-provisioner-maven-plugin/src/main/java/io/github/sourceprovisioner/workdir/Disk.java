package io.github.sourceprovisioner.workdir;

import io.github.sourceprovisioner.failure.AccessDenied;
import io.github.sourceprovisioner.failure.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Objects;

/** Turns a disk that refuses into a failure that the user can do something about. */
final class Disk {

  /** Something that uses the disk. */
  interface Work<T> {
    T run() throws IOException;
  }

  /** Something that changes the disk. */
  interface Task {
    void run() throws IOException;
  }

  private Disk() {}

  /**
   * Does some work.
   *
   * @param path what the message names
   * @throws AccessDenied if the disk refuses
   */
  static void run(Path path, Task task) {
    try {
      task.run();
    } catch (UncheckedIOException e) {
      throw refused(path, cause(e));
    } catch (IOException e) {
      throw refused(path, e);
    }
  }

  /**
   * The result of some work.
   *
   * @param path what the message names
   * @throws AccessDenied if the disk refuses
   */
  static <T> T work(Path path, Work<T> work) {
    try {
      return work.run();
    } catch (UncheckedIOException e) {
      throw refused(path, cause(e));
    } catch (IOException e) {
      throw refused(path, e);
    }
  }

  /** What a stream of paths wraps. */
  private static IOException cause(UncheckedIOException e) {
    return Objects.requireNonNullElseGet(e.getCause(), () -> new IOException(e));
  }

  private static AccessDenied refused(Path path, IOException reason) {
    return new AccessDenied(
        Problem.of("the disk refuses to work on " + path + ": " + reason)
            .because(reason)
            .advise("check who owns the directory, its permissions and the free space"));
  }
}
