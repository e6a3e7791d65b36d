package io.github.sourceprovisioner.engine;

import io.github.sourceprovisioner.model.Origin;
import io.github.sourceprovisioner.model.Traffic;
import io.github.sourceprovisioner.spi.ArtifactRepositories;
import io.github.sourceprovisioner.spi.Credential;
import io.github.sourceprovisioner.spi.FetchContext;
import io.github.sourceprovisioner.spi.ProxyServer;
import io.github.sourceprovisioner.spi.TransferListener;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/** What one errand gives its fetcher, and what it counts meanwhile. */
final class FetchSession implements FetchContext, TransferListener {

  private final Supplier<Path> store;
  private final Errand errand;
  private final Policy policy;
  private final TransferListener display;
  private final Ports ports;
  private final AtomicInteger requests = new AtomicInteger();
  private final AtomicLong bytes = new AtomicLong();

  private FetchSession(Supplier<Path> store, Errand errand, Policy policy, Ports ports) {
    this.store = store;
    this.errand = errand;
    this.policy = policy;
    this.display = ports.transfers();
    this.ports = ports;
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

  /** Counts what somebody else shows. */
  TransferListener silently() {
    return new Counting();
  }

  @Override
  public Path store() {
    return store.get();
  }

  @Override
  public Optional<Credential> credential() {
    Requester requester = errand.requester();
    return requester
        .inline()
        .or(() -> ports.access().credential(errand.location().url(), requester.server()));
  }

  @Override
  public Optional<Credential> credential(String url) {
    return Origin.of(url).equals(Origin.of(errand.location().url()))
        ? credential()
        : ports.access().credential(url, Optional.empty());
  }

  @Override
  public Optional<ProxyServer> proxy(String url) {
    return ports.access().proxy(url);
  }

  @Override
  public void note(String message) {
    ports.console().debug(message);
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
  public boolean credentialProgramsAllowed() {
    return ports.access().credentialProgramsAllowed();
  }

  @Override
  public ArtifactRepositories artifacts() {
    return ports.artifacts();
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

  @Override
  public void counted(int more, long count) {
    requests.addAndGet(more);
    bytes.addAndGet(count);
  }

  private final class Counting implements TransferListener {

    @Override
    public void requested(String resource) {
      requests.incrementAndGet();
    }

    @Override
    public void received(long count) {
      bytes.addAndGet(count);
    }

    @Override
    public void completed() {}

    @Override
    public void failed(Throwable reason) {}
  }
}
