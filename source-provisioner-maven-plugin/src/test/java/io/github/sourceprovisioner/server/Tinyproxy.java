package io.github.sourceprovisioner.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The proxy of that name, which serves whoever shows the right user and password. */
public final class Tinyproxy implements AutoCloseable {

  /** The user whom it knows. */
  public static final String USER = "pat";

  /** Her password. */
  public static final String PASSWORD = "open-the-gate";

  private final int port;
  private final Path log;
  private final Daemon daemon;

  private Tinyproxy(int port, Path log, Daemon daemon) {
    this.port = port;
    this.log = log;
    this.daemon = daemon;
  }

  /** Starts it with its files in a directory. */
  public static Tinyproxy start(Path directory) throws IOException {
    Path program = Installed.program("tinyproxy", "tinyproxy");
    int port = Daemon.freePort();
    Path log = Files.createTempFile(directory, "tinyproxy", ".log");
    Path config =
        Files.write(
            Files.createTempFile(directory, "tinyproxy", ".conf"),
            List.of(
                "Port " + port,
                "Listen 127.0.0.1",
                "Timeout 60",
                "LogLevel Connect",
                "LogFile \"" + log + "\"",
                "BasicAuth " + USER + " " + PASSWORD));
    ProcessBuilder command = new ProcessBuilder(program.toString(), "-d", "-c", config.toString());
    return new Tinyproxy(port, log, Daemon.start("tinyproxy", command, () -> Daemon.listens(port)));
  }

  public int port() {
    return port;
  }

  /** What it says about the connections that it has served. */
  public String log() throws IOException {
    return Files.readString(log);
  }

  @Override
  public void close() {
    daemon.close();
  }
}
