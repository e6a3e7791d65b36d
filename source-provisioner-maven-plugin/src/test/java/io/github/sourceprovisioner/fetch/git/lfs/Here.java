package io.github.sourceprovisioner.fetch.git.lfs;

import io.github.sourceprovisioner.spi.Credential;
import io.github.sourceprovisioner.spi.FetchContext;
import io.github.sourceprovisioner.spi.ProxyServer;
import io.github.sourceprovisioner.spi.TransferListener;
import io.github.sourceprovisioner.web.HttpWeb;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/** A fetch on this machine at a known time, with a credential for some URLs. */
record Here(Path store, Map<String, Credential> credentials)
    implements FetchContext, TransferListener {

  static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

  /** Brings content from a server. */
  Map<String, Path> bring(LfsServer server, Map<String, LfsPointer> wanted) throws Exception {
    InstantSource clock = InstantSource.fixed(NOW);
    return new LfsClient(new HttpWeb(this, clock), new LfsObjects(store), this, clock)
        .bring(server.endpoint(), wanted);
  }

  @Override
  public Optional<Credential> credential() {
    return Optional.empty();
  }

  @Override
  public Optional<Credential> credential(String url) {
    return Optional.ofNullable(credentials.get(url));
  }

  @Override
  public Optional<ProxyServer> proxy(String url) {
    return Optional.empty();
  }

  @Override
  public void note(String message) {}

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
    return false;
  }

  @Override
  public void requested(String resource) {}

  @Override
  public void received(long bytes) {}

  @Override
  public void completed() {}

  @Override
  public void failed(Throwable reason) {}
}
