package io.github.sourceprovisioner.web;

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
public class WebContext implements FetchContext, TransferListener {

  final List<String> requests = new ArrayList<>();
  final List<String> ends = new ArrayList<>();
  final List<String> notes = new ArrayList<>();
  final Map<Origin, Credential> credentials = new HashMap<>();
  Optional<Credential> own = Optional.empty();
  Optional<ProxyServer> proxy = Optional.empty();
  Duration timeout = Duration.ofMinutes(1);
  boolean insecureAllowed;
  long bytes;

  @Override
  public Path store() {
    throw new AssertionError("the room stores nothing");
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
    ends.add("completed");
  }

  @Override
  public void failed(Throwable reason) {
    ends.add("failed");
  }
}
