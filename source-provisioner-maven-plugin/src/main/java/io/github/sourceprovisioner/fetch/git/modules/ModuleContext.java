package io.github.sourceprovisioner.fetch.git.modules;

import io.github.sourceprovisioner.spi.Credential;
import io.github.sourceprovisioner.spi.DerivedContext;
import io.github.sourceprovisioner.spi.FetchContext;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * What one submodule may use.
 *
 * @param context that of the parent
 */
record ModuleContext(FetchContext context, String url, Path store, Duration timeout)
    implements DerivedContext {

  /** Never that of the parent as such: the submodule may have another host. */
  @Override
  public Optional<Credential> credential() {
    return context.credential(url);
  }
}
