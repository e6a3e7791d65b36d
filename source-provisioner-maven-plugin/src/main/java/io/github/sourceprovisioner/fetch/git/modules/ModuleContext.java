package io.github.sourceprovisioner.fetch.git.modules;

import io.github.sourceprovisioner.spi.Credential;
import io.github.sourceprovisioner.spi.FetchContext;
import io.github.sourceprovisioner.spi.ProxyServer;
import io.github.sourceprovisioner.spi.TransferListener;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** What one submodule may use. */
record ModuleContext(FetchContext parent, String url, Path store, Duration timeout)
    implements FetchContext {

  /** Never that of the parent as such: the submodule may have another host. */
  @Override
  public Optional<Credential> credential() {
    return parent.credential(url);
  }

  @Override
  public Optional<Credential> credential(String otherUrl) {
    return parent.credential(otherUrl);
  }

  @Override
  public Optional<ProxyServer> proxy(String otherUrl) {
    return parent.proxy(otherUrl);
  }

  @Override
  public void note(String message) {
    parent.note(message);
  }

  @Override
  public TransferListener transfers() {
    return parent.transfers();
  }

  @Override
  public boolean insecureAllowed() {
    return parent.insecureAllowed();
  }
}
