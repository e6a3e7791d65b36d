package io.github.sourceprovisioner.fetch.gcs.credentials;

import io.github.sourceprovisioner.spi.Credential;
import io.github.sourceprovisioner.spi.FetchContext;
import io.github.sourceprovisioner.web.HttpWeb;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The tokens of one run. The password of a {@code <server>} comes first, then {@code
 * GOOGLE_OAUTH_ACCESS_TOKEN}, then application default credentials, then the account of the
 * machine. Whoever issues tokens is asked once, and again when they have ended.
 */
public final class TokenPurse {

  /** A token that ends this soon is not used any more. */
  private static final Duration LEEWAY = Duration.ofMinutes(2);

  private final Machine machine;
  private final InstantSource clock;
  private final ReentrantLock lock = new ReentrantLock();
  private Optional<Optional<AccessToken>> found = Optional.empty();

  /** A purse for one run on a machine. */
  public TokenPurse(Machine machine, InstantSource clock) {
    this.machine = machine;
    this.clock = clock;
  }

  /**
   * The token; empty means that nothing is configured, so that only what is public can be read.
   *
   * @throws io.github.sourceprovisioner.failure.ProvisioningException if what is configured does
   *     not work
   */
  public Optional<AccessToken> find(FetchContext context) throws IOException, InterruptedException {
    Optional<Credential> configured = context.credential();
    if (configured.isPresent()) {
      return configured.map(c -> new AccessToken(c.password(), c.id(), Optional.empty()));
    }
    Optional<AccessToken> variable =
        machine
            .value("GOOGLE_OAUTH_ACCESS_TOKEN")
            .map(
                text ->
                    new AccessToken(
                        text, "the variable GOOGLE_OAUTH_ACCESS_TOKEN", Optional.empty()));
    return variable.isPresent() || machine.emulator().isPresent() ? variable : issued(context);
  }

  private Optional<AccessToken> issued(FetchContext context)
      throws IOException, InterruptedException {
    lock.lockInterruptibly();
    try {
      if (found.isEmpty() || found.get().filter(token -> !isFresh(token)).isPresent()) {
        Issuer issuer = new Issuer(new HttpWeb(context, clock), context, clock);
        Optional<AccessToken> known = new DefaultCredentials(machine).find(issuer);
        found = Optional.of(known.isPresent() ? known : new MachineAccount(machine).find(clock));
        context.note(
            found.get().map(token -> "with the " + token).orElse("no token of Google's is known"));
      }
      return found.get();
    } finally {
      lock.unlock();
    }
  }

  private boolean isFresh(AccessToken token) {
    return token.expires().map(end -> clock.instant().plus(LEEWAY).isBefore(end)).orElse(true);
  }
}
