package io.github.sourceprovisioner.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/**
 * A server program that runs until it is closed, or until this JVM ends. What it prints stays in
 * {@code target/servers} for whoever looks for the reason of a failure.
 */
final class Daemon implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  /** Below the ports that systems hand out to clients, so that no client takes one meanwhile. */
  private static final int FIRST_PORT = 20_000;

  private static final int LAST_PORT = 32_000;

  private final Process process;
  private final Path log;
  private final Thread atExit = new Thread(this::end);

  private Daemon(Process process, Path log) {
    this.process = process;
    this.log = log;
    Runtime.getRuntime().addShutdownHook(atExit);
  }

  /**
   * Starts a program and waits until it is up.
   *
   * @param command in the foreground, so that the process is the server
   * @throws IllegalStateException with what it printed, if it ends or does not come up
   */
  static Daemon start(String name, ProcessBuilder command, BooleanSupplier up) throws IOException {
    Path log =
        Files.createTempFile(
            Files.createDirectories(Path.of("target", "servers")), name + "-", ".log");
    Daemon daemon =
        new Daemon(command.redirectErrorStream(true).redirectOutput(log.toFile()).start(), log);
    try {
      daemon.await(up);
      return daemon;
    } catch (RuntimeException e) {
      daemon.close();
      throw e;
    }
  }

  /** A port of the loopback interface that nobody uses. */
  static int freePort() {
    return IntStream.generate(() -> ThreadLocalRandom.current().nextInt(FIRST_PORT, LAST_PORT))
        .filter(Daemon::isFree)
        .findFirst()
        .orElseThrow();
  }

  private static boolean isFree(int port) {
    try (ServerSocket probe = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return probe.isBound();
    } catch (IOException taken) {
      return false;
    }
  }

  /** Whether somebody listens at a port of the loopback interface. */
  static boolean listens(int port) {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1_000);
      return true;
    } catch (IOException notYet) {
      return false;
    }
  }

  /** Ends the server and its children, and waits for it. */
  @Override
  public void close() {
    end();
    Runtime.getRuntime().removeShutdownHook(atExit);
  }

  private void await(BooleanSupplier up) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!up.getAsBoolean()) {
      if (ended(Duration.ofMillis(10)) || System.nanoTime() > end) {
        throw new IllegalStateException("the server does not come up: " + printed());
      }
    }
  }

  private void end() {
    List<ProcessHandle> children = process.descendants().toList();
    process.destroy();
    if (!ended(Duration.ofSeconds(5))) {
      process.destroyForcibly();
      ended(Duration.ofSeconds(5));
    }
    children.forEach(ProcessHandle::destroyForcibly);
  }

  private boolean ended(Duration patience) {
    try {
      return process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  private String printed() {
    try {
      return Files.readString(log);
    } catch (IOException e) {
      return "see " + log;
    }
  }
}
