package io.github.sourceprovisioner.fetch.git;

import io.github.sourceprovisioner.fetch.git.config.UserConfiguration;
import io.github.sourceprovisioner.model.ScpForm;
import io.github.sourceprovisioner.spi.FetchContext;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/**
 * The sessions of one run: what was learned of each repository, and the little that the user's git
 * configuration says about the way to its host. That is read when the first host is asked.
 */
final class Sessions {

  private final ConcurrentMap<String, KnownRepository> repositories = new ConcurrentHashMap<>();
  private final ConcurrentMap<Path, Network> trusting = new ConcurrentHashMap<>();
  private final AtomicBoolean noted = new AtomicBoolean();
  private final InstantSource clock;
  private final Network network;
  private final Supplier<UserConfiguration> configuration;

  Sessions(InstantSource clock, Network network, Supplier<UserConfiguration> configuration) {
    this.clock = clock;
    this.network = network;
    this.configuration = configuration;
  }

  /**
   * A session with a repository.
   *
   * @param url as the location has it
   * @throws io.github.sourceprovisioner.failure.ProvisioningException if the URL, or what the user
   *     wants to be asked instead, is refused
   */
  GitSession open(String url, FetchContext context) {
    GitUrl written = GitUrl.of(url, context.insecureAllowed());
    if (written.isFile()) {
      return new GitSession(written, context, clock, network);
    }
    UserConfiguration user = configuration.get();
    if (!noted.getAndSet(true)) {
      user.notes().forEach(context::note);
    }
    String asked = instead(user.rewritten(written.text()), written.text(), context);
    boolean same = asked.equals(written.text());
    return new GitSession(
        same ? written : GitUrl.of(asked, context.insecureAllowed()),
        new ConfiguredContext(context, user, same ? Optional.empty() : Optional.of(asked)),
        clock,
        user.authorities(asked).map(this::trusting).orElse(network));
  }

  /** A host stays a host: files of this machine never stand in for it. */
  private static String instead(String rewritten, String written, FetchContext context) {
    if (rewritten.regionMatches(true, 0, "file:", 0, 5) || rewritten.startsWith("/")) {
      context.note("the insteadOf of the git configuration is ignored: it names no host");
      return written;
    }
    return ScpForm.of(rewritten).map(Sessions::url).orElse(rewritten);
  }

  private static String url(ScpForm form) {
    return "ssh://"
        + form.user().map(user -> user + "@").orElse("")
        + form.host()
        + "/"
        + form.path();
  }

  /** What this run knows of a repository. */
  KnownRepository known(GitUrl url) {
    return repositories.computeIfAbsent(url.text(), text -> new KnownRepository());
  }

  /** One way for each file of authorities, so that connections are used again. */
  private Network trusting(Path authorities) {
    return trusting.computeIfAbsent(authorities, network::trusting);
  }
}
