package io.github.sourceprovisioner.fetch.git.ssh;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.PublicKey;
import java.util.Optional;

/** A home directory that a test fills. */
final class TestHome {

  final Path directory;
  private Optional<Path> agent = Optional.empty();

  TestHome(Path directory) throws IOException {
    this.directory = directory;
    Files.createDirectories(directory.resolve(".ssh"));
  }

  SshHome home() {
    return new SshHome(directory, "tester", agent);
  }

  TestHome agent(Path socket) {
    agent = Optional.of(socket);
    return this;
  }

  TestHome file(String name, String content) throws IOException {
    Files.writeString(directory.resolve(".ssh").resolve(name), content);
    return this;
  }

  /** Trusts a host on the loopback interface. */
  TestHome knows(int port, PublicKey key) throws IOException {
    return knows("[127.0.0.1]:" + port + " " + TestKeys.line(key));
  }

  TestHome knows(String line) throws IOException {
    Files.writeString(
        directory.resolve(".ssh/known_hosts"),
        line + "\n",
        StandardOpenOption.CREATE,
        StandardOpenOption.APPEND);
    return this;
  }
}
