package io.github.sourceprovisioner.fetch.azure.credentials;

import io.github.sourceprovisioner.fetch.azure.proof.BearerToken;
import io.github.sourceprovisioner.fetch.azure.proof.Proof;
import io.github.sourceprovisioner.spi.Credential;
import io.github.sourceprovisioner.spi.FetchContext;
import io.github.sourceprovisioner.web.HttpWeb;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The proofs of one run. What Maven's settings or the URI hold comes first; then keys and
 * signatures in variables, then an application of Entra ID, then the identity of the machine. What
 * the environment holds is shown to Microsoft's clouds and to this machine alone. Whoever issues
 * tokens is asked once, and again when they have ended. The Azure CLI is a program, and no program
 * is ever run.
 */
public final class Proofs {

  /** A token that ends this soon is not used any more. */
  private static final Duration LEEWAY = Duration.ofMinutes(2);

  private final Machine machine;
  private final InstantSource clock;
  private final ReentrantLock lock = new ReentrantLock();
  private final Map<String, Optional<BearerToken>> issued = new HashMap<>();

  /** The proofs of a run on a machine. */
  public Proofs(Machine machine, InstantSource clock) {
    this.machine = machine;
    this.clock = clock;
  }

  /**
   * The proof for an account; empty means that nothing is configured, so that only what is public
   * can be read.
   *
   * @throws io.github.sourceprovisioner.failure.ProvisioningException if what is configured does
   *     not work
   */
  public Optional<Proof> find(Holder holder, FetchContext context)
      throws IOException, InterruptedException {
    Optional<Credential> configured = context.credential();
    if (configured.isPresent()) {
      return configured.map(credential -> new ConfiguredProof(credential, holder).read());
    }
    if (!holder.isTrusted()) {
      context.note("variables and tokens are not shown to " + holder.endpoint().getHost());
      return Optional.empty();
    }
    Optional<Proof> variable = new EnvironmentProof(machine).find(holder, context);
    Optional<String> authority = holder.authority();
    return variable.isPresent() || authority.isEmpty()
        ? variable
        : token(authority.get(), context).map(Proof.class::cast);
  }

  private Optional<BearerToken> token(String authority, FetchContext context)
      throws IOException, InterruptedException {
    lock.lockInterruptibly();
    try {
      Optional<BearerToken> known = issued.get(authority);
      if (known == null || known.filter(token -> !isFresh(token)).isPresent()) {
        Asking asking = new Asking(machine, authority, new HttpWeb(context, clock), context, clock);
        Optional<BearerToken> found = new Application(asking).find();
        known = found.isPresent() ? found : new ManagedIdentity(asking).find();
        issued.put(authority, known);
      }
      return known;
    } finally {
      lock.unlock();
    }
  }

  private boolean isFresh(BearerToken token) {
    return token.expires().map(end -> clock.instant().plus(LEEWAY).isBefore(end)).orElse(true);
  }
}
