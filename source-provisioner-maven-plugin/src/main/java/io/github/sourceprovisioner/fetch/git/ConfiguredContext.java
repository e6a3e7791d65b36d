package io.github.sourceprovisioner.fetch.git;

import io.github.sourceprovisioner.fetch.git.config.UserConfiguration;
import io.github.sourceprovisioner.spi.Credential;
import io.github.sourceprovisioner.spi.DerivedContext;
import io.github.sourceprovisioner.spi.FetchContext;
import io.github.sourceprovisioner.spi.ProxyServer;
import java.util.Optional;

/**
 * A context on a machine with a git configuration. Maven's proxies come first.
 *
 * @param instead the URL that the user wants to be asked in place of the one of the location: its
 *     host gets its own credential
 */
record ConfiguredContext(FetchContext context, UserConfiguration user, Optional<String> instead)
    implements DerivedContext {

  @Override
  public Optional<Credential> credential() {
    return instead.isPresent() ? context.credential(instead.get()) : context.credential();
  }

  @Override
  public Optional<ProxyServer> proxy(String url) {
    return context.proxy(url).or(() -> user.proxy(url));
  }
}
