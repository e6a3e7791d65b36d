package io.github.sourceprovisioner.cache;

import io.github.sourceprovisioner.fixture.RecordingConsole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Looks at a lock from another process or from another class loader. */
public final class LockProbe {

  /** How often {@link #count} counts. */
  static final int TIMES = 8;

  private LockProbe() {}

  /**
   * {@code try <root>} prints whether the lock is free; {@code hold <root>} holds it; {@code count
   * <root>} counts and prints an end.
   */
  public static void main(String[] args) throws Exception {
    if (args[0].equals("try")) {
      System.out.println(look(args[1]));
      return;
    }
    if (args[0].equals("count")) {
      count(args[1]);
      System.out.println("counted");
      return;
    }
    locks(Path.of(args[1]))
        .exclusively(
            Fixture.VPC,
            () -> {
              System.out.println("held");
              return System.in.read();
            });
  }

  /** Adds one to a file as often as {@link #TIMES} says, each time under the lock. */
  public static void count(String root) throws IOException, InterruptedException {
    Path file = Path.of(root).resolveSibling("count");
    for (int i = 0; i < TIMES; i++) {
      locks(Path.of(root))
          .exclusively(
              Fixture.VPC,
              () -> Files.writeString(file, 1 + Integer.parseInt(Files.readString(file)) + ""));
    }
  }

  /** {@code free} or {@code held}. */
  public static String look(String root) throws IOException, InterruptedException {
    return locks(Path.of(root))
        .ifFree(CacheLayout.storeName(Fixture.VPC), () -> "free")
        .orElse("held");
  }

  /** Starts another JVM; closing its standard input lets go of the lock. */
  static Process start(String mode, Path root) throws IOException {
    String java = Path.of(System.getProperty("java.home", ""), "bin", "java").toString();
    String classPath = System.getProperty("java.class.path", "");
    List<String> command =
        List.of(java, "-cp", classPath, LockProbe.class.getName(), mode, root.toString());
    return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
  }

  private static CacheLocks locks(Path root) {
    return new CacheLocks(root, true, Patience.DEFAULT, new RecordingConsole());
  }
}
