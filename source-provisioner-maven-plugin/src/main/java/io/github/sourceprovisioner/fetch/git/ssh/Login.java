package io.github.sourceprovisioner.fetch.git.ssh;

import io.github.sourceprovisioner.failure.InvalidStack;
import io.github.sourceprovisioner.failure.Problem;
import io.github.sourceprovisioner.model.Redaction;
import io.github.sourceprovisioner.spi.Credential;
import java.util.Optional;

/**
 * Where to log in, and as whom, after URL, credential and configuration were heard.
 *
 * @param place the host as messages name it
 */
record Login(String user, String host, int port, String place) {

  static final int DEFAULT_PORT = 22;

  /**
   * Decides. What stands in the URL wins; then comes the user of the credential, then the user's
   * configuration, then the local user name.
   *
   * @throws InvalidStack if the configuration leads to the host in a way that is not supported, or
   *     nowhere
   */
  static Login of(
      SshAddress address, Optional<Credential> credential, HostSettings settings, SshHome home) {
    settings
        .detour()
        .ifPresent(
            way -> {
              throw new InvalidStack(
                  Problem.of("~/.ssh/config reaches " + address.host() + " through " + way)
                      .advise("use the https URL of the repository")
                      .advise("run this where the host can be reached directly"));
            });
    String user =
        address
            .user()
            .or(() -> credential.map(Credential::user).filter(name -> !name.isEmpty()))
            .or(settings::user)
            .orElse(home.user());
    String host = settings.hostName().orElse(address.host());
    int port = address.port().or(() -> settings.port().map(Login::number)).orElse(DEFAULT_PORT);
    SshAddress checked = new SshAddress(Optional.of(user), host, Optional.of(port), address.path());
    return new Login(user, checked.host(), port, place(checked.host(), port));
  }

  /** The user as it can stand in a message: many hosts take tokens for user names. */
  String shownUser() {
    return Redaction.isPlainName(user) ? "the user " + user : "this user";
  }

  /** What to write after {@code ssh} to come to the same place. */
  String commandLine() {
    String target = (Redaction.isPlainName(user) ? user + "@" : "") + host;
    return port == DEFAULT_PORT ? target : "-p " + port + " " + target;
  }

  private static String place(String host, int port) {
    String name = host.contains(":") ? "[" + host + "]" : host;
    return port == DEFAULT_PORT ? name : name + ":" + port;
  }

  private static int number(String port) {
    try {
      return Integer.parseInt(port);
    } catch (NumberFormatException e) {
      return 0;
    }
  }
}
