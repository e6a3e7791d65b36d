package io.github.sourceprovisioner.fetch.s3;

import io.github.sourceprovisioner.spi.Credential;
import io.github.sourceprovisioner.spi.FetchContext;
import io.github.sourceprovisioner.spi.ProxyServer;
import io.github.sourceprovisioner.spi.TransferListener;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** A context that remembers what it was told, from several threads. */
public final class TestContext implements FetchContext, TransferListener {

  public final List<String> requests = new CopyOnWriteArrayList<>();
  public final List<String> notes = new CopyOnWriteArrayList<>();
  public Optional<Credential> credential = Optional.empty();
  public Duration timeout = Duration.ofMinutes(1);

  /** A context that knows a credential for everybody. */
  public static TestContext with(String id, String user, String password) {
    TestContext context = new TestContext();
    context.credential = Optional.of(new Credential(id, user, password));
    return context;
  }

  @Override
  public Path store() {
    throw new AssertionError("nothing is stored");
  }

  @Override
  public Optional<Credential> credential() {
    return credential;
  }

  @Override
  public Optional<Credential> credential(String url) {
    return credential;
  }

  @Override
  public Optional<ProxyServer> proxy(String url) {
    return Optional.empty();
  }

  @Override
  public void note(String message) {
    notes.add(message);
  }

  @Override
  public TransferListener transfers() {
    return this;
  }

  @Override
  public Duration timeout() {
    return timeout;
  }

  @Override
  public boolean insecureAllowed() {
    return false;
  }

  @Override
  public void requested(String resource) {
    requests.add(resource);
  }

  @Override
  public void received(long count) {}

  @Override
  public void completed() {}

  @Override
  public void failed(Throwable reason) {}
}
