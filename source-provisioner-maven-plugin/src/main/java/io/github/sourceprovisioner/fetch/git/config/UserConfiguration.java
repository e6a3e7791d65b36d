package io.github.sourceprovisioner.fetch.git.config;

import io.github.sourceprovisioner.spi.ProxyServer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jgit.lib.Config;

/**
 * What is believed of the git configuration of the user, and nothing else of it: {@code
 * url.<base>.insteadOf}, {@code http.proxy}, {@code http.sslCAInfo}, and the last two for single
 * URLs. They say how this machine reaches its hosts; everything that could change what is fetched
 * or run a program is not even looked at.
 *
 * <p>Files that are included are not read. Of the environment, only the places of the files count:
 * {@code GIT_SSL_CAINFO} and the other {@code GIT_…} variables are ignored, so that a run is the
 * same in each shell.
 */
public final class UserConfiguration {

  private final Rewrites rewrites;
  private final HttpSettings http;
  private final List<String> notes;

  private UserConfiguration(Rewrites rewrites, HttpSettings http, List<String> notes) {
    this.rewrites = rewrites;
    this.http = http;
    this.notes = List.copyOf(notes);
  }

  /**
   * Reads the file that {@code GIT_CONFIG_GLOBAL} names, else {@code git/config} in {@code
   * XDG_CONFIG_HOME} (in {@code .config} if that is not set) and then {@code .gitconfig}, where the
   * later one wins. A file that is not there says nothing; one that cannot be read or understood
   * says nothing, too, and leaves a note.
   *
   * @param home the home directory of the user, absolute
   */
  public static UserConfiguration read(Map<String, String> environment, Path home) {
    List<String> notes = new ArrayList<>();
    Config config = new Config();
    for (ConfigurationFile file : ConfigurationFile.of(environment, home)) {
      config = file.on(config, notes);
    }
    HttpSettings http = new HttpSettings(HttpSection.all(config), home);
    notes.addAll(http.notes());
    return new UserConfiguration(Rewrites.of(config), http, notes);
  }

  /**
   * The URL that the user wants to be asked instead: the longest prefix that matches is replaced,
   * once. It may have any form that git knows, the scp form included, so it has to be checked like
   * a URL that a user writes, and credentials are those of its own host.
   */
  public String rewritten(String url) {
    return rewrites.apply(url);
  }

  /** The proxy on the way to a URL; empty means that nothing is said, or the direct way. */
  public Optional<ProxyServer> proxy(String url) {
    return http.proxy(url);
  }

  /**
   * A file with the certificate authorities, in PEM, that are trusted for a URL instead of the
   * usual ones; absolute, perhaps not there. Empty means the usual ones.
   */
  public Optional<Path> authorities(String url) {
    return http.authorities(url);
  }

  /** What was left out, and why, for the log; without secrets. */
  public List<String> notes() {
    return notes;
  }
}
