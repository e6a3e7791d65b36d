package io.github.sourceprovisioner.fetch.s3.credentials;

import io.github.sourceprovisioner.failure.AccessDenied;
import io.github.sourceprovisioner.fetch.s3.aws.AwsKey;
import io.github.sourceprovisioner.spi.Credential;
import io.github.sourceprovisioner.spi.FetchContext;
import io.github.sourceprovisioner.web.HttpWeb;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The keys of one run. What Maven's settings or the URI hold comes first; then the profile that the
 * source names, and nothing else; or, if it names none, the first that is found in the order of
 * Amazon's own tools. Whoever issues temporary keys is asked once, and again when they have ended;
 * whoever refuses, or a program that fails, is not asked again.
 */
public final class KeyRing {

  /** A key that ends this soon is not used any more. */
  private static final Duration LEEWAY = Duration.ofMinutes(2);

  private static final List<KeySource> USUAL =
      List.of(
          new EnvironmentKey(),
          new WebIdentityKey(),
          new ProfileKey(Optional.empty()),
          new ContainerKey(),
          new InstanceKey());

  private final Machine machine;
  private final InstantSource clock;
  private final ReentrantLock lock = new ReentrantLock();
  private final Map<Optional<String>, Optional<AwsKey>> found = new HashMap<>();
  private final Map<Optional<String>, AccessDenied> refused = new HashMap<>();

  /** A ring for one run on a machine. */
  public KeyRing(Machine machine, InstantSource clock) {
    this.machine = machine;
    this.clock = clock;
  }

  /**
   * The key for a location; empty means that nothing is configured, so that only what is public can
   * be read.
   *
   * @param profile the profile that the source names
   * @throws io.github.sourceprovisioner.failure.ProvisioningException if what is configured does
   *     not work
   */
  public Optional<AwsKey> find(FetchContext context, Optional<String> profile)
      throws IOException, InterruptedException {
    Optional<Credential> configured = context.credential();
    if (configured.isPresent()) {
      return configured.map(AwsKey::of);
    }
    lock.lockInterruptibly();
    try {
      Optional<AwsKey> known = found.get(profile);
      if (known == null || known.filter(key -> !isFresh(key)).isPresent()) {
        known = searchOnce(context, profile);
        found.put(profile, known);
      }
      return known;
    } finally {
      lock.unlock();
    }
  }

  /** A refusal holds for the run: a program may ask a person, and that once. */
  private Optional<AwsKey> searchOnce(FetchContext context, Optional<String> profile)
      throws IOException, InterruptedException {
    AccessDenied before = refused.get(profile);
    if (before != null) {
      throw before.with(before.problem());
    }
    try {
      return search(context, profile);
    } catch (AccessDenied e) {
      refused.put(profile, e);
      throw e;
    }
  }

  private Optional<AwsKey> search(FetchContext context, Optional<String> profile)
      throws IOException, InterruptedException {
    Asking asking = new Asking(machine, new HttpWeb(context, clock), clock, context);
    List<KeySource> sources = profile.isPresent() ? List.of(new ProfileKey(profile)) : USUAL;
    for (KeySource source : sources) {
      Optional<AwsKey> key = source.find(asking);
      if (key.isPresent()) {
        context.note("with the " + key.get());
        return key;
      }
    }
    context.note("no key for Amazon's services is configured");
    return Optional.empty();
  }

  private boolean isFresh(AwsKey key) {
    return key.isValidAt(clock.instant().plus(LEEWAY));
  }
}
