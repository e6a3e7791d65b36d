package io.github.sourceprovisioner.fetch.oci;

import io.github.sourceprovisioner.model.Origin;
import io.github.sourceprovisioner.spi.Credential;
import io.github.sourceprovisioner.spi.FetchContext;
import io.github.sourceprovisioner.spi.ProxyServer;
import io.github.sourceprovisioner.spi.TransferListener;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A context that knows credentials by origin, and remembers what it was told. */
final class Asked implements FetchContext, TransferListener {

  final List<String> requests = new ArrayList<>();
  final List<String> notes = new ArrayList<>();
  final Map<Origin, Credential> credentials = new HashMap<>();
  Optional<Credential> own = Optional.empty();
  boolean insecureAllowed;
  boolean credentialProgramsAllowed;
  Optional<ProxyServer> proxy = Optional.empty();
  private final Path store;

  Asked(Path store) {
    this.store = store;
  }

  @Override
  public Path store() {
    return store;
  }

  @Override
  public Optional<Credential> credential() {
    return own;
  }

  @Override
  public Optional<Credential> credential(String url) {
    return Origin.of(url).map(credentials::get);
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
    return Duration.ofMinutes(1);
  }

  @Override
  public boolean insecureAllowed() {
    return insecureAllowed;
  }

  @Override
  public boolean credentialProgramsAllowed() {
    return credentialProgramsAllowed;
  }

  /** Paths alone: ports differ. */
  @Override
  public void requested(String resource) {
    requests.add(resource.replaceFirst("^(https?)://[^/]+", "$1:"));
  }

  @Override
  public void received(long count) {}

  @Override
  public void completed() {}

  @Override
  public void failed(Throwable reason) {}
}
