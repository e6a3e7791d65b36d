package io.github.sourceprovisioner.engine;

import io.github.sourceprovisioner.model.SourceLocation;
import io.github.sourceprovisioner.model.Traffic;
import io.github.sourceprovisioner.spi.Credential;
import io.github.sourceprovisioner.spi.FetchContext;
import io.github.sourceprovisioner.spi.TransferListener;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.Supplier;

/** What one errand gives its fetcher, and what it counts meanwhile. */
final class FetchSession implements FetchContext, TransferListener {

  private final Supplier<Path> store;
  private final Errand errand;
  private final Policy policy;
  private final TransferListener display;
  private final Function<SourceLocation, Optional<Credential>> configured;
  private final AtomicInteger requests = new AtomicInteger();
  private final AtomicLong bytes = new AtomicLong();

  private FetchSession(Supplier<Path> store, Errand errand, Policy policy, Ports ports) {
    this.store = store;
    this.errand = errand;
    this.policy = policy;
    this.display = ports.transfers();
    this.configured = ports.credentials();
  }

  /** A session that has cost nothing yet. */
  static FetchSession of(Rooms rooms, Errand errand, Policy policy) {
    return new FetchSession(
        () -> rooms.cache().store(errand.location().coordinates(), errand.location().scheme()),
        errand,
        policy,
        rooms.ports());
  }

  Traffic traffic() {
    return new Traffic(requests.get(), bytes.get());
  }

  @Override
  public Path store() {
    return store.get();
  }

  @Override
  public Optional<Credential> credential() {
    return errand.credential().or(() -> configured.apply(errand.location()));
  }

  @Override
  public TransferListener transfers() {
    return this;
  }

  @Override
  public Duration timeout() {
    return errand.timeout(policy.timeout());
  }

  @Override
  public boolean insecureAllowed() {
    return policy.allowInsecure();
  }

  @Override
  public void requested(String resource) {
    requests.incrementAndGet();
    display.requested(resource);
  }

  @Override
  public void received(long count) {
    bytes.addAndGet(count);
    display.received(count);
  }

  @Override
  public void completed() {
    display.completed();
  }

  @Override
  public void failed(Throwable reason) {
    display.failed(reason);
  }
}
