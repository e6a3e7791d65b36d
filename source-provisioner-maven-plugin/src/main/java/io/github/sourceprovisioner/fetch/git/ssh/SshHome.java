package io.github.sourceprovisioner.fetch.git.ssh;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What a user has on this machine for ssh. Everything in it is read, and nothing is ever written.
 *
 * @param home the directory that {@code ~} stands for
 * @param user the local user name, which hosts hear if nothing else names one
 * @param agent the socket of the ssh agent; empty means that none runs
 */
public record SshHome(Path home, String user, Optional<Path> agent) {

  private static final List<String> KEYS = List.of("id_ed25519", "id_ecdsa", "id_rsa");

  /** The user who runs this program, with the agent that {@code SSH_AUTH_SOCK} names. */
  public static SshHome ofThisUser() {
    return new SshHome(
        Path.of(System.getProperty("user.home", "")),
        System.getProperty("user.name", ""),
        Optional.ofNullable(System.getenv("SSH_AUTH_SOCK"))
            .filter(socket -> !socket.isBlank())
            .map(Path::of));
  }

  /** The directory of keys and known hosts. */
  Path directory() {
    return home.resolve(".ssh");
  }

  Path config() {
    return directory().resolve("config");
  }

  List<Path> knownHosts() {
    return List.of(directory().resolve("known_hosts"), directory().resolve("known_hosts2"));
  }

  /** The private keys that are tried if the configuration names none. */
  List<Path> usualKeys() {
    return KEYS.stream().map(directory()::resolve).toList();
  }

  /** A path as a user wrote it, with {@code ~} for the home directory. */
  Path resolve(String written) {
    if (written.equals("~") || written.startsWith("~/")) {
      return home.resolve(written.substring(Math.min(2, written.length())));
    }
    return home.resolve(written);
  }

  /** A path as a user would write it. */
  String shown(Path path) {
    return path.startsWith(home)
        ? "~/" + home.relativize(path).toString().replace('\\', '/')
        : path.toString();
  }
}
