package io.github.sourceprovisioner.fetch.git;

import io.github.sourceprovisioner.model.Coordinates;
import io.github.sourceprovisioner.model.SourceLocation;
import io.github.sourceprovisioner.spi.Credential;
import io.github.sourceprovisioner.spi.FetchContext;
import io.github.sourceprovisioner.spi.ProxyServer;
import io.github.sourceprovisioner.spi.TransferListener;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A context that remembers what it was told. */
final class TestContext implements FetchContext, TransferListener {

  final List<String> requests = new ArrayList<>();
  final List<Throwable> failures = new ArrayList<>();
  long bytes;
  int completed;
  final List<String> notes = new ArrayList<>();
  final Map<String, Credential> credentials = new TreeMap<>();
  Optional<Credential> credential = Optional.empty();
  Optional<ProxyServer> proxy = Optional.empty();
  boolean insecureAllowed;
  Duration timeout = Duration.ofMinutes(5);
  private final Path store;

  TestContext(Path store) {
    this.store = store;
  }

  static SourceLocation location(String url, String ref, String subdir) {
    return new SourceLocation(
        "git",
        url,
        Optional.of(ref).filter(name -> !name.isEmpty()),
        subdir,
        Optional.empty(),
        Optional.empty(),
        new TreeMap<>(),
        new Coordinates("com.example", "repo"));
  }

  @Override
  public Path store() {
    return store;
  }

  @Override
  public Optional<Credential> credential() {
    return credential;
  }

  @Override
  public Optional<Credential> credential(String url) {
    return Optional.ofNullable(credentials.get(url)).or(() -> credential);
  }

  @Override
  public Optional<ProxyServer> proxy(String url) {
    return proxy;
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
    return insecureAllowed;
  }

  @Override
  public void requested(String resource) {
    requests.add(resource);
  }

  @Override
  public void received(long count) {
    bytes += count;
  }

  @Override
  public void completed() {
    completed++;
  }

  @Override
  public void failed(Throwable reason) {
    failures.add(reason);
  }
}
