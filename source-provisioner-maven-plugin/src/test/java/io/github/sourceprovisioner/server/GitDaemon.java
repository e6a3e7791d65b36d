package io.github.sourceprovisioner.server;

import java.io.IOException;
import java.nio.file.Path;

/** The server of {@code git://} that comes with git. */
public final class GitDaemon implements AutoCloseable {

  private final int port;
  private final Daemon daemon;

  private GitDaemon(int port, Daemon daemon) {
    this.port = port;
    this.daemon = daemon;
  }

  /** Serves the repositories below a directory. */
  public static GitDaemon start(Path repositories) throws IOException {
    int port = Daemon.freePort();
    ProcessBuilder command =
        new ProcessBuilder(
            Installed.partOfGit("git-daemon").toString(),
            "--listen=127.0.0.1",
            "--port=" + port,
            "--base-path=" + repositories.toRealPath(),
            "--export-all",
            "--reuseaddr");
    Upstream.hermetic(command, repositories);
    return new GitDaemon(port, Daemon.start("git-daemon", command, () -> Daemon.listens(port)));
  }

  /** The URL of a repository by its path below the directory. */
  public String url(String repository) {
    return "git://127.0.0.1:" + port + "/" + repository;
  }

  @Override
  public void close() {
    daemon.close();
  }
}
